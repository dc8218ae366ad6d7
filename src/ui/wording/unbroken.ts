/** The text with "2 × 2" and "67 %" each kept on one line. */
export function unbroken(text: string): string {
  return text.replace(/(?<=\d) (?=[×%])|(?<=×) (?=\d)/gu, '\u00a0');
}
