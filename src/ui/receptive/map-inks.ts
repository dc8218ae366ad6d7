/** The page's colours as a canvas takes them. */
import type { Theme } from '../../math/ramp.ts';
import type { MapInks } from './map-drawing.ts';

const TOKENS: Readonly<Record<keyof MapInks, string>> = {
  paper: '--surface',
  sunken: '--sunken-strong',
  rule: '--rule',
  strong: '--rule-strong',
  field: '--kernel-line',
  reach: '--gradient',
};

const known = new Map<Theme, MapInks>();

/** The tokens of the theme that is shown, as they reach what is in `place`. */
export function mapInks(theme: Theme, place: ParentNode): MapInks {
  const inks = known.get(theme) ?? readInks(place);
  known.set(theme, inks);
  return inks;
}

function readInks(place: ParentNode): MapInks {
  const probe = document.createElement('span');
  probe.hidden = true;
  // Forced colours would make all inks one.
  probe.style.forcedColorAdjust = 'none';
  place.append(probe);
  const colorOf = (token: string): string => {
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  };
  const inks = {
    paper: colorOf(TOKENS.paper),
    sunken: colorOf(TOKENS.sunken),
    rule: colorOf(TOKENS.rule),
    strong: colorOf(TOKENS.strong),
    field: colorOf(TOKENS.field),
    reach: colorOf(TOKENS.reach),
  };
  probe.remove();
  return inks;
}
