import { damaged } from '../inflate';
import { ERROR_WITHOUT_WORD } from '../model';
import { addCsvCell, latin, type ByteSink } from './byte-sink';
import { packed } from './xml-names';
import type { XmlScanner } from './xml-scanner';

/** ISO 29500-1 §18.18.11, ST_CellType. */
export type CellType = 'n' | 's' | 'b' | 'e' | 'str' | 'inlineStr' | 'd';
const TYPES: Readonly<Record<number, CellType>> = {
  [packed('n')]: 'n',
  [packed('s')]: 's',
  [packed('b')]: 'b',
  [packed('e')]: 'e',
  [packed('str')]: 'str',
  [packed('d')]: 'd',
};

/** The type of a cell from the attribute the scanner stands on. Throws `file-damaged` at one that does not exist. */
export function typeOf(xml: XmlScanner): CellType {
  let key = 0;
  for (let at = xml.valueFrom; at < xml.valueTo; at++) key = (key << 8) | (xml.bytes[at] ?? 0);
  const type = xml.valueTo - xml.valueFrom > 4 ? undefined : TYPES[key];
  if (type !== undefined) return type;
  if (xml.string(xml.valueFrom, xml.valueTo) === 'inlineStr') return 'inlineStr';
  throw damaged();
}

/** `BC12`: the column. The row is that of the `<row>` around it; throws `file-damaged` where it is another. */
export function columnOf({ bytes, valueFrom, valueTo }: XmlScanner, ofRow: number): number {
  let at = valueFrom;
  let column = 0;
  for (; at < valueTo; at++) {
    const letter = (bytes[at] ?? 0) & 0xdf;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  let row = 0;
  for (; at < valueTo; at++) row = row * 10 + (bytes[at] ?? 0) - 48;
  if (column === 0 || row !== ofRow) throw damaged();
  return column;
}

/** The number of a shared string. */
export function indexOf(value: ByteSink): number {
  let index = 0;
  for (let at = 0; at < value.length; at++) {
    const digit = (value.bytes[at] ?? 0) - 48;
    if (digit < 0 || digit > 9) throw damaged();
    index = index * 10 + digit;
  }
  return index;
}

const WORDS: Readonly<Record<string, 'TRUE' | 'FALSE'>> = {
  1: 'TRUE',
  true: 'TRUE',
  0: 'FALSE',
  false: 'FALSE',
};

/** A boolean as formulas show it; throws `file-damaged` where it is neither of the two. */
export function booleanOf(value: ByteSink): 'TRUE' | 'FALSE' {
  const word = WORDS[latin(value.bytes, 0, value.length).toLowerCase()];
  if (word === undefined) throw damaged();
  return word;
}

/** ISO 29500-1 §18.17.3, and what Excel has added since. */
const ERRORS: ReadonlySet<string> = new Set(
  (
    '#NULL! #DIV/0! #VALUE! #REF! #NAME? #NUM! #N/A #GETTING_DATA #SPILL! #CALC! #FIELD! #BLOCKED! #CONNECT! ' +
    '#UNKNOWN! #BUSY! #EXTERNAL! #PYTHON! #TIMEOUT! #ERROR!'
  ).split(' '),
);

/** What stands in a cell of errors, in a form that the check takes for one whatever its words are (`Err:502`). */
export function addError(sink: ByteSink, value: ByteSink): void {
  if (ERRORS.has(value.toString().toUpperCase())) return addCsvCell(sink, value.bytes, 0, value.length);
  const cell = new TextEncoder().encode(`${ERROR_WITHOUT_WORD} ${value.toString()}`);
  addCsvCell(sink, cell, 0, cell.length);
}

/** Space around a number or word means nothing. */
export function trimValue(value: ByteSink): void {
  const { bytes } = value;
  while (value.length > 0 && (bytes[value.length - 1] ?? 0) <= 32) value.length -= 1;
  let from = 0;
  while (from < value.length && (bytes[from] ?? 0) <= 32) from += 1;
  if (from > 0) {
    bytes.copyWithin(0, from, value.length);
    value.length -= from;
  }
}
