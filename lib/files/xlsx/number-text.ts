import { addCsvCell, latin, type ByteSink } from './byte-sink';

const LARGE_E = 69;
/** A large number as Java writes it (`4.006381333931E12`); Excel puts a plus before the exponent. */
const EXPONENT = /^(-?\d)\.(\d+)E(\d{1,2})$/;
/** Spreadsheets keep 15 digits; what is larger was rounded, and its exponent says so to the check. */
const MOST_DIGITS = 15;

/** The same number without its exponent; undefined where a spreadsheet would show one, too. */
export function writtenOut(text: string): string | undefined {
  const [, first = '', rest = '', exponent] = EXPONENT.exec(text) ?? [];
  const by = Number(exponent);
  if (exponent === undefined || by >= MOST_DIGITS) return undefined;
  const digits = rest.replace(/0+$/, '').padEnd(by, '0');
  const fraction = digits.slice(by);
  return first + digits.slice(0, by) + (fraction === '' ? '' : `.${fraction}`);
}

/** Adds a number with the digits that the file has. */
export function addNumberCell(sink: ByteSink, bytes: Uint8Array, from: number, to: number): void {
  // The letter stands two or three places before the end.
  if (to - from > 4 && (bytes[to - 2] === LARGE_E || bytes[to - 3] === LARGE_E)) {
    const text = writtenOut(latin(bytes, from, to));
    if (text !== undefined) return void sink.ascii(text);
  }
  addCsvCell(sink, bytes, from, to);
}
