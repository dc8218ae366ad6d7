/** A decoder of GIF89a for the tests, written from the specification and not from the encoder. */

export interface DecodedFrame {
  /** The whole screen after this frame, `0xrrggbb` a pixel. */
  readonly pixels: readonly number[];
  readonly delay: number;
  /** The rectangle that the frame brought. */
  readonly part: readonly [left: number, top: number, width: number, height: number];
}

export interface DecodedGif {
  readonly width: number;
  readonly height: number;
  readonly loops: number | null;
  readonly frames: readonly DecodedFrame[];
}

export function decodeGif(bytes: Uint8Array): DecodedGif {
  let at = 0;
  const byte = (): number => {
    const value = bytes[at++];
    if (value === undefined) throw new Error('the file ends early');
    return value;
  };
  const word = (): number => byte() | (byte() << 8);
  const text = (length: number): string => Array.from({ length }, () => String.fromCharCode(byte())).join('');
  const blocks = (): number[] => {
    const all: number[] = [];
    for (let length = byte(); length > 0; length = byte()) {
      for (let i = 0; i < length; i++) all.push(byte());
    }
    return all;
  };

  if (text(6) !== 'GIF89a') throw new Error('no GIF89a');
  const [width, height] = [word(), word()];
  const flags = byte();
  byte();
  byte();
  if ((flags & 0x80) === 0) throw new Error('no global colour table');
  const colors = Array.from({ length: 2 << (flags & 7) }, () => (byte() << 16) | (byte() << 8) | byte());
  const frames: DecodedFrame[] = [];
  let screen = Array<number>(width * height).fill(-1);
  let delay = 0;
  let loops: number | null = null;
  for (;;) {
    const mark = byte();
    if (mark === 0x3b) break;
    if (mark === 0x21) {
      const label = byte();
      const data = blocks();
      if (label === 0xf9) {
        delay = (data[1] ?? 0) | ((data[2] ?? 0) << 8);
        if ((((data[0] ?? 0) >> 2) & 7) > 1) throw new Error('this disposal is not decoded here');
      }
      if (label === 0xff && String.fromCharCode(...data.slice(0, 11)) === 'NETSCAPE2.0')
        loops = (data[12] ?? 0) | ((data[13] ?? 0) << 8);
    } else if (mark === 0x2c) {
      const part = [word(), word(), word(), word()] as const;
      if (byte() !== 0) throw new Error('local tables and interlacing are not decoded here');
      const minimum = byte();
      const indices = decodeLzw(blocks(), minimum);
      const [left, top, columns, rows] = part;
      if (indices.length !== columns * rows) throw new Error(`${String(indices.length)} pixels for a frame`);
      screen = [...screen];
      indices.forEach((index, i) => {
        screen[(top + Math.floor(i / columns)) * width + left + (i % columns)] = colors[index] ?? -1;
      });
      frames.push({ pixels: screen, delay, part });
    } else throw new Error(`no block begins with ${String(mark)}`);
  }
  if (at !== bytes.length) throw new Error('there is something behind the end');
  return { width, height, loops, frames };
}

export function decodeLzw(bytes: readonly number[], minimum: number): number[] {
  const clear = 1 << minimum;
  const out: number[] = [];
  let position = 0;
  const read = (size: number): number => {
    let code = 0;
    for (let bit = 0; bit < size; bit++, position++) {
      const byte = bytes[position >> 3];
      if (byte === undefined) throw new Error('the codes end early');
      code |= ((byte >> (position & 7)) & 1) << bit;
    }
    return code;
  };
  let size = minimum + 1;
  let table: number[][] = [];
  let last: number[] | null = null;
  const reset = (): void => {
    table = Array.from({ length: clear + 2 }, (_, index) => (index < clear ? [index] : []));
    size = minimum + 1;
    last = null;
  };
  reset();
  if (read(size) !== clear) throw new Error('the codes begin with no clear code');
  for (;;) {
    const code = read(size);
    if (code === clear + 1) return out;
    if (code === clear) {
      reset();
      continue;
    }
    const previous: number[] | null = last;
    const found: number[] | undefined =
      table[code] ?? (code === table.length && previous ? [...previous, previous[0] ?? 0] : undefined);
    if (!found) throw new Error(`code ${String(code)} is not known yet`);
    out.push(...found);
    if (previous && table.length < 4096) table.push([...previous, found[0] ?? 0]);
    if (table.length === 1 << size && size < 12) size++;
    last = found;
  }
}
