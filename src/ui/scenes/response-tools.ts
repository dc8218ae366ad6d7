/** What stands in the row below a response: its colours, and the button that makes pictures of it. */
import { correlationPictures } from './pictures.ts';
import { renderResponseColors } from './response-colors-edit.ts';

export const responseTools = { renderResponseColors, correlationPictures };
