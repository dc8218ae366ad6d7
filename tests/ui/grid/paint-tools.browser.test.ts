/** The tools on the paper itself: by pen, by finger and by keys, told as pictures. */
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { NumberGrid } from '../../../src/state/document.ts';
import type { ImageMade } from '../../../src/ui/grid/cell-events.ts';
import '../../../src/ui/grid/paint-grid.ts';
import { DEFAULT_SETTINGS, type PaintSettings } from '../../../src/ui/grid/paint-settings.ts';
import '../../../src/ui/picture/paint-tools.ts';
import { glyphPicture, rasterizeGlyph } from '../../../src/ui/picture/glyph.ts';
import { detailsOf, focused, mount, part } from '../mount.ts';
import { middleOf, mouse, touch } from '../pointer.ts';

const PAPER: NumberGrid = { rows: 4, columns: 6, values: Array<number>(24).fill(1) };

async function mountPaper(settings: Partial<PaintSettings>) {
  const element = await mount('corr2d-paint-grid', {
    grid: PAPER,
    name: 'paper',
    settings: { ...DEFAULT_SETTINGS, ...settings },
  });
  element.addEventListener('image-made', ({ detail }) => {
    element.grid = detail.image;
  });
  const at = (row: number, column: number) => part(element, `[data-cell="${String(row)},${String(column)}"]`);
  const rows = () =>
    [0, 1, 2, 3].map((row) =>
      element.grid.values
        .slice(row * 6, row * 6 + 6)
        .map((value) => (value === 0 ? '#' : '.'))
        .join(''),
    );
  return {
    element,
    at,
    rows,
    ended: detailsOf(element, 'stroke-ended'),
    made: detailsOf(element, 'image-made'),
  };
}

test('a rectangle is pulled by a pen, and shown while it is', async () => {
  const { at, rows, ended } = await mountPaper({ tool: 'rectangle' });
  await mouse('mousePressed', middleOf(at(0, 1)), 'pen');
  await mouse('mouseMoved', middleOf(at(1, 2)), 'pen');
  await expect.poll(rows).toEqual(['.##...', '.##...', '......', '......']);
  await mouse('mouseMoved', middleOf(at(2, 4)), 'pen');
  expect(ended).toEqual([]);
  await mouse('mouseReleased', middleOf(at(2, 4)), 'pen');
  await expect.poll(rows).toEqual(['.####.', '.#..#.', '.####.', '......']);
  await expect.poll(() => ended).toEqual([null]);
});

test('a line is drawn by a finger', async () => {
  const { at, rows } = await mountPaper({ tool: 'line' });
  await touch('touchStart', [{ ...middleOf(at(3, 0)), id: 1 }]);
  await touch('touchMove', [{ ...middleOf(at(2, 1)), id: 1 }]);
  await touch('touchMove', [{ ...middleOf(at(0, 3)), id: 1 }]);
  await touch('touchEnd', []);
  await expect.poll(rows).toEqual(['...#..', '..#...', '.#....', '#.....']);
});

test('by keys the focus is the pen: Space begins and ends, Escape gives up', async () => {
  const { at, rows, ended } = await mountPaper({ tool: 'ellipse' });
  at(0, 0).focus();
  await userEvent.keyboard(
    ' {ArrowDown}{ArrowDown}{ArrowDown}{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}',
  );
  await expect.poll(rows).toEqual(['.####.', '#....#', '#....#', '.####.']);
  expect(ended).toEqual([]);
  await userEvent.keyboard('{Enter}');
  expect(ended).toEqual([null]);
  await userEvent.keyboard(' {ArrowUp}{Escape}');
  await expect.poll(rows).toEqual(['.####.', '#....#', '#....#', '.####.']);
});

test('what is selected moves with the arrows, and is erased by Delete', async () => {
  const { element, at, rows } = await mountPaper({ tool: 'select' });
  element.grid = { ...PAPER, values: PAPER.values.with(0, 0) };
  await element.updateComplete;
  at(0, 0).focus();
  await userEvent.keyboard(' {ArrowRight} ');
  expect(part(element, '.selection').style.width).toContain('calc(2');
  await userEvent.keyboard('{ArrowLeft} {ArrowDown}{ArrowRight} ');
  await expect.poll(rows).toEqual(['......', '.#....', '......', '......']);
  await userEvent.keyboard('{Delete}');
  await expect.poll(rows).toEqual(['......', '......', '......', '......']);
});

test('the selection goes back with a move that is undone, and forth with it', async () => {
  const { element, at } = await mountPaper({ tool: 'select' });
  const frame = async (): Promise<string> => {
    await element.updateComplete;
    const { top, left } = part(element, '.selection').style;
    return `${top} ${left}`;
  };
  const before = { ...PAPER, values: PAPER.values.with(0, 0) };
  element.grid = before;
  await element.updateComplete;
  at(0, 0).focus();
  await userEvent.keyboard(' {ArrowRight} {ArrowLeft}');
  const start = await frame();
  await userEvent.keyboard(' {ArrowDown} ');
  const moved = await frame();
  expect(moved).not.toBe(start);
  const after = element.grid;
  // As the history brings them: equal, and not the same.
  element.grid = { ...before };
  expect(await frame()).toBe(start);
  element.grid = { ...after };
  expect(await frame()).toBe(moved);
});

test('each step of a shape by keys is announced, and so is what is given up', async () => {
  const { element, at } = await mountPaper({ tool: 'select' });
  const said = () => part(element, '[role=status]').textContent;
  at(1, 1).focus();
  await userEvent.keyboard(' ');
  await expect.poll(said).toBe('select and move begins at row 2, column 2');
  await userEvent.keyboard('{ArrowRight}{ArrowDown} ');
  await expect.poll(said).toBe('rows 2 to 3, columns 2 to 3 selected');
  await userEvent.keyboard('{Delete}');
  await expect.poll(said).toBe('selection erased');
  await userEvent.keyboard('{Escape}');
  await expect.poll(said).toBe('given up');
});

test('a stamp that is chosen by its key has its character at once', async () => {
  const element = await mount('corr2d-paint-tools', {});
  const chosen = detailsOf(element, 'settings-chosen') as PaintSettings[];
  element.settings = { ...DEFAULT_SETTINGS, tool: 'stamp' };
  await element.updateComplete;
  expect(chosen).toHaveLength(1);
  expect(chosen[0]?.stamp?.rows).toBe(8);
});

test('what is painted by key is announced', async () => {
  const { element, at } = await mountPaper({ value: 0.25 });
  at(1, 2).focus();
  await userEvent.keyboard(' ');
  await expect.poll(() => part(element, '[role=status]').textContent).toBe('row 2, column 3: 0.25');
});

test('letters choose tools', async () => {
  const { element, at } = await mountPaper({});
  const chosen = detailsOf(element, 'tool-chosen');
  at(1, 1).focus();
  await userEvent.keyboard('rfs');
  expect(chosen).toEqual(['rectangle', 'fill', 'select']);
  expect(focused(element)).toBe(at(1, 1));
});

test('the tools tell what they are set to', async () => {
  const element = await mount('corr2d-paint-tools', {});
  const chosen = detailsOf(element, 'settings-chosen');
  part(element, '[data-tool=rectangle]').click();
  expect(chosen).toEqual([{ ...DEFAULT_SETTINGS, tool: 'rectangle' }]);
  element.settings = { ...DEFAULT_SETTINGS, tool: 'rectangle' };
  await element.updateComplete;
  part(element, 'input[type=checkbox]').click();
  expect(chosen.at(-1)).toEqual({ ...DEFAULT_SETTINGS, tool: 'rectangle', filled: true });
  expect(part(element, '[data-tool=rectangle]').getAttribute('aria-pressed')).toBe('true');
});

test('letters, digits and 汉字 are drawn by the browser, as high as asked', () => {
  const one = rasterizeGlyph('1', 8);
  expect(one?.rows).toBe(8);
  expect(one?.columns).toBeLessThan(8);
  const bar = rasterizeGlyph('一', 6);
  expect((bar?.columns ?? 0) / (bar?.rows ?? 1)).toBeGreaterThan(2);
  const letter = rasterizeGlyph('L', 8);
  const columns = letter?.columns ?? 0;
  // An L stands on its foot: the bottom row is inked to its end, the top row is not.
  expect(letter?.values.slice(-columns).every((value) => value === 1)).toBe(true);
  expect(letter?.values[columns - 1]).toBe(0);
  expect(rasterizeGlyph(' ', 8)).toBeNull();
});

test('a picture of a letter has it in the middle of its paper', () => {
  const { rows, columns, values } = glyphPicture('L', 16);
  expect([rows, columns]).toEqual([16, 16]);
  const inked = values.flatMap((value, index) =>
    value === 0 ? [[Math.floor(index / 16), index % 16] as const] : [],
  );
  const places = inked.map(([row]) => row);
  expect(Math.max(...places) - Math.min(...places) + 1).toBe(12);
  expect(Math.min(...places)).toBe(2);
});

test('each step of a stroke names its tool', async () => {
  const { at, made } = await mountPaper({ tool: 'fill' });
  at(0, 0).focus();
  await userEvent.keyboard(' ');
  expect((made as ImageMade[]).map(({ name, grid }) => [name, grid])).toEqual([['fill-image', 'paper']]);
});
