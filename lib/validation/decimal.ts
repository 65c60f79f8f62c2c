/** Exact decimals as text: nothing here goes through a float. */
import { withoutLastZeros } from '../repair/shown-digits';

/** A JSON number token as it stands; the road nearly every cell takes. */
export const PLAIN_DECIMAL = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const LOOSE = /^([+-]?)(\d*)(\.(\d*))?(?:[eE]([+-]?\d+))?$/;

/** The JSON token of a written decimal: `+007.` → `7`, `.5` → `0.5`, `1.E5` → `1e5`; undefined when it is none. */
export function decimalToken(text: string): string | undefined {
  if (PLAIN_DECIMAL.test(text)) return text;
  const parts = LOOSE.exec(text);
  if (parts === null) return undefined;
  const [, sign, whole = '', , fraction = '', exponent] = parts;
  if (whole === '' && fraction === '') return undefined;
  const digits = whole.replace(/^0+(?=\d)/, '') || '0';
  const power = exponent === undefined ? '' : `e${exponent.replace(/^\+/, '')}`;
  return `${sign === '-' ? '-' : ''}${digits}${fraction === '' ? '' : `.${fraction}`}${power}`;
}

/** `digits` × 10^`exponent`, without leading or trailing zeros in `digits`; zero is `0` × 10^0. */
export interface Decimal {
  readonly negative: boolean;
  readonly digits: string;
  readonly exponent: number;
}

/** Takes a token of `decimalToken`. */
export function parseDecimal(token: string): Decimal {
  const [, sign, whole = '', , fraction = '', exponent = '0'] = LOOSE.exec(token) ?? [];
  const all = (whole + fraction).replace(/^0+/, '');
  const digits = withoutLastZeros(all);
  if (digits === '') return { negative: false, digits: '0', exponent: 0 };
  return {
    negative: sign === '-',
    digits,
    exponent: Number(exponent) - fraction.length + (all.length - digits.length),
  };
}

/** One spelling per value, for keys: `1.50`, `1.5` and `15e-1` are the same key. */
export function decimalKey(token: string): string {
  const { negative, digits, exponent } = parseDecimal(token);
  return `${negative ? '-' : ''}${digits}e${exponent}`;
}

/** Digits before and after the point, leading and trailing zeros not counted. */
export function decimalSize(token: string): { whole: number; fraction: number } {
  const { digits, exponent } = parseDecimal(token);
  if (digits === '0') return { whole: 0, fraction: 0 };
  return { whole: Math.max(0, digits.length + exponent), fraction: Math.max(0, -exponent) };
}

/** Negative, zero or positive as a is less than, equal to or more than b. Exact. */
export function compareDecimals(a: string, b: string): number {
  const left = parseDecimal(a);
  const right = parseDecimal(b);
  const sign = (value: Decimal) => (value.digits === '0' ? 0 : value.negative ? -1 : 1);
  if (sign(left) !== sign(right)) return sign(left) - sign(right);
  const size = left.digits.length + left.exponent - (right.digits.length + right.exponent);
  const length = Math.max(left.digits.length, right.digits.length);
  const [l, r] = [left.digits.padEnd(length, '0'), right.digits.padEnd(length, '0')];
  const magnitude = left.digits === '0' ? 0 : size !== 0 ? size : l < r ? -1 : l > r ? 1 : 0;
  return sign(left) * magnitude;
}
