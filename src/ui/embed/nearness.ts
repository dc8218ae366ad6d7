/** Waits until an element comes near the window: a figure far down an article need not compute yet. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export class Nearness implements ReactiveController {
  private observer: IntersectionObserver | null = null;

  /** `onNear` is called once each time that the host is put into a page. */
  constructor(
    private readonly host: ReactiveControllerHost & Element & { readonly loading: 'lazy' | 'eager' },
    private readonly onNear: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    if (this.host.loading === 'eager') {
      this.onNear();
      return;
    }
    this.observer = new IntersectionObserver(this.onCross, { rootMargin: '50%' });
    this.observer.observe(this.host);
  }

  hostDisconnected(): void {
    this.observer?.disconnect();
  }

  private readonly onCross = (entries: readonly IntersectionObserverEntry[]): void => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    this.observer?.disconnect();
    this.onNear();
  };
}
