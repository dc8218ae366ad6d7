/** Which theme is shown, for what is painted instead of styled; the host is rendered anew when it changes. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

const DARK = '(prefers-color-scheme: dark)';

export class ThemeWatch implements ReactiveController {
  private readonly observer = new MutationObserver(() => {
    this.host.requestUpdate();
  });

  constructor(private readonly host: ReactiveControllerHost & Element) {
    host.addController(this);
  }

  /** By the color-scheme that reaches the host: figures in one page may have different themes. */
  get theme(): 'light' | 'dark' {
    const { colorScheme } = getComputedStyle(this.host);
    if (colorScheme === 'light' || colorScheme === 'dark') return colorScheme;
    return matchMedia(DARK).matches ? 'dark' : 'light';
  }

  hostConnected(): void {
    this.observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    for (const figure of outerHosts(this.host)) this.observer.observe(figure, { attributeFilter: ['theme'] });
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

/** The elements in whose shadow trees this one lies, and itself. */
function outerHosts(element: Element): Element[] {
  const root = element.getRootNode();
  return [element, ...(root instanceof ShadowRoot ? outerHosts(root.host) : [])];
}
