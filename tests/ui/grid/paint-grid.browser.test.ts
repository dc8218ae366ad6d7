import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../../src/ui/grid/paint-grid.ts';
import { detailsOf, focused, mount, part } from '../mount.ts';
import { middleOf, mouse, touch, type Point } from '../pointer.ts';

/** 3 × 4, all white, with an owner that keeps what was painted. */
async function mountPaper() {
  const grid = { rows: 3, columns: 4, values: Array<number>(12).fill(1) };
  const element = await mount('corr2d-paint-grid', { grid, name: 'paper', label: 'Paper' });
  element.addEventListener('cells-painted', ({ detail: { cells, value } }) => {
    const values = [...element.grid.values];
    for (const [row, column] of cells) values[row * 4 + column] = value;
    element.grid = { ...grid, values };
  });
  return { element, ended: detailsOf(element, 'stroke-ended'), pointed: detailsOf(element, 'cell-pointed') };
}

type Paper = Awaited<ReturnType<typeof mountPaper>>['element'];

const cell = (element: Paper, row: number, column: number) =>
  part(element, `[data-cell="${String(row)},${String(column)}"]`);
const at = (element: Paper, row: number, column: number): Point => middleOf(cell(element, row, column));

/** The rows as text: 0 is ink. */
async function picture(element: Paper): Promise<string[]> {
  await element.updateComplete;
  return [0, 1, 2].map((row) => element.grid.values.slice(row * 4, row * 4 + 4).join(''));
}

describe.each(['mouse', 'pen'] as const)('a stroke of the %s', (kind) => {
  test('inverts its first cell and paints that value on, without holes', async () => {
    const { element, ended } = await mountPaper();
    await mouse('mousePressed', at(element, 0, 0), kind);
    await mouse('mouseMoved', at(element, 2, 2), kind);
    expect(ended).toEqual([]);
    await mouse('mouseReleased', at(element, 2, 2), kind);
    expect(await picture(element)).toEqual(['0111', '1011', '1101']);
    expect(ended).toEqual([null]);
  });

  test('goes on when it has left the grid and comes back, and ends outside', async () => {
    const { element, ended } = await mountPaper();
    const right = at(element, 0, 3);
    await mouse('mousePressed', right, kind);
    await mouse('mouseMoved', { x: right.x + 300, y: right.y }, kind);
    await mouse('mouseMoved', { x: right.x + 300, y: at(element, 2, 0).y }, kind);
    await mouse('mouseMoved', at(element, 2, 2), kind);
    await mouse('mouseMoved', { x: right.x + 300, y: 700 }, kind);
    await mouse('mouseReleased', { x: right.x + 300, y: 700 }, kind);
    expect(await picture(element)).toEqual(['1110', '1111', '1100']);
    expect(ended).toEqual([null]);
  });
});

test('ink that is painted on becomes white again', async () => {
  const { element } = await mountPaper();
  for (const value of ['1011', '1111']) {
    await mouse('mousePressed', at(element, 1, 1));
    await mouse('mouseReleased', at(element, 1, 1));
    expect((await picture(element))[1]).toBe(value);
  }
});

test('the right button does not paint', async () => {
  const { element, ended } = await mountPaper();
  await mouse('mousePressed', at(element, 1, 1), 'mouse', 'right');
  await mouse('mouseReleased', at(element, 1, 1), 'mouse', 'right');
  expect(await picture(element)).toEqual(['1111', '1111', '1111']);
  expect(ended).toEqual([]);
});

describe('fingers', () => {
  test('one paints, though the browser would scroll with it', async () => {
    const { element, ended } = await mountPaper();
    await touch('touchStart', [{ ...at(element, 0, 0), id: 1 }]);
    await touch('touchMove', [{ ...at(element, 1, 0), id: 1 }]);
    await touch('touchMove', [{ ...at(element, 2, 0), id: 1 }]);
    await touch('touchEnd', []);
    expect(await picture(element)).toEqual(['0111', '0111', '0111']);
    expect(ended).toEqual([null]);
  });

  test('a second one does not paint', async () => {
    const { element } = await mountPaper();
    const first = { ...at(element, 0, 0), id: 1 };
    const second = { ...at(element, 0, 3), id: 2 };
    await touch('touchStart', [first]);
    await touch('touchStart', [first, second]);
    await touch('touchMove', [first, { ...at(element, 2, 3), id: 2 }]);
    await touch('touchEnd', []);
    expect(await picture(element)).toEqual(['0111', '1111', '1111']);
  });

  test('a palm beside the pen neither paints nor takes the stroke over', async () => {
    const { element, ended } = await mountPaper();
    await mouse('mousePressed', at(element, 0, 0), 'pen');
    await touch('touchStart', [{ ...at(element, 2, 3), id: 1 }]);
    await touch('touchEnd', []);
    await mouse('mouseMoved', at(element, 0, 2), 'pen');
    await mouse('mouseReleased', at(element, 0, 2), 'pen');
    expect(await picture(element)).toEqual(['0001', '1111', '1111']);
    expect(ended).toEqual([null]);
  });
});

test('a stroke that loses its pointer is over, and the next one paints', async () => {
  const { element, ended } = await mountPaper();
  await mouse('mousePressed', at(element, 0, 0));
  element.remove();
  document.body.append(element);
  await mouse('mouseReleased', { x: 600, y: 600 });
  await mouse('mousePressed', at(element, 1, 1));
  await mouse('mouseReleased', at(element, 1, 1));
  expect(await picture(element)).toEqual(['0111', '1011', '1111']);
  expect(ended).toHaveLength(2);
});

test('a grid that is hidden in mid-stroke paints no more', async () => {
  const { element } = await mountPaper();
  await mouse('mousePressed', at(element, 0, 0));
  element.style.display = 'none';
  part(element, '.table').dispatchEvent(
    new PointerEvent('pointermove', { pointerId: 1, clientX: 90, clientY: 90 }),
  );
  await mouse('mouseReleased', { x: 600, y: 600 });
  expect(await picture(element)).toEqual(['0111', '1111', '1111']);
});

test('the mouse tells the cell it is over, and null when it leaves', async () => {
  const { element, pointed } = await mountPaper();
  await mouse('mouseMoved', at(element, 1, 2));
  await mouse('mouseMoved', { x: 600, y: 600 });
  expect(pointed).toEqual([{ grid: 'paper', row: 1, column: 2 }, null]);
});

describe('the keyboard', () => {
  test('Space and Enter invert a cell, and each is a stroke of its own', async () => {
    const { element, ended } = await mountPaper();
    cell(element, 0, 0).focus();
    await userEvent.keyboard(' {ArrowRight}{Enter}');
    expect(await picture(element)).toEqual(['0011', '1111', '1111']);
    expect(ended).toEqual([null, null]);
  });

  test('Shift with an arrow paints on with the value that was set last', async () => {
    const { element } = await mountPaper();
    cell(element, 0, 0).focus();
    await userEvent.keyboard(' {Shift>}{ArrowDown}{ArrowRight}{/Shift}');
    expect(await picture(element)).toEqual(['0111', '0011', '1111']);
  });

  test('Shift with End paints all the way', async () => {
    const { element } = await mountPaper();
    cell(element, 0, 0).focus();
    await userEvent.keyboard(' {Shift>}{End}{/Shift}');
    expect(await picture(element)).toEqual(['0000', '1111', '1111']);
  });

  test('a key that is held down inverts once', async () => {
    const { element } = await mountPaper();
    const keydown = (repeat: boolean) =>
      cell(element, 0, 0).dispatchEvent(
        new KeyboardEvent('keydown', { key: ' ', repeat, bubbles: true, composed: true }),
      );
    [false, true, true].forEach(keydown);
    expect((await picture(element))[0]).toBe('0111');
  });

  test('Home, End and Ctrl go to the ends, and the edge stops the arrows', async () => {
    const { element } = await mountPaper();
    cell(element, 0, 0).focus();
    const walk = async (keys: string) => {
      await userEvent.keyboard(keys);
      return focused(element)?.dataset.cell;
    };
    expect(await walk('{ArrowUp}')).toBe('0,0');
    expect(await walk('{End}')).toBe('0,3');
    expect(await walk('{Control>}{End}{/Control}')).toBe('2,3');
    expect(await walk('{Home}')).toBe('2,0');
    expect(await walk('{Control>}{Home}{/Control}')).toBe('0,0');
  });

  test('one cell is the tab stop: the one that had the focus last', async () => {
    const { element } = await mountPaper();
    cell(element, 1, 1).focus();
    await element.updateComplete;
    const stops = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('[tabindex="0"]') ?? [])];
    expect(stops.map((stop) => stop.dataset.cell)).toEqual(['1,1']);
  });

  test('moving inside tells each cell, leaving tells null once', async () => {
    const { element, pointed } = await mountPaper();
    cell(element, 0, 0).focus();
    cell(element, 0, 1).focus();
    focused(element)?.blur();
    expect(pointed).toEqual([
      { grid: 'paper', row: 0, column: 0 },
      { grid: 'paper', row: 0, column: 1 },
      null,
    ]);
  });
});

test('a cell says where it is and what it holds', async () => {
  const { element } = await mountPaper();
  expect(cell(element, 1, 2).getAttribute('aria-label')).toBe('row 2, column 3: 1');
  expect(cell(element, 1, 2).textContent.trim()).toBe('1');
});

test('a stroke that the browser takes for itself, to scroll with a second finger, leaves nothing', async () => {
  const { element, ended } = await mountPaper();
  element.addEventListener('image-made', ({ detail: { image } }) => {
    element.grid = image;
  });
  let pointerId = 0;
  element.addEventListener('pointerdown', (event) => {
    ({ pointerId } = event);
  });
  await touch('touchStart', [{ ...at(element, 1, 1), id: 1 }]);
  expect(await picture(element)).toEqual(['1111', '1011', '1111']);
  part(element, '[role=grid]').dispatchEvent(new PointerEvent('pointercancel', { pointerId }));
  expect(await picture(element)).toEqual(['1111', '1111', '1111']);
  expect(ended).toEqual([null]);
  await touch('touchMove', [{ ...at(element, 2, 2), id: 1 }]);
  await touch('touchEnd', []);
  expect(await picture(element)).toEqual(['1111', '1111', '1111']);
});
