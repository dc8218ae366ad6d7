/** Types of the module `corr2d-figure.js`. */
export type CorrelationScene = 'correlation' | 'edges' | 'learning' | 'receptive';

/** A live figure of the corr2d playground: `<corr2d-figure scene="edges" src="#s=…"></corr2d-figure>`. */
export declare class FigureElement extends HTMLElement {
  /** Where the playground is, for figures that do not say it. */
  static playground: string;
  /** Without it, the scene that `src` names, or the first. */
  scene: CorrelationScene | '';
  /** A link of the playground, or its end from `#` on; without it, the scene's example. */
  src: string;
  /** `en` or `zh-CN`; without it, the language of the text around. All figures of a page speak as the first of them. */
  lang: string;
  /** `auto` follows the visitor's system; `contrast` is high contrast, light or dark as the system is. */
  theme: 'auto' | 'light' | 'dark' | 'contrast';
  /** Names with spaces or commas between them, `all`, or `none`. */
  controls: string;
  engine: 'auto' | 'webgpu' | 'cpu';
  /** `eager` starts a figure that is still far from the window. */
  loading: 'lazy' | 'eager';
  /** The address of the playground that the link under the figure leads to. */
  playground: string;
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-figure': FigureElement;
  }
  interface HTMLElementEventMap {
    /** A figure shows its scene, for the first time or another one. */
    'figure-shown': CustomEvent<CorrelationScene>;
  }
}
