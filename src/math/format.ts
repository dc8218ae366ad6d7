/** How numbers are shown: U+2212 for minus, and never "-0". */

const MINUS = '\u2212';
const LARGEST_PLAIN = 1e9;

/**
 * Integers plain, others rounded to at most `digits` decimals without trailing zeros. From 10⁹ on, and where
 * rounding would leave a 0 for what is not zero, a power of ten: 1.5e9, 2.98e−8.
 */
export function formatNumber(value: number, digits: number): string {
  if (!Number.isFinite(value)) return formatNonFinite(value);
  const magnitude = Math.abs(value);
  const plain = trimZeros(magnitude.toFixed(digits));
  const exponential = magnitude >= LARGEST_PLAIN || (magnitude > 0 && plain === '0');
  return signed(value, exponential ? formatExponential(magnitude, digits) : plain);
}

/** Exactly `decimals` decimals, for columns and for what the article prints: 1.0307, −0.9488, 9.470. */
export function formatFixed(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return formatNonFinite(value);
  return signed(value, Math.abs(value).toFixed(decimals));
}

/** To `digits` significant digits, rounded to nothing larger: a limit stays inside itself. */
export function roundDown(value: number, digits: number): number {
  if (value === 0 || !Number.isFinite(value)) return value;
  const unit = 10 ** (Math.floor(Math.log10(Math.abs(value))) + 1 - digits);
  return Number((Math.floor(value / unit) * unit).toPrecision(digits));
}

function signed(value: number, magnitude: string): string {
  const isZero = /^[0.]*$/.test(magnitude);
  return value < 0 && !isZero ? MINUS + magnitude : magnitude;
}

function formatExponential(magnitude: number, digits: number): string {
  const [mantissa = '', exponent = ''] = magnitude.toExponential(digits).split('e');
  return `${trimZeros(mantissa)}e${exponent.replace('+', '').replace('-', MINUS)}`;
}

function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

function formatNonFinite(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  return value < 0 ? `${MINUS}∞` : '∞';
}
