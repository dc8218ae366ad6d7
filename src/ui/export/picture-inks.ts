/** The page's tokens as colours for pictures, in the theme that a picture is to have. */
import type { FigureInks } from '../../math/figure/look.ts';
import type { Scheme } from '../../math/ramp.ts';

const TOKENS = {
  paper: '--paper',
  surface: '--surface',
  sunken: '--sunken-strong',
  ink: '--ink',
  soft: '--ink-soft',
  rule: '--rule',
  strong: '--rule-strong',
  kernel: '--kernel',
  kernelNegative: '--kernel-negative',
  kernelTint: '--kernel-tint',
  field: '--kernel-line',
  gradient: '--gradient',
  targetTint: '--target-tint',
  gradientTint: '--gradient-tint',
} as const satisfies Record<keyof FigureInks, string>;

/** As they reach what is in `place`. */
export function pictureInks(theme: Scheme, place: ParentNode): FigureInks {
  const probe = document.createElement('span');
  probe.hidden = true;
  probe.style.colorScheme = theme;
  place.append(probe);
  const inkOf = (token: string): string => {
    probe.style.color = `var(${token})`;
    return hexOf(getComputedStyle(probe).color);
  };
  const entries = Object.entries(TOKENS).map(([name, token]) => [name, inkOf(token)] as const);
  probe.remove();
  return Object.fromEntries(entries) as Record<keyof FigureInks, string>;
}

/** `rgb(1, 2, 3)` to `#010203`. */
function hexOf(color: string): string {
  const channels = [...color.matchAll(/\d+/g)].slice(0, 3).map(([digits]) => Number(digits));
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
