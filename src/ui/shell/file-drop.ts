/** Files that are dropped on the page: the page opens them, where the browser would leave it for them. */

/** `take` gets the first file that no part of the page took before. Returns what ends it. */
export function watchFileDrops(take: (file: File) => void): () => void {
  const onDragOver = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  };
  const onDrop = (event: DragEvent): void => {
    const file = event.dataTransfer?.files[0];
    if (event.defaultPrevented || !file) return;
    event.preventDefault();
    take(file);
  };
  addEventListener('dragover', onDragOver);
  addEventListener('drop', onDrop);
  return () => {
    removeEventListener('dragover', onDragOver);
    removeEventListener('drop', onDrop);
  };
}
