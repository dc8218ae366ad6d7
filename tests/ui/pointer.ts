/**
 * Mouse, pen and fingers through the browser's own input, so that capture, touch-action and coalescing are real.
 * They point into the browser's page, in which the frame that the tests run in stands scaled.
 */
import { cdp } from 'vitest/browser';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The middle of an element in this frame. */
export function middleOf(element: Element): Point {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

function inPage({ x, y }: Point): Point {
  const frame = window.frameElement?.getBoundingClientRect() ?? { left: 0, top: 0, width: innerWidth };
  const scale = frame.width / innerWidth;
  return { x: frame.left + x * scale, y: frame.top + y * scale };
}

type MouseType = 'mousePressed' | 'mouseMoved' | 'mouseReleased';

/** A move says which button is down: without it the browser takes a captured mouse away. */
let down: 'left' | 'right' | 'none' = 'none';

export async function mouse(
  type: MouseType,
  point: Point,
  pointerType: 'mouse' | 'pen' = 'mouse',
  button: 'left' | 'right' = 'left',
): Promise<void> {
  if (type === 'mousePressed') down = button;
  const pressed = type === 'mouseMoved' ? down : button;
  const buttons = { left: 1, right: 2, none: 0 }[type === 'mouseReleased' ? 'none' : down];
  if (type === 'mouseReleased') down = 'none';
  await cdp().send('Input.dispatchMouseEvent', {
    type,
    ...inPage(point),
    button: pressed,
    buttons,
    clickCount: 1,
    pointerType,
  });
}

/** All fingers that touch the screen now; `touchStart` for new ones, `touchEnd` lists those that stay. */
export async function touch(
  type: 'touchStart' | 'touchMove' | 'touchEnd',
  fingers: readonly (Point & { readonly id: number })[],
): Promise<void> {
  const touchPoints = fingers.map(({ x, y, id }) => ({ ...inPage({ x, y }), id }));
  await cdp().send('Input.dispatchTouchEvent', { type, touchPoints });
}
