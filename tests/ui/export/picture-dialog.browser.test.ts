import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Drawing } from '../../../src/math/figure/drawing.ts';
import type { PictureLook } from '../../../src/math/figure/look.ts';
import type { PictureSource } from '../../../src/state/picture/source.ts';
import '../../../src/ui/export/picture-dialog.ts';
import { decodeGif } from '../../math/gif/decode-gif.ts';
import { detailsOf, mount, part } from '../mount.ts';
import { fourCells } from './a-film.ts';

type Download = readonly [name: string, file: Blob];

const downloads: Download[] = [];
const files = new Map<string, Blob>();
const createUrl = URL.createObjectURL.bind(URL);
const click = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'click');

/** Links are followed into this list instead of the reader's downloads. */
beforeEach(() => {
  downloads.length = 0;
  URL.createObjectURL = (file: Blob): string => {
    const url = createUrl(file);
    files.set(url, file);
    return url;
  };
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement): void {
    const file = files.get(this.href);
    if (file) downloads.push([this.download, file]);
  };
});

afterEach(() => {
  URL.createObjectURL = createUrl;
  Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
  expect(Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'click')).toEqual(click);
});

function aSource(change: Partial<PictureSource> = {}): PictureSource & { readonly looks: PictureLook[] } {
  const looks: PictureLook[] = [];
  const still = (look: PictureLook): Drawing => {
    looks.push(look);
    return fourCells(0);
  };
  const film = { count: 3, all: 3, make: () => Promise.resolve({ count: 3, frame: fourCells }) };
  return {
    name: 'corr2d-four',
    hasRoomForNumbers: true,
    marks: 'window',
    hasChart: false,
    still,
    film,
    looks,
    ...change,
  };
}

type Dialog = Awaited<ReturnType<typeof mount<'corr2d-picture-dialog'>>>;

const options = (dialog: Dialog) => part(dialog, 'corr2d-picture-options');
const button = (dialog: Dialog, text: RegExp) => {
  const found = [...(dialog.shadowRoot?.querySelectorAll('button') ?? [])].find((each) =>
    text.test(each.innerText),
  );
  if (!found) throw new Error(`no button ${String(text)}`);
  return found;
};

async function choose(dialog: Dialog, label: RegExp, value: string | boolean): Promise<void> {
  const labels = [...(options(dialog).shadowRoot?.querySelectorAll('label') ?? [])];
  const control = labels.find((each) => label.test(each.innerText))?.querySelector('select, input');
  if (control instanceof HTMLSelectElement) control.value = String(value);
  else if (control instanceof HTMLInputElement) control.checked = value === true;
  else throw new Error(`nothing is labelled ${String(label)}`);
  control.dispatchEvent(new Event('change'));
  await dialog.updateComplete;
  await new Promise((resolve) => setTimeout(resolve));
}

async function saved(dialog: Dialog, count = 1): Promise<Download> {
  button(dialog, /^Save/).click();
  await expect.poll(() => downloads.length).toBe(count);
  return downloads[count - 1] ?? ['', new Blob()];
}

describe('the dialog', () => {
  test('opens with a preview, and tells when it was closed', async () => {
    const dialog = await mount('corr2d-picture-dialog', { source: aSource() });
    expect(part(dialog, 'dialog').matches(':modal')).toBe(true);
    const preview = part(dialog, 'img') as HTMLImageElement;
    await preview.decode();
    expect(preview.naturalWidth).toBe(85);
    const closed = detailsOf(dialog, 'picture-dialog-closed');
    button(dialog, /^Close/).click();
    await expect.poll(() => closed.length).toBe(1);
  });

  test('saves what was chosen, under the name of its format', async () => {
    const source = aSource();
    const dialog = await mount('corr2d-picture-dialog', { source });
    const [svgName, svg] = await saved(dialog);
    expect([svgName, svg.type]).toEqual(['corr2d-four.svg', 'image/svg+xml']);
    await choose(dialog, /^Format/, 'png');
    await choose(dialog, /^Resolution/, '600');
    await choose(dialog, /^Theme/, 'dark');
    await choose(dialog, /^names/, false);
    await choose(dialog, /^numbers/, false);
    expect(part(dialog, '.size').innerText).toBe('531 × 631 pixels');
    const [pngName, png] = await saved(dialog, 2);
    expect([pngName, png.type]).toEqual(['corr2d-four.png', 'image/png']);
    const bitmap = await createImageBitmap(png);
    expect([bitmap.width, bitmap.height]).toEqual([531, 631]);
    const look = source.looks.at(-1);
    expect(look).toMatchObject({ theme: 'dark', captions: false, numbers: false, marks: false });
    expect(look?.inks).toMatchObject({ paper: '#15171a', kernel: '#f2b13f' }); // page.css, dark
    await expect.poll(() => part(dialog, '.saved').innerText).toMatch(/^Saved: corr2d-four\.png, \d+ kB$/);
  });

  test('a film has its size and speed, and always the window', async () => {
    const source = aSource();
    const dialog = await mount('corr2d-picture-dialog', { source });
    await choose(dialog, /^Format/, 'gif');
    await choose(dialog, /^Speed/, '8');
    await choose(dialog, /^Size/, '1');
    expect(part(dialog, '.size').innerText).toBe('85 × 101 pixels, 3 frames in 2.3 seconds');
    expect(source.looks.at(-1)?.marks).toBe(true);
    const [name, file] = await saved(dialog);
    const { frames, width } = decodeGif(new Uint8Array(await file.arrayBuffer()));
    expect([name, width, frames.map(({ delay }) => delay)]).toEqual(['corr2d-four.gif', 85, [13, 13, 200]]);
  });

  test('where nothing moves there is no film to choose', async () => {
    const dialog = await mount('corr2d-picture-dialog', {
      source: aSource({ film: null, marks: null }),
    });
    const formats = [...(options(dialog).shadowRoot?.querySelectorAll('option') ?? [])].map(
      ({ value }) => value,
    );
    expect(formats).toEqual(['svg', 'png', 'light', 'dark']);
    expect(options(dialog).shadowRoot?.querySelectorAll('input')).toHaveLength(2);
  });

  test('where there is a chart its axis can be logarithmic', async () => {
    const source = aSource({ hasChart: true });
    const dialog = await mount('corr2d-picture-dialog', { source });
    expect(source.looks.at(-1)?.logarithmic).toBe(false);
    await choose(dialog, /^logarithmic/, true);
    expect(source.looks.at(-1)?.logarithmic).toBe(true);
  });

  test('a film is stopped by Cancel and by closing, and saves nothing', async () => {
    const film = { count: 400, all: 400, make: () => Promise.resolve({ count: 400, frame: fourCells }) };
    const dialog = await mount('corr2d-picture-dialog', { source: aSource({ film }) });
    await choose(dialog, /^Format/, 'gif');
    button(dialog, /^Save/).click();
    await expect.poll(() => (part(dialog, 'progress') as HTMLProgressElement).value).toBeGreaterThan(0);
    button(dialog, /^Cancel/).click();
    await dialog.updateComplete;
    expect(dialog.shadowRoot?.querySelector('progress')).toBeNull();
    button(dialog, /^Save/).click();
    await dialog.updateComplete;
    button(dialog, /^Close/).click();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(downloads).toEqual([]);
  });

  test('a long film begins fast and small, says what it leaves out and how far it is', async () => {
    const wide = (turn: number): Drawing => ({ ...fourCells(turn), width: 700 });
    const film = { count: 193, all: 3844, make: () => Promise.resolve({ count: 193, frame: wide }) };
    const dialog = await mount('corr2d-picture-dialog', { source: aSource({ film, still: () => wide(0) }) });
    await choose(dialog, /^Format/, 'gif');
    expect(part(dialog, '.size').innerText).toBe('700 × 101 pixels, 193 of 3844 frames in 14.0 seconds');
    button(dialog, /^Save/).click();
    await expect.poll(() => part(dialog, '.making').innerText).toMatch(/^[1-9]\d?%$/);
    button(dialog, /^Cancel/).click();
  });

  test('what is too large is refused with numbers and a way out, and the choice stands', async () => {
    const film = { count: 3844, all: 3844, make: () => Promise.reject(new Error('it should not be made')) };
    const dialog = await mount('corr2d-picture-dialog', { source: aSource({ film }) });
    await choose(dialog, /^Format/, 'webm');
    expect(part(dialog, '[role=alert]').textContent).toMatch(/3844 frames, and 500/);
    expect(button(dialog, /^Save/)).toHaveProperty('disabled', true);
    await choose(dialog, /^Format/, 'svg');
    expect(dialog.shadowRoot?.querySelector('[role=alert]')).toBeNull();
    expect((await saved(dialog))[0]).toBe('corr2d-four.svg');
  });
});
