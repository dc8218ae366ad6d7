/** A text as the modules of a QR code (ISO/IEC 18004), by the library of Kazuhiko Arase. */
import qrcode from 'qrcode-generator';

/** Beyond this a telephone's camera no longer tells the modules of a code on a screen apart. */
export const LONGEST_QR_TEXT = 1000;

/** Rows of modules, true for dark, without the quiet zone; null for a text that is too long. */
export function makeQrModules(text: string): readonly (readonly boolean[])[] | null {
  if (text.length > LONGEST_QR_TEXT) return null;
  // As small as the text allows; on a screen nothing is torn or stained that correction would have to mend.
  const code = qrcode(0, 'L');
  code.addData(text, 'Byte');
  code.make();
  const places = Array.from({ length: code.getModuleCount() }, (_, place) => place);
  return places.map((row) => places.map((column) => code.isDark(row, column)));
}

/** The dark modules as a path in units of one module: a stroke of squares along each row. */
export function modulesPath(rows: readonly (readonly boolean[])[]): string {
  const squares = rows.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${String(x)} ${String(y)}h1v1h-1z`] : [])),
  );
  return squares.join('');
}
