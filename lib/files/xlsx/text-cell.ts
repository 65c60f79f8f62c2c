import { addCsvCell, type ByteSink } from './byte-sink';

/** No number is longer; a text beyond it needs not be told from one. */
const MOST_NUMBER = 400;

const [QUOTE, DASH, COLON, LARGE_T] = [34, 45, 58, 84];

/** Whether a text begins as days and times do in the text that is made of a workbook. */
const isDatedAt = (bytes: Uint8Array, from: number, to: number): boolean =>
  (to - from >= 10 && bytes[from + 4] === DASH && bytes[from + 7] === DASH) ||
  (to - from >= 8 && bytes[from + 2] === COLON && bytes[from + 5] === COLON);

/** Whether nothing stands in it but digits and what stands between those of a day and a time. */
function isOfDates(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if ((byte < DASH || byte > COLON) && byte !== 32 && byte !== LARGE_T) return false;
  }
  return true;
}

/** Whether a text might be read as a number with a point or an exponent; also of some that cannot, to which quotes do no harm. */
function isPointed(bytes: Uint8Array, from: number, to: number): boolean {
  let points = 0;
  let exponents = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 46) points += 1;
    else if ((byte & 95) === 69) exponents += 1;
    // Digits, signs, and blanks of any kind.
    else if ((byte < 48 || byte > 57) && byte > 32 && byte < 128 && byte !== 43 && byte !== 45) return false;
  }
  return points === 1 || (points === 0 && exponents === 1);
}

/** Whether another cell with the same letters in it might be a number, a day or a time. */
function isAmbiguous(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from > MOST_NUMBER) return false;
  return isDatedAt(bytes, from, to) ? isOfDates(bytes, from, to) : isPointed(bytes, from, to);
}

/**
 * Adds a text that stands in a cell: an empty one as quotes around nothing, which tells it from a cell without a value;
 * one that looks like a number with a point or an exponent, like a day or a time in quotes, which tells it from one.
 */
export function addTextCell(sink: ByteSink, bytes: Uint8Array, from: number, to: number): void {
  const isLike = from < to && isAmbiguous(bytes, from, to);
  if (from < to && !isLike) return addCsvCell(sink, bytes, from, to);
  sink.push(QUOTE);
  if (isLike) sink.copy(bytes, from, to);
  sink.push(QUOTE);
}
