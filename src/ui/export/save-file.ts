/** Puts a file among the reader's downloads. */

/** Browsers read the address only after the click. */
const KEPT_MS = 60_000;

export function saveFile(file: Blob, name: string): void {
  const href = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = href;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(href);
  }, KEPT_MS);
}
