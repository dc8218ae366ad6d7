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

test('wide images offer large cells, which scroll inside the figure', async () => {
  const figure = await mountFigure(64);
  expect(cellWidth(figure)).toBeLessThan(24);
  const zoom = part(figure, 'corr2d-cell-zoom');
  await vi.waitFor(() => part(zoom, 'input'));
  await userEvent.click(part(zoom, 'input'));
  await figure.updateComplete;
  expect(cellWidth(figure)).toBe(24);
  const equation = part(figure, '.equation');
  expect(equation.scrollWidth).toBeGreaterThan(64 * 24);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);
  const [image, response] = ['corr2d-paint-grid', '[name=response]'].map((selector) =>
    part(figure, selector),
  );
  equation.scrollLeft = 300;
  expect(image?.getBoundingClientRect().left).toBe(response?.getBoundingClientRect().left);
  await userEvent.click(part(zoom, 'input'));
  await figure.updateComplete;
  expect(cellWidth(figure)).toBeLessThan(24);
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
