/** The HTML that puts a figure into somebody's page. */
import { formatAddress, parseAddress, withFlags } from '../../state/address.ts';
import { formatControls, type FigureControl } from '../../state/figure-controls.ts';
import type { Locale } from '../shell/locale.ts';
import type { Theme } from '../shell/preferences.ts';

export interface EmbedChoice {
  readonly controls: readonly FigureControl[];
  /** Null follows the visitor's browser. */
  readonly lang: Locale | null;
  readonly theme: Theme;
  /** Whether the page's script fits the frame to the height that the figure reports. */
  readonly fitted: boolean;
}

/** Before the figure reports its own, and where no script runs. */
const FIRST_HEIGHT = 480;

/** An `<iframe>` of the figure that `link` leads to. `title` tells screen readers what is in it. */
export function frameCode(link: string, title: string, choice: EmbedChoice): string {
  const frame = [
    '<iframe',
    `  src="${escapeHtml(embedAddress(link, choice))}"`,
    `  title="${escapeHtml(title)}"`,
    `  height="${String(FIRST_HEIGHT)}" loading="lazy" allow="clipboard-write"`,
    '  style="width: 100%; border: 0"',
    '></iframe>',
  ].join('\n');
  return choice.fitted ? `${frame}\n${fittingScript(new URL(link).origin)}` : frame;
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
