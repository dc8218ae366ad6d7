/** Which theme is shown, for what is painted instead of styled; the host is rendered anew when it changes. Paper is light. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

const DARK = '(prefers-color-scheme: dark)';
const PRINT = 'print';

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
    matchMedia(PRINT).addEventListener('change', this.onChange);
    addEventListener('beforeprint', this.onPrint);
    addEventListener('afterprint', this.onPrint);
  }

  hostDisconnected(): void {
    this.observer.disconnect();
    matchMedia(DARK).removeEventListener('change', this.onChange);
    matchMedia(PRINT).removeEventListener('change', this.onChange);
    removeEventListener('beforeprint', this.onPrint);
    removeEventListener('afterprint', this.onPrint);
  }

  private readonly onChange = (): void => {
    this.host.requestUpdate();
  };

  /** Styles turn light when the paper is laid out; what is painted has to be so before. */
  private readonly onPrint = ({ type }: Event): void => {
    const outermost = outerHosts(this.host).at(-1);
    if (outermost instanceof HTMLElement) outermost.style.colorScheme = type === 'beforeprint' ? 'light' : '';
    this.host.requestUpdate();
  };
}

/** The elements in whose shadow trees this one lies, and itself. */
function outerHosts(element: Element): Element[] {
  const root = element.getRootNode();
  return [element, ...(root instanceof ShadowRoot ? outerHosts(root.host) : [])];
}
