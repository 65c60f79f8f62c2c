const WRITTEN = /^([+-]?)(\d*)\.(\d+)(?:[eE]([+-]?\d{1,3}))?$/;
/** Significant digits that spreadsheets show; they store a 64-bit float, for which 17 are written. */
const SHOWN = 15;
const STORED = 17;
/** Some programs write 16 (`%.16g`), which for many floats is neither the shortest form nor the exact one. */
const STORED_SHORT = 16;
/** An 80-bit float is written with 21. */
const MOST = 21;

const mantissa = (written: string) => written.replace(/^-/, '').replace(/e.*$/, '').replace('.', '');
/** Digits without the zeros at their end. By hand: a pattern would look at each zero inside once for all those behind it. */
export function withoutLastZeros(digits: string): string {
  let end = digits.length;
  while (digits.charCodeAt(end - 1) === 48) end -= 1;
  return digits.slice(0, end);
}

/**
 * What a spreadsheet shows of a number with decimals that is stored with more digits than that (`40.619999999999997` →
 * `40.62`), as a plain number; undefined for any other text. Only digits that a 64-bit float writes count, or those of
 * programs that calculate in 80 bits (`1.10000000000000000002`), where 64 bits hold what is shown: another number is
 * exact on purpose. Rounded half away from zero on the written digits, through no float.
 */
export function shownDigits(text: string): string | undefined {
  // The question is asked of every number, so the length answers it for nearly all.
  if (text.length <= SHOWN + 1) return undefined;
  const parts = WRITTEN.exec(text.trim());
  if (parts === null) return undefined;
  const [, sign = '', whole = '', fraction = '', power = '0'] = parts;
  const all = (whole + fraction).replace(/^0+/, '');
  const digits = withoutLastZeros(all);
  if (digits.length <= SHOWN || digits.length > MOST) return undefined;
  /** The value is `digits` × 10^`exponent`. */
  const exponent = Number(power) - fraction.length + all.length - digits.length;
  if (exponent >= 0) return undefined;
  const float = Math.abs(Number(text));
  const inDigits = (count?: number) =>
    withoutLastZeros(mantissa(float.toExponential(count === undefined ? count : count - 1)));
  const shortest = inDigits();
  const isStored =
    digits.length > STORED
      ? shortest.length <= SHOWN
      : digits === shortest ||
        digits === inDigits(STORED) ||
        (shortest.length <= SHOWN && digits === inDigits(STORED_SHORT));
  if (!isStored) return undefined;
  const up = (digits.charCodeAt(SHOWN) - 48 >= 5 ? 1n : 0n) + BigInt(digits.slice(0, SHOWN));
  return `${sign === '-' ? '-' : ''}${plain(String(up), exponent + digits.length - SHOWN)}`;
}

function plain(digits: string, exponent: number): string {
  if (exponent >= 0) return digits + '0'.repeat(exponent);
  const padded = digits.padStart(1 - exponent, '0');
  const fraction = withoutLastZeros(padded.slice(exponent));
  return `${padded.slice(0, exponent)}${fraction === '' ? '' : `.${fraction}`}`;
}
