/** The text with expressions such as "2 × 2" and "(kernel − 1) · dilation + 1" each kept on one line. */
export function unbroken(text: string): string {
  return text.replace(/(?<=[\p{L}\d)]) (?=[×=·−+] )|(?<= [×=·−+]|\u00a0[×=·−+]) (?=[\p{L}\d(])/gu, '\u00a0');
}
