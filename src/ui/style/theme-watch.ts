/** Which theme is shown, for what is painted instead of styled; the host is rendered anew when it changes. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

const DARK = '(prefers-color-scheme: dark)';

export class ThemeWatch implements ReactiveController {
  private readonly observer = new MutationObserver(() => {
    this.host.requestUpdate();
  });

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  get theme(): 'light' | 'dark' {
    const chosen = document.documentElement.dataset.theme;
    if (chosen === 'light' || chosen === 'dark') return chosen;
    return matchMedia(DARK).matches ? 'dark' : 'light';
  }

  hostConnected(): void {
    this.observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    matchMedia(DARK).addEventListener('change', this.onChange);
  }

  hostDisconnected(): void {
    this.observer.disconnect();
    matchMedia(DARK).removeEventListener('change', this.onChange);
  }

  private readonly onChange = (): void => {
    this.host.requestUpdate();
  };
}
