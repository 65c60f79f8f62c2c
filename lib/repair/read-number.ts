import { LONGEST_WRITTEN } from './longest';

/** Blanks and apostrophes that stand between thousands: Swiss, French, Swedish and typographic habits. */
const MARK = "[ \\u00a0\\u2009\\u202f'\\u2019_]";
const POINT_GROUPS = new RegExp(`^[+-]?\\d{1,3}(,|${MARK})\\d{3}(?:\\1\\d{3})*(?:\\.\\d+)?$`);
/** Lakh and crore: groups of two before the last three. */
const INDIAN_GROUPS = /^[+-]?\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?$/;
const COMMA_DECIMAL = new RegExp(`^[+-]?(?:\\d{1,3}(\\.|${MARK})\\d{3}(?:\\1\\d{3})*|\\d*),\\d+$`);
/** Two or more groups: a decimal point cannot stand twice, so these points are thousands. */
const MANY_POINTS = /^[+-]?\d{1,3}(?:\.\d{3}){2,}$/;
const BLANK_GROUPS = new RegExp(`^[+-]?\\d{1,3}(${MARK})\\d{3}(?:\\1\\d{3})*$`);
/** The one text that is a number under either sign: `1.234`. */
export const LONE_POINT = /^[+-]?[1-9]\d{0,2}\.\d{3}$/;
const MARKS = new RegExp(MARK, 'g');

/** A grouped number read with a decimal point, as plain text; undefined when it cannot be read so. */
export function readWithPoint(text: string): string | undefined {
  if (!POINT_GROUPS.test(text) && !INDIAN_GROUPS.test(text)) return undefined;
  return text.replaceAll(',', '').replace(MARKS, '');
}

/** A number read with a decimal comma, as plain text; undefined when it cannot be, or when it is a lone `1.234`. */
export function readWithComma(text: string): string | undefined {
  if (COMMA_DECIMAL.test(text)) return text.replaceAll('.', '').replace(MARKS, '').replace(',', '.');
  if (MANY_POINTS.test(text)) return text.replaceAll('.', '');
  return BLANK_GROUPS.test(text) ? text.replace(MARKS, '') : undefined;
}

const BRACKETED = /^\(\s*[+]?([^()+-]*\d[^()+-]*)\s*\)$/;
/** Not behind a decimal sign: `12.-` and `12,-` are what shops write for 12 without cents. */
const TRAILING = /^([^-+]*\d[^-+]*?)(?<![.,]\s*)\s*[-\u2212]$/;

/** `(12)` and `12-` → `-12`; anything else as it is. */
export function plainNegative(text: string): string {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST_WRITTEN) return text;
  const inner = (BRACKETED.exec(trimmed) ?? TRAILING.exec(trimmed))?.[1];
  return inner === undefined ? text : `-${inner.trim()}`;
}

const PLAIN = /^([+-]?)(\d*)(?:\.(\d*))?$/;

/** Moves the decimal point of a plain number by `by` places, to the right when positive. Exact. */
function shifted(text: string, by: number): string | undefined {
  const [, sign = '', whole = '', fraction = ''] = PLAIN.exec(text) ?? [];
  if (whole === '' && fraction === '') return undefined;
  const digits = whole + fraction;
  const point = whole.length + by;
  const padded = point < 1 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const at = Math.max(point, 1);
  const head = padded.slice(0, at).replace(/^0+(?=\d)/, '');
  const tail = padded.slice(at);
  return `${sign}${head}${tail === '' ? '' : `.${tail}`}`;
}

/** Without the sign of a percent at its end, and the blanks before that. */
export const withoutPercent = (text: string): string =>
  text.endsWith('%') ? text.slice(0, -1).trimEnd() : text;

export function percentToFraction(text: string): string {
  const trimmed = text.trim();
  return trimmed.endsWith('%') ? (shifted(withoutPercent(trimmed), -2) ?? text) : text;
}

/** Exponents beyond this are no counts of anything; writing out their zeros would only fill memory. */
const MOST_ZEROS = 300;

export function expandExponent(text: string): string {
  const [, mantissa = '', exponent = ''] = /^([^eE]+)[eE]([+-]?\d{1,4})$/.exec(text.trim()) ?? [];
  if (mantissa === '' || Math.abs(Number(exponent)) > MOST_ZEROS) return text;
  const moved = shifted(mantissa, Number(exponent));
  return moved?.replace(/\.0+$/, '') ?? text;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Words that a point ends, so that the point of `Rs.500` is not the number's. */
const SHORTENED = /^(?:rs|fr|kr|pcs?|stk?)$/i;

/** `1.5M` is millions and `5m` metres, `g` grams and `G` billions: no other units differ by their case. */
const CASED = /^(?:[mgt]|mm)$/i;

/** One spelling of a unit, in which those that mean the same are equal. */
export const unitSpelling = (unit: string): string => (CASED.test(unit) ? unit : unit.toLowerCase());

/** A unit as a pattern, in any case where its case says nothing. */
function unitPattern(unit: string): string {
  if (CASED.test(unit)) return unit;
  return [...unit]
    .map((letter) => {
      const [small, large] = [letter.toLowerCase(), letter.toUpperCase()];
      return small !== large && small.length === letter.length && large.length === letter.length
        ? `[${small}${large}]`
        : escaped(letter);
    })
    .join('');
}

/**
 * Takes units from the ends of a text that holds a digit. Longer units first, so that `US$` does not leave `US`. Behind
 * another word in front a point may be anybody's: then nothing is taken.
 */
export function unitStripper(units: readonly string[]): (text: string) => string {
  const sorted = [...units].sort((a, b) => b.length - a.length);
  const any = sorted.map(unitPattern).join('|');
  const leading = sorted.map((unit) => {
    const behind = SHORTENED.test(unit) ? '\\.?' : /\p{L}$/u.test(unit) ? '(?!\\.)' : '';
    return unitPattern(unit) + behind;
  });
  const before = new RegExp(`^([+\\-\\u2212(]?)\\s*(?:${leading.join('|')})\\s*(?=[\\d.,+\\-\\u2212(])`, 'u');
  // `12 kr.` and `5 St.` end their word with a point.
  const after = new RegExp(`(?<=[\\d.,)\\-])\\s*(?:${any})(?:(?<=\\p{L})\\.)?(\\)?)$`, 'u');
  return (text) => {
    const trimmed = text.trim();
    const stripped = trimmed.replace(before, '$1').replace(after, '$1');
    return stripped === trimmed ? text : stripped;
  };
}

const MINUS = /[\u2212\uff0d\ufe63\u2010\u2011\u2012\u2013]/g;

/** Digits of any script as 0 to 9 (Unicode keeps each script's ten in a row, from zero on); odd minus signs as `-`. */
export function plainDigits(text: string): string {
  return text
    .replace(/\p{Nd}/gu, (digit) => String(valueOfDigit(digit)))
    .replace(MINUS, '-')
    .replaceAll('\u066b', '.')
    .replaceAll('\uff0e', '.')
    .replaceAll('\u066c', ',')
    .replaceAll('\uff0c', ',');
}

const DIGIT = /\p{Nd}/u;

function valueOfDigit(digit: string): number {
  const plain = digit.normalize('NFKC');
  const point = plain.codePointAt(0) ?? 48;
  if (point <= 57) return point - 48;
  // The zero of the script: the run of digits that this one stands in begins at a multiple of ten from it.
  let zero = point;
  while (point - zero < 9 && DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return (point - zero) % 10;
}
