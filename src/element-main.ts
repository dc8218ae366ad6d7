/** The library build: `<corr2d-figure>` for any page, in one ES module that loads scenes and engine when needed. */
import { FigureElement } from './ui/figure.ts';

// `npm run build` puts this module into the folder `element` of the playground.
FigureElement.playground = import.meta.url.replace(/[^/]*\/[^/]*$/, '');

export { FigureElement };
