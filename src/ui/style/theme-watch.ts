/** Which theme is shown, for what is painted instead of styled; the host is rendered anew when it changes. Paper is light. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Scheme, Theme } from '../../math/ramp.ts';

const DARK = '(prefers-color-scheme: dark)';
const PRINT = 'print';
const MORE = '(prefers-contrast: more)';

export class ThemeWatch implements ReactiveController {
  /** Until it changes: to ask for it takes the browser time. */
  private known: Theme | null = null;
  private readonly queries = [DARK, PRINT, MORE].map((query) => matchMedia(query));
  private readonly observer = new MutationObserver(() => {
    this.onChange();
  });

  constructor(private readonly host: ReactiveControllerHost & Element) {
    host.addController(this);
  }

  /** By the color-scheme and the contrast that reach the host: figures in one page may have different themes. */
  get theme(): Theme {
    return (this.known ??= themeAt(this.host));
  }

  hostConnected(): void {
    this.observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    for (const figure of outerHosts(this.host)) this.observer.observe(figure, { attributeFilter: ['theme'] });
    for (const query of this.queries) query.addEventListener('change', this.onChange);
    addEventListener('beforeprint', this.onPrint);
    addEventListener('afterprint', this.onPrint);
  }

  hostDisconnected(): void {
    this.observer.disconnect();
    for (const query of this.queries) query.removeEventListener('change', this.onChange);
    this.known = null;
    removeEventListener('beforeprint', this.onPrint);
    removeEventListener('afterprint', this.onPrint);
  }

  private readonly onChange = (): void => {
    this.known = null;
    this.host.requestUpdate();
  };

  /** Styles turn light when the paper is laid out; what is painted has to be so before. */
  private readonly onPrint = ({ type }: Event): void => {
    const outermost = outerHosts(this.host).at(-1);
    if (outermost instanceof HTMLElement) outermost.style.colorScheme = type === 'beforeprint' ? 'light' : '';
    this.onChange();
  };
}

function themeAt(host: Element): Theme {
  const style = getComputedStyle(host);
  const scheme = asScheme(style.colorScheme) ?? (matchMedia(DARK).matches ? 'dark' : 'light');
  return style.getPropertyValue('--contrast').trim() === 'strong' ? `${scheme}-strong` : scheme;
}

function asScheme(text: string): Scheme | null {
  return text === 'light' || text === 'dark' ? text : null;
}

/** The elements in whose shadow trees this one lies, and itself. */
function outerHosts(element: Element): Element[] {
  const root = element.getRootNode();
  return [element, ...(root instanceof ShadowRoot ? outerHosts(root.host) : [])];
}
