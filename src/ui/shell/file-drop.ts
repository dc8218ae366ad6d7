/** Files that are dropped on the page: the page opens them, where the browser would leave it for them. */

export interface FileDrops {
  /** Gets the files that no part of the page took before; there is at least one. */
  readonly take: (files: readonly File[]) => void;
  /** Told when files come over the page, and when they leave it. */
  readonly hover: (isOver: boolean) => void;
}

/** Returns what ends it. */
export function watchFileDrops({ take, hover }: FileDrops): () => void {
  const onDragOver = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    hover(true);
  };
  const onDragLeave = (event: DragEvent): void => {
    // From element to element it is told as well, with where it goes.
    if (!event.relatedTarget) hover(false);
  };
  const onDrop = (event: DragEvent): void => {
    hover(false);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (event.defaultPrevented || files.length === 0) return;
    event.preventDefault();
    take(files);
  };
  addEventListener('dragover', onDragOver);
  addEventListener('dragleave', onDragLeave);
  addEventListener('drop', onDrop);
  return () => {
    removeEventListener('dragover', onDragOver);
    removeEventListener('dragleave', onDragLeave);
    removeEventListener('drop', onDrop);
  };
}
