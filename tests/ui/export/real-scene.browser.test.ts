/** A real scene, saved and decoded again: every cell has the colour that the figure on the page has. */
import { beforeAll, describe, expect, test } from 'vitest';
import { cellCorner, type CellsShape, type Drawing } from '../../../src/math/figure/drawing.ts';
import type { PictureLook } from '../../../src/math/figure/look.ts';
import type { Scheme } from '../../../src/math/ramp.ts';
import { DEFAULT_DOCUMENT, makeGrid, type CorrelationPart } from '../../../src/state/document.ts';
import { openEngine } from '../../../src/engine/index.ts';
import { encodeLink } from '../../../src/state/link.ts';
import type { PictureSource } from '../../../src/state/picture/source.ts';
import { gifFile } from '../../../src/ui/export/gif-file.ts';
import { pictureInks } from '../../../src/ui/export/picture-inks.ts';
import { pngFile } from '../../../src/ui/export/still-file.ts';
import { webmVideo } from '../../../src/ui/export/webm-file.ts';
import '../../../src/ui/figure.ts';
import { correlationSource } from '../../../src/ui/scenes/correlation-pictures.ts';
import { mount, part } from '../mount.ts';
import { colorsAt, shownImage } from './read-pixels.ts';

const PART: CorrelationPart = {
  ...DEFAULT_DOCUMENT.correlation,
  image: { rows: 4, columns: 5, values: Array.from({ length: 20 }, (_, i) => ((i * 7) % 11) - 3) },
  kernel: { rows: 2, columns: 3, values: [1, -2, 0.5, 0, 3, -1] },
  padding: [1, 0, 1, 0],
};
const GRIDS = ['image', 'kernel', 'response'] as const;
/** Of 255: CSS and pictures round mixed colours each in its way. */
const MIXED = 1;
/** Video stores colours with less resolution than lightness, and a little rounded. */
const ENCODED = 24;

type Colors = Readonly<Record<(typeof GRIDS)[number], readonly string[]>>;

let source: PictureSource;

beforeAll(async () => {
  const { image, kernel, stride, padding, dilation } = PART;
  const engine = await openEngine({ prefer: 'cpu' });
  const tensor = (grid: typeof image) => ({
    shape: [1, 1, grid.rows, grid.columns] as const,
    data: Float32Array.from(grid.values),
  });
  const response = await engine.correlate(tensor(image), tensor(kernel), { stride, padding, dilation });
  engine.dispose();
  const shown = { part: PART, response: makeGrid(response), view: DEFAULT_DOCUMENT.view, painted: false };
  source = correlationSource({ ...shown, name: 'real', position: 0 });
});

/** The scene as the page shows it, and the colours that its cells have there. */
async function pageColors(theme: Scheme): Promise<{ place: ParentNode; colors: Colors }> {
  const src = `#s=${await encodeLink({ ...DEFAULT_DOCUMENT, correlation: PART })}`;
  const figure = await mount('corr2d-figure', { src, theme, engine: 'cpu', lang: 'en', loading: 'eager' });
  const gridOf = (name: string): Element =>
    part(
      part(part(figure, 'corr2d-correlation-scene'), 'corr2d-correlation-figure'),
      `corr2d-number-grid[name=${name}]`,
    );
  const cellsOf = (name: string): HTMLElement[] => [
    ...(gridOf(name).shadowRoot?.querySelectorAll<HTMLElement>('[role=gridcell]') ?? []),
  ];
  await expect
    .poll(() => figure.shadowRoot?.querySelector('corr2d-correlation-scene')?.shadowRoot?.childElementCount, {
      timeout: 10_000,
    })
    .toBeGreaterThan(0);
  await expect.poll(() => cellsOf('response').length, { timeout: 10_000 }).toBe(15);
  const colorsOf = (name: string): string[] => cellsOf(name).map(fillOf);
  await expect.poll(() => new Set(colorsOf('response')).size).toBeGreaterThan(8);
  // The ring of padding has a pattern on the page.
  const image = colorsOf('image').filter((_, index) => isInside(index));
  const colors = { image, kernel: colorsOf('kernel'), response: colorsOf('response') };
  return { place: figure.renderRoot, colors };
}

/** Whether a cell of the image with its ring is the image's own. */
function isInside(index: number): boolean {
  const { image, padding } = PART;
  const [top, left, , right] = padding;
  const width = left + image.columns + right;
  const [row, column] = [Math.floor(index / width) - top, (index % width) - left];
  return row >= 0 && row < image.rows && column >= 0 && column < image.columns;
}

/** As a canvas reads whatever CSS says. */
function fillOf(cell: HTMLElement): string {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = getComputedStyle(cell).backgroundColor;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return `#${[red, green, blue].map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** Of each cell of a grid a point that neither its number nor a frame reaches. */
function pointsOf(drawing: Drawing, name: string, scale: number): (readonly [number, number])[] {
  const shape = drawing.shapes.find(
    (each): each is CellsShape => each.kind === 'cells' && each.name === name,
  );
  if (!shape) throw new Error(`the picture has no ${name}`);
  const indices = shape.cells.map((_, index) => index);
  return indices
    .filter((index) => name !== 'image' || isInside(index))
    .map((index) => {
      const [x, y] = cellCorner(shape, index);
      return [
        Math.round((x + shape.cell * 0.18) * scale),
        Math.round((y + shape.cell * 0.18) * scale),
      ] as const;
    });
}

const lookOf = (theme: Scheme, place: ParentNode, labels: boolean): PictureLook => {
  const inks = pictureInks(theme, place);
  return { theme, inks, captions: labels, numbers: labels, marks: labels, logarithmic: false };
};
/** Without labels the image is drawn in grey levels, which the page has for painted images alone. */
const compared = (labels: boolean) => GRIDS.filter((name) => labels || name !== 'image');

const CASES = (['light', 'dark'] as const).flatMap((theme) => [
  [theme, true] as const,
  [theme, false] as const,
]);

describe.each(CASES)('%s, with labels: %s', (theme, labels) => {
  test('PNG', async () => {
    const { place, colors } = await pageColors(theme);
    const drawing = source.still(lookOf(theme, place, labels));
    const image = await shownImage(await pngFile(drawing, 192));
    for (const name of compared(labels)) {
      const size = [image.naturalWidth, image.naturalHeight] as const;
      expectNear(colorsAt(image, size, pointsOf(drawing, name, 2)), colors[name], MIXED);
    }
  });

  test('GIF and WebM', { timeout: 30_000 }, async () => {
    const { place, colors } = await pageColors(theme);
    const look = { ...lookOf(theme, place, labels), marks: true };
    const { signal } = new AbortController();
    const film = await source.film?.make(look, signal);
    if (!film) throw new Error('nothing moves');
    const last = film.frame(film.count - 1);
    const job = { film, scale: 1, framesPerSecond: 8, signal, onProgress: () => undefined };
    const gif = await lastOfGif(await gifFile(job));
    // The window stands elsewhere at the end than on the page: the tint of the image is compared in pictures.
    for (const name of ['kernel', 'response'] as const) {
      expectNear(colorsAt(gif, [gif.width, gif.height], pointsOf(last, name, 1)), colors[name], MIXED);
    }
    const video = await lastOfVideo(
      await webmVideo({ ...job, film: { count: 2, frame: (index) => film.frame(index * (film.count - 1)) } }),
    );
    const size = [video.videoWidth, video.videoHeight] as const;
    for (const name of ['kernel', 'response'] as const)
      expectNear(colorsAt(video, size, pointsOf(last, name, 1)), colors[name], ENCODED);
  });
});

async function lastOfGif(file: Blob): Promise<ImageBitmap> {
  const decoder = new ImageDecoder({ data: await file.arrayBuffer(), type: 'image/gif' });
  await decoder.tracks.ready;
  await decoder.completed;
  const count = decoder.tracks.selectedTrack?.frameCount ?? 0;
  expect(count).toBe(15);
  const { image } = await decoder.decode({ frameIndex: count - 1 });
  return createImageBitmap(image);
}

async function lastOfVideo(file: Blob): Promise<HTMLVideoElement> {
  const video = document.createElement('video');
  video.muted = true;
  video.src = URL.createObjectURL(file);
  await new Promise((resolve, reject) => {
    video.onloadeddata = resolve;
    video.onerror = reject;
  });
  const sought = new Promise((resolve) => {
    video.onseeked = resolve;
  });
  video.currentTime = video.duration - 0.5;
  await sought;
  // Told before the frame is painted.
  await expect.poll(() => colorsAt(video, [10, 10], [[1, 1]])[0]).not.toBe('#000000');
  return video;
}

function expectNear(found: readonly string[], wanted: readonly string[], most: number): void {
  expect(found).toHaveLength(wanted.length);
  const channelsOf = (color: string) => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  found.forEach((color, index) => {
    const expected = channelsOf(wanted[index] ?? '');
    channelsOf(color).forEach((channel, at) => {
      const far = Math.abs(channel - (expected[at] ?? NaN));
      expect(far, `${color} for ${String(wanted[index])}`).toBeLessThanOrEqual(most);
    });
  });
}
