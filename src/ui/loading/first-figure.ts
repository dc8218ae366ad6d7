/** The moment when the first figure stands with its numbers; what it does not need is fetched from then on. */

/** Where nothing is painted, as in a tab behind others. */
const MOST_WAIT_MS = 250;

export class FirstFigure {
  readonly stands: Promise<void>;
  private resolve: () => void = () => undefined;
  private told = false;

  constructor() {
    this.stands = new Promise((resolve) => {
      this.resolve = resolve;
    });
  }

  /** Its numbers are in the page: they are painted first. May be told at every change. */
  tell(): void {
    if (this.told) return;
    this.told = true;
    void painted().then(idle).then(this.resolve);
  }

  /** For a figure that needs all of it for its first numbers. */
  hurry(): void {
    this.told = true;
    this.resolve();
  }
}

function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, MOST_WAIT_MS);
  });
}

function idle(): Promise<void> {
  return new Promise((resolve) => {
    // Safari has none.
    if ('requestIdleCallback' in globalThis)
      requestIdleCallback(
        () => {
          resolve();
        },
        { timeout: MOST_WAIT_MS },
      );
    else setTimeout(resolve);
  });
}
