/** Messages of an XLIFF file that nobody has translated yet. */

const UNIT = /<trans-unit id="([^"]+)">(.*?)<\/trans-unit>/gs;
const TARGET = /<target>(.*?)<\/target>/s;

/** The ids of the units whose target is missing or blank; an error where the text holds no unit at all. */
export function untranslated(xliff: string): string[] {
  const units = [...xliff.matchAll(UNIT)];
  if (units.length === 0) throw new Error('the XLIFF file has no <trans-unit>');
  return units
    .filter(([, , body = '']) => (TARGET.exec(body)?.[1] ?? '').trim() === '')
    .map(([, id = '']) => id);
}
