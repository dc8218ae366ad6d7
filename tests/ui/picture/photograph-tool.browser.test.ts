/** Real picture files, decoded by the browser: what cells they become, and what is said of files that are none. */
import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../../src/ui/picture/photograph-tool.ts';
import { detailsOf, mount, part } from '../mount.ts';

/** A PNG, drawn by hand: dark on the left half, light on the right. */
async function pictureFile(width: number, height: number, dark: string, light: string): Promise<File> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = dark;
  context.fillRect(0, 0, width / 2, height);
  context.fillStyle = light;
  context.fillRect(width / 2, 0, width / 2, height);
  return new File([await canvas.convertToBlob({ type: 'image/png' })], 'photo.png', { type: 'image/png' });
}

function carrying(file: File): DataTransfer {
  const data = new DataTransfer();
  data.items.add(file);
  return data;
}

async function mountTool() {
  const element = await mount('corr2d-photograph-tool', {});
  const taken = detailsOf(element, 'photograph-taken');
  const open = (file: File): void => {
    const picker = part(element, 'input[type=file]');
    if (!(picker instanceof HTMLInputElement)) throw new Error('no picker');
    picker.files = carrying(file).files;
    picker.dispatchEvent(new Event('change'));
  };
  const use = async (): Promise<unknown> => {
    await vi.waitFor(() => part(element, 'button.primary'));
    await userEvent.click(part(element, 'button.primary'));
    return taken.at(-1);
  };
  const choose = async (index: number, value: string): Promise<void> => {
    const select = element.shadowRoot?.querySelectorAll('select')[index];
    if (!select) throw new Error('no select');
    await userEvent.selectOptions(select, value);
  };
  const fault = (): string => part(element, '.fault').textContent.trim();
  return { element, taken, open, use, choose, fault };
}

const row = (left: number, right: number): number[] => [left, left, left, left, right, right, right, right];

test('an opened picture becomes black and white cells, parted by Otsu’s threshold', async () => {
  const { open, use, choose } = await mountTool();
  open(await pictureFile(320, 160, '#606060', '#a0a0a0'));
  await use();
  await choose(0, '8');
  expect(await use()).toEqual({
    rows: 4,
    columns: 8,
    values: [...row(0, 1), ...row(0, 1), ...row(0, 1), ...row(0, 1)],
  });
});

test('greys are levels of the display in hundredths', async () => {
  const { open, use, choose } = await mountTool();
  open(await pictureFile(80, 10, '#336699', '#ffffff'));
  await use();
  await choose(0, '8');
  await choose(1, 'grey');
  // #336699 has the luminance 0.125 (BT.709), and so has the grey level 0.39.
  expect(await use()).toEqual({ rows: 1, columns: 8, values: row(0.39, 1) });
});

test('the threshold is moved by hand, and goes back to Otsu’s', async () => {
  const { element, open, use, choose } = await mountTool();
  open(await pictureFile(8, 1, '#606060', '#a0a0a0'));
  await use();
  await choose(0, '8');
  const slider = part(element, 'input[type=range]');
  await userEvent.fill(slider, '0.3');
  expect(await use()).toEqual({ rows: 1, columns: 8, values: row(1, 1) });
  await userEvent.click(part(element, 'button[title]'));
  expect(await use()).toEqual({ rows: 1, columns: 8, values: row(0, 1) });
});

test('a picture is dropped or pasted, but not the picture of numbers that a spreadsheet copies', async () => {
  const { element, use, taken, choose } = await mountTool();
  const drop = new DragEvent('drop', {
    dataTransfer: carrying(await pictureFile(8, 1, 'black', 'white')),
    cancelable: true,
  });
  part(element, '.drop').dispatchEvent(drop);
  expect(drop.defaultPrevented).toBe(true);
  await use();
  await choose(0, '8');
  expect(await use()).toEqual({ rows: 1, columns: 8, values: row(0, 1) });

  const pasted = carrying(await pictureFile(8, 1, 'white', 'black'));
  dispatchEvent(new ClipboardEvent('paste', { clipboardData: pasted }));
  await vi.waitFor(async () => {
    expect(await use()).toEqual({ rows: 1, columns: 8, values: row(1, 0) });
  });

  const numbers = carrying(await pictureFile(8, 1, 'black', 'white'));
  numbers.setData('text/plain', '1\t2');
  const event = new ClipboardEvent('paste', { clipboardData: numbers, cancelable: true });
  dispatchEvent(event);
  expect(event.defaultPrevented).toBe(false);
  expect(taken.at(-1)).toEqual({ rows: 1, columns: 8, values: row(1, 0) });
});

test('a file that is no picture, or is broken, is named and changes nothing', async () => {
  const { open, use, choose, fault } = await mountTool();
  open(await pictureFile(8, 1, 'black', 'white'));
  await use();
  await choose(0, '8');
  open(new File(['1, 2, 3'], 'notes.txt', { type: 'text/plain' }));
  await expect.poll(fault).toContain('notes.txt');
  expect(await use()).toEqual({ rows: 1, columns: 8, values: row(0, 1) });
  const whole = await pictureFile(640, 640, 'black', 'white');
  open(new File([whole.slice(0, 30)], 'cut.png', { type: 'image/png' }));
  await expect.poll(fault).toContain('cut.png');
});

test('a file that is too large is refused before it is read', async () => {
  const { open, fault } = await mountTool();
  open(new File([new Uint8Array(64_000_001)], 'huge.png', { type: 'image/png' }));
  await expect.poll(fault).toContain('65 MB');
});
