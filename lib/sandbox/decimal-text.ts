/** A JSON number taken apart: `digits × 10^-scale`, without leading zeros and without zeros after the point. */
export interface Decimal {
  readonly negative: boolean;
  readonly digits: string;
  readonly scale: number;
}

/** Beyond this many places no type of §5.1 could hold the value, and writing it out would only cost memory. */
const MOST_PLACES = 400;

/** Exact, whatever the number of digits; undefined when the exponent is beyond every type. */
export function readDecimal(token: string): Decimal | undefined {
  const parts = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(token);
  if (!parts) return undefined;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts;
  let digits = (whole + fraction).replace(/^0+/, '');
  if (digits === '') return { negative: false, digits: '0', scale: 0 };
  let scale = fraction.length - Number(exponent);
  if (Math.abs(scale) > MOST_PLACES) return undefined;
  if (scale < 0) {
    digits += '0'.repeat(-scale);
    scale = 0;
  }
  while (scale > 0 && digits.endsWith('0')) {
    digits = digits.slice(0, -1);
    scale -= 1;
  }
  return { negative: sign === '-', digits, scale };
}

/** Plain notation; equal values give equal text. */
export function writeDecimal({ negative, digits, scale }: Decimal): string {
  const padded = digits.padStart(scale + 1, '0');
  const whole = padded.slice(0, padded.length - scale);
  return `${negative ? '-' : ''}${whole}${scale > 0 ? `.${padded.slice(-scale)}` : ''}`;
}

/** -1, 0 or 1, exactly. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale);
  const at = (value: Decimal) =>
    BigInt(value.digits + '0'.repeat(scale - value.scale)) * (value.negative ? -1n : 1n);
  const [left, right] = [at(a), at(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
