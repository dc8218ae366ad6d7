/** The drawn geometry, pulled by a pen, a finger and keys (the mouse: tests/e2e): each handle is one more or less of its field. */
import { expect, test } from 'vitest';
import { DEFAULT_DOCUMENT, type CorrelationPart } from '../../../src/state/document.ts';
import '../../../src/ui/correlation/geometry-drawing.ts';
import { detailsOf, mount } from '../mount.ts';
import { middleOf, mouse, touch } from '../pointer.ts';

const ARTICLE = DEFAULT_DOCUMENT.correlation;

async function mountDrawing(part: Partial<CorrelationPart> = {}) {
  const element = await mount('corr2d-geometry-drawing', {
    correlation: { ...ARTICLE, ...part },
    output: [2, 2],
  });
  // Away from the edge of the page, past which nothing can be pulled.
  element.style.margin = '100px';
  const handle = (field: string): SVGGraphicsElement => {
    const found = element.shadowRoot?.querySelector(`[data-field=${field}]`);
    if (!(found instanceof SVGGraphicsElement)) throw new Error(`no handle ${field}`);
    return found;
  };
  const cell = (element.shadowRoot?.querySelector('.tap')?.getBoundingClientRect().width ?? 0) - 1;
  return { element, handle, cell, dragged: detailsOf(element, 'geometry-dragged') };
}

test('a bar pulled out by a cell is a ring of padding', async () => {
  const { element, handle, cell, dragged } = await mountDrawing();
  const settled = detailsOf(element, 'geometry-settled');
  const from = middleOf(handle('padding-top'));
  await mouse('mousePressed', from, 'pen');
  await mouse('mouseMoved', { x: from.x, y: from.y - 1.1 * cell }, 'pen');
  await mouse('mouseReleased', { x: from.x, y: from.y - 1.1 * cell }, 'pen');
  await expect.poll(() => dragged.at(-1)).toEqual({ field: 'padding-top', text: '1' });
  await expect.poll(() => settled).toEqual([null]);
});

test('no padding is less than none', async () => {
  const { handle, cell, dragged } = await mountDrawing();
  const from = middleOf(handle('padding-right'));
  await mouse('mousePressed', from, 'pen');
  await mouse('mouseMoved', { x: from.x - 2 * cell, y: from.y }, 'pen');
  await mouse('mouseReleased', from, 'pen');
  expect(new Set(dragged.map((detail) => JSON.stringify(detail)))).toEqual(
    new Set(['{"field":"padding-right","text":"0"}']),
  );
});

test('a finger pulls the next window two steps on', async () => {
  const { handle, cell, dragged } = await mountDrawing();
  const { x, y } = middleOf(handle('stride-x'));
  await touch('touchStart', [{ x, y, id: 1 }]);
  await touch('touchMove', [{ x: x + cell, y, id: 1 }]);
  await touch('touchMove', [{ x: x + 2 * cell, y, id: 1 }]);
  await touch('touchEnd', []);
  await expect.poll(() => dragged.at(-1)).toEqual({ field: 'stride-x', text: '3' });
});

test('the last tap of three moves two cells for each dilation', async () => {
  const kernel = { rows: 1, columns: 3, values: [1, 2, 3] };
  const image = { rows: 3, columns: 9, values: Array<number>(27).fill(0) };
  const { handle, cell, dragged } = await mountDrawing({ kernel, image });
  const from = middleOf(handle('dilation-x'));
  await mouse('mousePressed', from, 'pen');
  await mouse('mouseMoved', { x: from.x + 2 * cell, y: from.y }, 'pen');
  await mouse('mouseReleased', { x: from.x + 2 * cell, y: from.y }, 'pen');
  await expect.poll(() => dragged.at(-1)).toEqual({ field: 'dilation-x', text: '2' });
});

test('a kernel of one row has no gaps to pull', async () => {
  const { element } = await mountDrawing({ kernel: { rows: 1, columns: 2, values: [1, -1] } });
  const fields = [...(element.shadowRoot?.querySelectorAll<SVGElement>('.handle') ?? [])];
  expect(fields.map(({ dataset }) => dataset.field)).not.toContain('dilation-y');
});

test('arrow keys move a handle as it lies, Home and End go to the ends', async () => {
  const { handle, dragged } = await mountDrawing({ padding: [2, 0, 0, 0] });
  const press = (field: string, key: string) =>
    handle(field).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  press('padding-top', 'ArrowUp');
  press('padding-top', 'ArrowDown');
  press('padding-top', 'Home');
  press('stride-y', 'ArrowDown');
  press('stride-y', 'End');
  press('stride-y', 'ArrowRight');
  expect(dragged).toEqual([
    { field: 'padding-top', text: '3' },
    { field: 'padding-top', text: '1' },
    { field: 'padding-top', text: '0' },
    { field: 'stride-y', text: '2' },
    { field: 'stride-y', text: '8' },
  ]);
  expect(handle('padding-top').getAttribute('aria-valuenow')).toBe('2');
});

test('taps stand as far apart as the dilation says', async () => {
  const { element, cell } = await mountDrawing({ dilation: [2, 1] });
  const taps = [...(element.shadowRoot?.querySelectorAll('.tap') ?? [])].map((tap) =>
    tap.getBoundingClientRect(),
  );
  const [first, second, third] = taps;
  expect(Math.round(((third?.top ?? 0) - (first?.top ?? 0)) / cell)).toBe(2);
  expect(Math.round(((second?.left ?? 0) - (first?.left ?? 0)) / cell)).toBe(1);
});
