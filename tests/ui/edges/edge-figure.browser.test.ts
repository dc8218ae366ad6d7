/** Cells too small to be hit can be enlarged: image and response then scroll as one. */
import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../../src/ui/edges/edge-figure.ts';
import { filledGrid } from '../../../src/state/document.ts';
import { mount, part } from '../mount.ts';

async function mountFigure(columns: number) {
  const kernel = { rows: 1, columns: 2, values: [1, -1] };
  const response = { status: 'ready', grid: filledGrid(4, columns - 1, 0), problem: null } as const;
  return mount('corr2d-edge-figure', { image: filledGrid(4, columns, 1), kernel, response });
}

const cellWidth = (figure: Element): number =>
  part(part(figure, 'corr2d-paint-grid'), '[data-cell="0,0"]').getBoundingClientRect().width;

async function mountZoomed() {
  const figure = await mountFigure(64);
  const zoom = part(figure, 'corr2d-cell-zoom');
  await vi.waitFor(() => part(zoom, 'output'));
  const button = (index: number): HTMLButtonElement => {
    const found = [...(zoom.shadowRoot?.querySelectorAll('button') ?? [])][index];
    if (!found) throw new Error('there is no such button');
    return found;
  };
  const shown = (): string => part(zoom, 'output').textContent;
  return { figure, zoom, shown, out: button(0), in: button(1), fit: button(2) };
}

test('wide images can be zoomed, and scroll inside the figure', async () => {
  const zoomed = await mountZoomed();
  const { figure } = zoomed;
  const fitted = cellWidth(figure);
  expect(fitted).toBeLessThan(24);
  expect([zoomed.out.disabled, zoomed.in.disabled, zoomed.fit.disabled]).toEqual([true, false, true]);
  await userEvent.click(zoomed.in);
  await figure.updateComplete;
  expect(zoomed.shown()).toBe('150%');
  expect(cellWidth(figure)).toBe(Math.round(1.5 * fitted));
  const equation = part(figure, '.equation');
  expect(equation.scrollWidth).toBeGreaterThan(64 * cellWidth(figure));
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);
  const [image, response] = ['corr2d-paint-grid', '[name=response]'].map((selector) =>
    part(figure, selector),
  );
  equation.scrollLeft = 200;
  expect(image?.getBoundingClientRect().left).toBe(response?.getBoundingClientRect().left);
  while (!zoomed.in.disabled) {
    await userEvent.click(zoomed.in);
    await figure.updateComplete;
  }
  expect(cellWidth(figure)).toBe(60);
  await userEvent.click(zoomed.fit);
  await figure.updateComplete;
  expect(cellWidth(figure)).toBe(fitted);
});

test('on a phone, where cells that can be drawn on are too many for the window, all of them can be seen', async () => {
  const zoomed = await mountZoomed();
  const { figure } = zoomed;
  figure.style.display = 'block';
  figure.style.width = '330px';
  await expect.poll(() => cellWidth(figure)).toBe(10);
  expect(zoomed.out.disabled).toBe(false);
  await userEvent.click(zoomed.fit);
  await expect.poll(() => cellWidth(figure)).toBe(5);
  const table = part(part(figure, 'corr2d-paint-grid'), '[role=grid]').getBoundingClientRect();
  expect(table.width).toBeLessThanOrEqual(330);
  expect([zoomed.out.disabled, zoomed.fit.disabled]).toEqual([true, true]);
});

test('Ctrl and the wheel zoom where the pointer is, and the middle button moves', async () => {
  const zoomed = await mountZoomed();
  const { figure } = zoomed;
  const table = part(part(figure, 'corr2d-paint-grid'), '[role=grid]');
  const cell = part(part(figure, 'corr2d-paint-grid'), '[data-cell="2,40"]');
  const middle = (): [number, number] => {
    const { left, top, width, height } = cell.getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  };
  const [x, y] = middle();
  const at = { bubbles: true, composed: true, cancelable: true, clientX: x, clientY: y };
  expect(cell.dispatchEvent(new WheelEvent('wheel', { ...at, deltaY: -300 }))).toBe(true);
  expect(zoomed.shown()).toBe('100%');
  expect(cell.dispatchEvent(new WheelEvent('wheel', { ...at, deltaY: -300, ctrlKey: true }))).toBe(false);
  // Three notches, each a fifth: e to the power of 0.6 is 1.822.
  await vi.waitFor(() => {
    expect(zoomed.shown()).toBe('182%');
  });
  await vi.waitFor(() => {
    expect(Math.abs(middle()[0] - x)).toBeLessThan(2);
  });

  table.setPointerCapture = () => undefined;
  const before = part(figure, '.equation').scrollLeft;
  const pointer = { ...at, pointerId: 1, button: 1, isPrimary: true };
  cell.dispatchEvent(new PointerEvent('pointerdown', pointer));
  table.dispatchEvent(new PointerEvent('pointermove', { ...pointer, movementX: -40 }));
  expect(part(figure, '.equation').scrollLeft).toBe(before + 40);
  table.dispatchEvent(new PointerEvent('lostpointercapture', pointer));
  table.dispatchEvent(new PointerEvent('pointermove', { ...pointer, movementX: -40 }));
  expect(part(figure, '.equation').scrollLeft).toBe(before + 40);
  expect(part(figure, 'corr2d-paint-grid').shadowRoot?.querySelector('.selection')).toBeNull();
});

test('a response that is still to come has no numbers', async () => {
  const kernel = { rows: 1, columns: 2, values: [1, -1] };
  const figure = await mount('corr2d-edge-figure', { image: filledGrid(4, 8, 1), kernel });
  const cells = part(part(figure, '[name=response]'), '.rows');
  expect(cells.querySelectorAll('[role=gridcell]')).toHaveLength(28);
  expect(cells.textContent.trim()).toBe('');
});

test('an image whose cells are large enough offers nothing', async () => {
  const figure = await mountFigure(8);
  expect(figure.shadowRoot?.querySelector('corr2d-cell-zoom')).toBeNull();
});

test.each([null, { status: 'pending', grid: filledGrid(1, 1, 0), problem: null } as const])(
  'a kernel too tall for the turned image is told of while nothing, or an older response, is there',
  async (response) => {
    const image = filledGrid(5, 3, 1);
    const kernel = filledGrid(4, 1, 1);
    const figure = await mount('corr2d-edge-figure', { transposed: true, image, kernel, response });
    const summary = part(figure, '.panel p.summary');
    expect(summary.textContent).toContain('3');
    expect(figure.shadowRoot?.querySelector('[name=response]')).toBeNull();
  },
);
