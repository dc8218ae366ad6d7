/** The sum under a picture's window; where its products find no room, the element's value alone. */
import type { TextShape } from '../../math/figure/drawing.ts';
import type { PictureLook } from '../../math/figure/look.ts';
import { textWidth } from '../../math/figure/text-width.ts';
import type { Plan } from '../../math/geometry.ts';
import { resultText, sumToText } from '../../math/sum-text.ts';
import { sumAt } from '../../math/sum.ts';
import { flipGrid, type CorrelationPart } from '../document.ts';

const LARGEST_SIZE = 18;
const SMALLEST_SIZE = 11;
const SIDE = 24;

/** For element `position` of the response, `top` being where the grids end. */
export function sumShape(
  { part }: { readonly part: CorrelationPart },
  plan: Plan,
  position: number,
  { inks }: PictureLook,
  width: number,
  top: number,
): TextShape {
  const text = fittingText(part, plan, position, width - 2 * SIDE);
  const size = Math.min(LARGEST_SIZE, (width - 2 * SIDE) / textWidth(text, 1));
  const parts = [{ text, ink: inks.ink }];
  return { kind: 'text', x: SIDE, y: top + 34, size, anchor: 'start', serif: true, parts };
}

function fittingText(
  { image, kernel, flip }: CorrelationPart,
  plan: Plan,
  position: number,
  room: number,
): string {
  const columns = plan.output[1];
  const [row, column] = [Math.floor(position / columns), position % columns];
  const weights = (flip ? flipGrid(kernel) : kernel).values;
  const sum = sumAt(plan, image.values, weights, row, column);
  const written = sumToText(sum);
  if (textWidth(written, SMALLEST_SIZE) <= room) return written;
  return `Y[${String(row)}, ${String(column)}] = ${resultText(sum)}`;
}
