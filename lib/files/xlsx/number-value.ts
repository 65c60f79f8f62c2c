import { addNumberCell } from './number-text';
import { addSerial } from './serial-date';
import type { SheetFacts } from './sheet-facts';
import type { SheetRow } from './sheet-row';
import type { Workbook } from './workbook';

type Styled = Pick<Workbook, 'kinds' | 'special' | 'epoch'>;

/**
 * Adds the number from `from` to `to` to the cell a row stands at: a day or a time where the format of its style makes it
 * one, else with the digits that the file has. What is shown otherwise is told to the facts.
 */
export function addNumberValue(
  book: Styled,
  facts: SheetFacts,
  row: SheetRow,
  style: number,
  bytes: Uint8Array<ArrayBuffer>,
  from: number,
  to: number,
): void {
  const kind = facts.kindOf(book, style, row, bytes, from, to);
  if (kind !== 'number') {
    if (addSerial(row.bytes, { bytes, from, to }, kind, book.epoch)) return;
    facts.unlike(kind, row.at, row.number);
  }
  addNumberCell(row.bytes, bytes, from, to);
}
