/** Keeps a scene's figure in sight while a number of the text is dragged: it floats over the text, and goes back afterwards. */

/** Of the window's height: what a floating figure takes at most. */
const MOST_HEIGHT = 0.42;
/** After the last change. */
const LINGER_MS = 1800;
const MARGIN_PX = 8;
const FIGURES = [
  'corr2d-correlation-figure',
  'corr2d-edge-figure:not([transposed])',
  'corr2d-stack-figure',
].join();

export class PinnedFigure {
  private figure: HTMLElement | null = null;
  private number: Element | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Floats the scene's figure at the side of the window where `number` is not; nothing where it is in sight. */
  pin(scene: Element | null, number: Element): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.unpin, LINGER_MS);
    const figure = this.figure ?? scene?.shadowRoot?.querySelector<HTMLElement>(FIGURES) ?? null;
    if (!figure || (!this.figure && isInSight(figure))) return;
    this.figure = figure;
    this.number = number;
    // The browser scrolls as well, where the figure above has become taller.
    addEventListener('scroll', this.place, { passive: true });
    this.place();
  }

  readonly unpin = (): void => {
    clearTimeout(this.timer);
    removeEventListener('scroll', this.place);
    this.figure?.removeAttribute('style');
    this.figure = null;
  };

  private readonly place = (): void => {
    const { figure, number } = this;
    if (!figure || !number) return;
    figure.removeAttribute('style');
    const { left, top, width, height } = figure.getBoundingClientRect();
    const scale = Math.min(1, (innerHeight * MOST_HEIGHT) / height);
    const isBelow = number.getBoundingClientRect().top < innerHeight / 2;
    const goal = isBelow ? innerHeight - height * scale - MARGIN_PX : MARGIN_PX;
    const middle = left + (width * (1 - scale)) / 2;
    // Moved by a transform it keeps its place in the page, so nothing moves under the finger.
    Object.assign(figure.style, {
      position: 'relative',
      zIndex: '5',
      transformOrigin: 'top left',
      transform: `translate(${String(middle - left)}px, ${String(goal - top)}px) scale(${String(scale)})`,
      background: 'var(--paper)',
      boxShadow: '0 0 0 8px var(--paper), 0 0 0 9px var(--rule-strong)',
      pointerEvents: 'none',
    });
  };
}

/** Most of it. */
function isInSight(figure: HTMLElement): boolean {
  const { top, bottom, height } = figure.getBoundingClientRect();
  return Math.min(bottom, innerHeight) - Math.max(top, 0) > 0.6 * height;
}
