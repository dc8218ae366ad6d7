/** Tells the page around an `<iframe>` how high the figure in it is, so that the page can fit the frame to it. */

/** Sent to the page around at each change. The README documents it: its shape stays. */
export interface HeightMessage {
  readonly type: 'corr2d:height';
  /** In CSS pixels of the frame. */
  readonly height: number;
}

/** A page that began to listen late may send this to the frame, which answers with its height. */
export const HEIGHT_QUESTION = 'corr2d:height?';

export class HeightReport {
  private readonly observer = new ResizeObserver(() => {
    this.tell();
  });
  private told = 0;

  constructor(private readonly element: Element) {}

  start(): void {
    this.observer.observe(this.element);
    addEventListener('message', this.onMessage);
  }

  stop(): void {
    this.observer.disconnect();
    removeEventListener('message', this.onMessage);
  }

  private tell(): void {
    const height = Math.ceil(this.element.getBoundingClientRect().height);
    if (height === this.told || window.parent === window) return;
    this.told = height;
    const message: HeightMessage = { type: 'corr2d:height', height };
    // To whichever page is around: a height is no secret.
    window.parent.postMessage(message, '*');
  }

  private readonly onMessage = ({ data, source }: MessageEvent<unknown>): void => {
    if (data !== HEIGHT_QUESTION || source !== window.parent) return;
    this.told = 0;
    this.tell();
  };
}
