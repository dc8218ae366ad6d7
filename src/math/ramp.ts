/**
 * A diverging colour ramp for signed numbers: blue below zero, vermilion above, the page's paper at zero. The two
 * hues differ along the blue-yellow axis, which red-green colour blindness leaves alone (the reasoning behind
 * ColorBrewer's diverging schemes). Along each arm every channel only falls (light) or only rises (dark), so
 * lightness is monotone in magnitude.
 */
export type Scheme = 'light' | 'dark';

/** `-strong` is high contrast: any ink has 7:1 on its signed colours and magnitudes, whose ends have 3:1 against zero. */
export type Theme = Scheme | `${Scheme}-strong`;

/** A background and a text colour with at least 4.5:1 contrast on it (WCAG 2.2, 1.4.3), both `#rrggbb`. */
export interface CellColors {
  readonly background: string;
  readonly ink: string;
}

type Rgb = readonly [red: number, green: number, blue: number];

const ARMS: Record<Theme, Record<'negative' | 'positive', readonly Rgb[]>> = {
  light: {
    negative: [hex('#ffffff'), hex('#a8cdec'), hex('#4a8fca'), hex('#0d3f7a')],
    positive: [hex('#ffffff'), hex('#fbc3a4'), hex('#e0713a'), hex('#8a2a04')],
  },
  dark: {
    negative: [hex('#1b1d21'), hex('#234a78'), hex('#4f93d6'), hex('#c4e0fb')],
    positive: [hex('#1b1d21'), hex('#7a3421'), hex('#e27c48'), hex('#ffd9c4')],
  },
  'light-strong': {
    negative: [hex('#ffffff'), hex('#4898f0')],
    positive: [hex('#ffffff'), hex('#f07022')],
  },
  'dark-strong': {
    negative: [hex('#000000'), hex('#0a55b4')],
    positive: [hex('#000000'), hex('#a42f00')],
  },
};

/** The colours of `value` on a ramp that ends at ±`limit`; past it the ends, and NaN looks like zero. */
export function divergingColor(value: number, limit: number, theme: Theme): CellColors {
  const position = rampPosition(value, limit);
  const color = interpolate(ARMS[theme][position < 0 ? 'negative' : 'positive'], Math.abs(position));
  return { background: toHex(color), ink: inkOn(color) };
}

/** From the page's paper at zero to its ink at `limit`, for magnitudes. */
const MAGNITUDE: Record<Theme, readonly Rgb[]> = {
  light: [hex('#ffffff'), hex('#b9bcc2'), hex('#6b7079'), hex('#1c1e22')],
  dark: [hex('#1b1d21'), hex('#565b64'), hex('#a2a6ad'), hex('#eceae4')],
  'light-strong': [hex('#ffffff'), hex('#949598')],
  'dark-strong': [hex('#000000'), hex('#58595c')],
};

/** The colours of a magnitude on a ramp that ends at `limit`; past it the end, and NaN looks like zero. */
export function magnitudeColor(magnitude: number, limit: number, theme: Theme): CellColors {
  const color = interpolate(MAGNITUDE[theme], rampPosition(magnitude, limit));
  return { background: toHex(color), ink: inkOn(color) };
}

/** A grey from black at `low` to white at `high`, alike in both themes; where they are equal, a step between the two. */
export function greyColor(value: number, low: number, high: number): CellColors {
  const position = low < high ? (value - low) / (high - low) : Number(value >= high);
  const level = Math.round(28 + 227 * Math.max(0, Math.min(1, position)));
  return { background: toHex([level, level, level]), ink: inkOn([level, level, level]) };
}

export function schemeOf(theme: Theme): Scheme {
  return theme.startsWith('light') ? 'light' : 'dark';
}

export function isStrong(theme: Theme): boolean {
  return theme.endsWith('-strong');
}

/** Relative luminance of an sRGB colour with channels 0 to 255 (WCAG 2.2, definition of relative luminance). */
export function relativeLuminance([red, green, blue]: readonly [number, number, number]): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

// From −1 to 1. With limit 0 whatever is not zero is past the end.
function rampPosition(value: number, limit: number): number {
  if (Number.isNaN(value) || Number.isNaN(limit)) return 0;
  return Math.abs(value) >= limit ? Math.sign(value) : value / limit;
}

function interpolate(stops: readonly Rgb[], position: number): Rgb {
  const scaled = position * (stops.length - 1);
  const index = Math.min(Math.floor(scaled), stops.length - 2);
  const from = stops[index] ?? [0, 0, 0];
  const to = stops[index + 1] ?? from;
  const mix = (a: number, b: number) => Math.round(a + (b - a) * (scaled - index));
  return [mix(from[0], to[0]), mix(from[1], to[1]), mix(from[2], to[2])];
}

// The better of black and white is never below √21 ≈ 4.58:1, where (L + 0.05) / 0.05 = 1.05 / (L + 0.05).
function inkOn(background: Rgb): string {
  const raised = relativeLuminance(background) + 0.05;
  return raised / 0.05 >= 1.05 / raised ? '#000000' : '#ffffff';
}

function linear(channel: number): number {
  const c = channel / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
}

function hex(color: string): Rgb {
  const bits = Number.parseInt(color.slice(1), 16);
  return [bits >> 16, (bits >> 8) & 0xff, bits & 0xff];
}

function toHex([red, green, blue]: Rgb): string {
  return `#${((red << 16) | (green << 8) | blue).toString(16).padStart(6, '0')}`;
}
