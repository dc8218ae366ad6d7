/** The HTML that puts a figure into somebody's page. */
import { formatAddress, parseAddress, withFlags } from '../../state/address.ts';
import { formatControls, type FigureControl } from '../../state/figure-controls.ts';
import type { Locale } from '../shell/locale.ts';
import type { Theme } from '../shell/preferences.ts';

export interface EmbedChoice {
  /** An `<iframe>`, or the custom element. */
  readonly kind: 'frame' | 'element';
  readonly controls: readonly FigureControl[];
  /** Null follows the visitor's browser. */
  readonly lang: Locale | null;
  readonly theme: Theme;
  /** Whether the page's script fits the frame to the height that the figure reports. */
  readonly fitted: boolean;
  /** Kept free for the figure, in CSS pixels, until it is there; of a frame the height where no script runs. */
  readonly height: number;
}

/** The figure that `link` leads to, as it was chosen. */
export function embedCode(link: string, title: string, choice: EmbedChoice): string {
  return choice.kind === 'frame' ? frameCode(link, title, choice) : elementCode(link, choice);
}

/** An `<iframe>` of the figure that `link` leads to. `title` tells screen readers what is in it. */
function frameCode(link: string, title: string, choice: EmbedChoice): string {
  const frame = [
    '<iframe',
    `  src="${escapeHtml(embedAddress(link, choice))}"`,
    `  title="${escapeHtml(title)}"`,
    `  height="${String(choice.height)}" loading="lazy" allow="clipboard-write"`,
    '  style="width: 100%; border: 0"',
    '></iframe>',
  ].join('\n');
  return choice.fitted ? `${frame}\n${fittingScript(new URL(link).origin)}` : frame;
}

/** The custom element, and the module that defines it: once is enough for all figures of a page. */
function elementCode(link: string, { controls, lang, theme, height }: EmbedChoice): string {
  const { page, hash } = splitLink(link);
  const flags = parseAddress(hash);
  const attributes = {
    scene: flags.get('scene') ?? 'correlation',
    src: formatAddress(withFlags(flags, { scene: null })),
    controls: formatControls(controls),
    lang: lang ?? '',
    theme: theme === 'auto' ? '' : theme,
    style: `display: block; min-height: ${String(height)}px`,
  };
  const given = Object.entries(attributes).filter(([, value]) => value !== '');
  return [
    `<script type="module" src="${escapeHtml(new URL('element/corr2d-figure.js', page).href)}"></script>`,
    '<corr2d-figure',
    ...given.map(([name, value]) => `  ${name}="${escapeHtml(value)}"`),
    '></corr2d-figure>',
  ].join('\n');
}

/** The address of the page that shows the figure alone. */
export function embedAddress(link: string, { controls, lang, theme }: EmbedChoice): string {
  const { page, hash } = splitLink(link);
  const flags = withFlags(new Map([['embed', formatControls(controls)], ...parseAddress(hash)]), {
    lang,
    theme: theme === 'auto' ? null : theme,
  });
  return page + formatAddress(flags);
}

/** Once is enough for all frames of a page. */
function fittingScript(origin: string): string {
  return [
    '<script>',
    "  addEventListener('message', ({ data, origin, source }) => {",
    `    if (origin !== ${JSON.stringify(origin)} || data?.type !== 'corr2d:height') return;`,
    "    for (const frame of document.querySelectorAll('iframe'))",
    '      if (frame.contentWindow === source) frame.height = data.height;',
    '  });',
    '</script>',
  ].join('\n');
}

function splitLink(link: string): { readonly page: string; readonly hash: string } {
  const at = link.indexOf('#');
  return at < 0 ? { page: link, hash: '' } : { page: link.slice(0, at), hash: link.slice(at) };
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };

function escapeHtml(text: string): string {
  return text.replace(/[&"<>]/g, (character) => ENTITIES[character] ?? character);
}
