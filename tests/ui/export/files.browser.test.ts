/** Every kind of file is decoded again, and its cells compared with what was drawn. */
import { describe, expect, test } from 'vitest';
import { PictureError } from '../../../src/state/picture/limits.ts';
import type { FilmJob } from '../../../src/ui/export/film-job.ts';
import { gifFile } from '../../../src/ui/export/gif-file.ts';
import { pngFile, svgFile } from '../../../src/ui/export/still-file.ts';
import { webmVideo } from '../../../src/ui/export/webm-file.ts';
import { decodeGif } from '../../math/gif/decode-gif.ts';
import { BACKGROUND, FILLS, fillsOf, FILM, fourCells, SAMPLES } from './a-film.ts';
import { colorsAt, shownImage } from './read-pixels.ts';

const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer());
const scaled = (scale: number) => SAMPLES.map(([x, y]) => [x * scale, y * scale] as const);

/** Heard: what was told of the progress. */
function aJob(change: Partial<FilmJob> = {}): FilmJob & { readonly heard: number[] } {
  const heard: number[] = [];
  const onProgress = (share: number) => {
    heard.push(share);
  };
  const { signal } = new AbortController();
  return { film: FILM, scale: 2, framesPerSecond: 4, signal, onProgress, heard, ...change };
}

describe('SVG', () => {
  test('is XML with a square for each cell', async () => {
    const document = new DOMParser().parseFromString(await svgFile(fourCells(0)).text(), 'image/svg+xml');
    expect(document.querySelector('parsererror')).toBeNull();
    const squares = [...document.querySelectorAll('[data-grid=four] > g > rect')];
    expect(squares.map((square) => square.getAttribute('fill'))).toEqual(fillsOf(0));
    expect(document.querySelector('[data-grid=four] > text')?.textContent).toBe('0');
  });

  test('looks as it should where it is shown as an image', async () => {
    const image = await shownImage(svgFile(fourCells(2)));
    expect([image.naturalWidth, image.naturalHeight]).toEqual([85, 101]);
    expect(colorsAt(image, [85, 101], [...SAMPLES, [2, 2]])).toEqual([...fillsOf(2), BACKGROUND]);
  });
});

describe('PNG', () => {
  test.each([
    [96, 85, 101, 3780],
    [300, 266, 316, 11_811],
  ])(
    'at %i dpi has its size on the screen and on paper, and the colours of the cells',
    async (dpi, width, height, perMetre) => {
      const file = await pngFile(fourCells(1), dpi);
      const image = await shownImage(file);
      expect([image.naturalWidth, image.naturalHeight]).toEqual([width, height]);
      expect(colorsAt(image, [width, height], scaled(dpi / 96))).toEqual(fillsOf(1));
      const bytes = await bytesOf(file);
      expect(new TextDecoder('latin1').decode(bytes.subarray(37, 41))).toBe('pHYs');
      expect(new DataView(bytes.buffer).getUint32(41)).toBe(perMetre);
    },
  );

  test('is refused where no browser could draw it', async () => {
    const huge = { ...fourCells(0), width: 5000, height: 4000 };
    await expect(pngFile(huge, 96)).rejects.toMatchObject({
      problem: { code: 'picture-too-large', width: 5000, height: 4000 },
    });
  });
});

describe('GIF', () => {
  test('has every frame, in order and in time, with the colours of the cells', async () => {
    const job = aJob();
    const gif = decodeGif(await bytesOf(await gifFile(job)));
    expect([gif.width, gif.height, gif.loops]).toEqual([170, 202, 0]);
    expect(gif.frames.map(({ delay }) => delay)).toEqual([25, 25, 25, 25, 200]);
    gif.frames.forEach(({ pixels }, turn) => {
      const colors = scaled(2).map(
        ([x, y]) => `#${(pixels[y * 170 + x] ?? 0).toString(16).padStart(6, '0')}`,
      );
      expect(colors).toEqual(fillsOf(turn));
    });
    const [, , width = 0] = gif.frames[1]?.part ?? [];
    expect(width).toBeLessThan(130); // the two cells that changed
    expect(job.heard.at(-1)).toBe(1);
    expect(job.heard).toEqual([...job.heard].sort((a, b) => a - b));
  });

  test('is what the browser decodes, too', async () => {
    const decoder = new ImageDecoder({
      data: await (await gifFile(aJob())).arrayBuffer(),
      type: 'image/gif',
    });
    await decoder.tracks.ready;
    await decoder.completed;
    expect(decoder.tracks.selectedTrack?.frameCount).toBe(5);
    for (const turn of [0, 3, 4]) {
      const { image } = await decoder.decode({ frameIndex: turn });
      const bitmap = await createImageBitmap(image);
      image.close();
      expect(colorsAt(bitmap, [170, 202], scaled(2))).toEqual(fillsOf(turn));
    }
  });
});

describe('WebM', () => {
  /** Colours are stored with less resolution than lightness, and a little rounded. */
  function expectNear(colors: readonly string[], wanted: readonly string[]): void {
    const channelsOf = (color: string) => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
    colors.forEach((color, i) => {
      const [a, b] = [channelsOf(color), channelsOf(wanted[i] ?? '')];
      a.forEach((channel, c) => {
        expect(Math.abs(channel - (b[c] ?? 0)), `${color} for ${String(wanted[i])}`).toBeLessThan(24);
      });
    });
  }

  async function play(file: Blob): Promise<HTMLVideoElement> {
    const video = document.createElement('video');
    video.muted = true;
    video.src = URL.createObjectURL(file);
    await new Promise((resolve, reject) => {
      video.onloadeddata = resolve;
      video.onerror = () => {
        reject(new Error(video.error?.message ?? 'the video does not load'));
      };
    });
    return video;
  }

  async function seek(video: HTMLVideoElement, second: number): Promise<void> {
    const seeked = new Promise((resolve) => {
      video.onseeked = resolve;
    });
    video.currentTime = second;
    await seeked;
  }

  test('plays: size, length, and each frame at its time', async () => {
    const job = aJob();
    const video = await play(await webmVideo(job));
    expect([video.videoWidth, video.videoHeight]).toEqual([170, 202]);
    expect(video.duration).toBeCloseTo(4 * 0.25 + 2 + 0.04, 2);
    for (const turn of [3, 0, 4, 1]) {
      await seek(video, turn * 0.25 + 0.1);
      expectNear(colorsAt(video, [170, 202], scaled(2)), fillsOf(turn));
    }
    expect(job.heard.at(-1)).toBe(1);
  });

  test('sides that are odd are filled up by a pixel of background', async () => {
    const video = await play(await webmVideo(aJob({ scale: 1 })));
    expect([video.videoWidth, video.videoHeight]).toEqual([86, 102]);
    await seek(video, 0.1);
    expectNear(colorsAt(video, [86, 102], [[85, 50]]), [BACKGROUND]);
  });

  test('a browser without an encoder is told so', async () => {
    const encoder = globalThis.VideoEncoder;
    Reflect.deleteProperty(globalThis, 'VideoEncoder');
    try {
      await expect(webmVideo(aJob())).rejects.toMatchObject({ problem: { code: 'no-video' } });
    } finally {
      globalThis.VideoEncoder = encoder;
    }
  });
});

describe.each([
  ['GIF', gifFile],
  ['WebM', webmVideo],
])('%s', (_name, makeFile) => {
  test('is given up where it is stopped, and no frame is drawn after that', async () => {
    const stop = new AbortController();
    let drawn = 0;
    const film = {
      count: 400,
      frame: (index: number) => {
        drawn++;
        return fourCells(index);
      },
    };
    const onProgress = (share: number) => {
      if (share > 0.3) stop.abort();
    };
    const making = makeFile(aJob({ film, onProgress, signal: stop.signal }));
    await expect(making).rejects.toHaveProperty('name', 'AbortError');
    const before = drawn;
    expect(before).toBeLessThan(200);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(drawn).toBe(before);
  });

  test.each([
    ['too long', { film: { count: 501, frame: fourCells } }, 'film-too-long'],
    ['too large', { scale: 60 }, 'film-too-large'],
  ])('that is %s is refused', async (_why, change, code) => {
    const refused = await makeFile(aJob(change)).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(PictureError);
    expect(refused).toMatchObject({ problem: { code } });
  });
});

test('the fills of the tests differ', () => {
  expect(new Set(FILLS).size).toBe(5);
});
