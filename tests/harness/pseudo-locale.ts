/**
 * A language that nobody speaks: every English message with accents on its letters, in brackets, and longer by about 40 %.
 * What is still plain English on a page that shows it was never translatable; what overflows has no room for translation.
 */

const UNIT = /<trans-unit id="([^"]+)">\s*<source>(.*?)<\/source>/gs;
const PLACEHOLDER = /<x [^>]*equiv-text="([^"]*)"\/>/g;

const DOT = '\u0307';
const VOWEL = /[aeiouAEIOU]/;

/** Accents and doubled vowels; `{0}` and its like stay. */
export function pseudo(text: string): string {
  return `⟦${text.replace(/[A-Za-z]/g, lengthened)}⟧`;
}

/** A built chunk of translations with its messages, of those in the XLIFF file, in pseudo; an error where there are none. */
export function pseudoChunk(chunk: string, xliff: string): string {
  let result = chunk;
  let count = 0;
  for (const [, id = '', source = ''] of xliff.matchAll(UNIT)) {
    if (!new RegExp(`\\b${id}['"]?:`).test(chunk)) continue;
    const text = unescaped(numbered(source));
    const literal = pseudo(text)
      .replace(/[\\`$]/g, '\\$&')
      .replace(/\{(\d+)\}/g, '${$1}');
    const entry = new RegExp(
      `(\\b${id}['"]?:\\s*[\\w$]*)(\`(?:[^\`\\\\]|\\\\.)*\`|"(?:[^"\\\\]|\\\\.)*"|'(?:[^'\\\\]|\\\\.)*')`,
    );
    if (!entry.test(result)) throw new Error(`the chunk has message ${id} in another form`);
    result = result.replace(entry, (_, head: string) => `${head}\`${literal}\``);
    count++;
  }
  if (count === 0) throw new Error('the chunk has no message');
  return result;
}

/** Every expression by its number, as the built template has them: `{0} of {1}`. One placeholder may hold several. */
function numbered(source: string): string {
  let count = 0;
  return source.replace(PLACEHOLDER, (_, code: string) => {
    const expressions = outermost(code);
    return Array.from({ length: expressions }, () => `{${String(count++)}}`).join(' ');
  });
}

/** How many `${…}` a code holds, those inside others not counted. */
function outermost(code: string): number {
  let depth = 0;
  let found = 0;
  for (const sign of code.match(/\$?\{|\}/g) ?? []) {
    if (sign === '${' && depth === 0) found++;
    depth += sign === '}' ? -1 : 1;
  }
  return found;
}

function lengthened(letter: string): string {
  const accented = (letter + DOT).normalize('NFC');
  return VOWEL.test(letter) ? accented + accented : accented;
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
