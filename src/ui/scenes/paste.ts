/** What a pasted block does to scene 1; fetched with the first one. */
export { pasteBlock } from './edited-kernel.ts';
export { pasteImage } from './image-edit.ts';
