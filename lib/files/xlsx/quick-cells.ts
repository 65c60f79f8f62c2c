import { addTextCell } from './text-cell';
import { addNumberValue } from './number-value';
import { markOf, plainTextEnd, standsAt } from './plain-text';
import type { SheetFacts } from './sheet-facts';
import { LAST_COLUMN, type SheetRow } from './sheet-row';
import type { Workbook } from './workbook';

const [LT, GT, SLASH, QUOTE, SPACE, EQUALS] = [60, 62, 47, 34, 32, 61];
const [C, R, S, V] = [99, 114, 115, 118];

const SHARED = markOf(' t="s"><v>');
const NUMBER = markOf(' t="n"');
const INLINE = markOf(' t="inlineStr"><is><t>');
const INLINE_END = markOf('</t></is></c>');

/** Whether `</v></c>` stands at `at`. */
const endsAt = (bytes: Uint8Array, at: number) =>
  bytes[at] === LT &&
  bytes[at + 1] === SLASH &&
  bytes[at + 2] === V &&
  bytes[at + 3] === GT &&
  bytes[at + 4] === LT &&
  bytes[at + 5] === SLASH &&
  bytes[at + 6] === C &&
  bytes[at + 7] === GT;

/**
 * Cells letter for letter as nearly all programs write them: `<c r="B7" s="3" t="s"><v>12</v></c>`, shared and inline
 * texts, plain numbers and dates. They are most of a workbook, and no tag, text or attribute of theirs need be told one by one.
 * Whatever else a cell is, the scan reads as XML; a test holds the two equal.
 */
export class QuickCells {
  constructor(
    private readonly book: Pick<Workbook, 'strings' | 'kinds' | 'special' | 'struck' | 'epoch'>,
    private readonly facts: SheetFacts,
    private readonly row: SheetRow,
  ) {}

  /** Reads cells from `at`; gives where the first begins that is none of these, or is not there to its end. */
  read(bytes: Uint8Array<ArrayBuffer>, at: number, end: number): number {
    let start = at;
    for (;;) {
      const next = this.cell(bytes, start, end);
      if (next < 0) return start;
      start = next;
    }
  }

  /** Behind the cell at `start`; -1 when it is none of these. What lies beyond `end` is of an earlier piece. */
  private cell(bytes: Uint8Array<ArrayBuffer>, start: number, end: number): number {
    const isCell =
      bytes[start] === LT &&
      bytes[start + 1] === C &&
      bytes[start + 2] === SPACE &&
      bytes[start + 3] === R &&
      bytes[start + 4] === EQUALS &&
      bytes[start + 5] === QUOTE;
    if (!isCell) return -1;
    const { row } = this;
    let at = start + 6;
    let column = 0;
    let byte = bytes[at] ?? 0;
    for (; byte >= 65 && byte <= 90; byte = bytes[++at] ?? 0) column = column * 26 + byte - 64;
    let number = 0;
    for (; byte >= 48 && byte <= 57; byte = bytes[++at] ?? 0) number = number * 10 + byte - 48;
    if (byte !== QUOTE || column === 0 || column > LAST_COLUMN || number !== row.number) return -1;
    byte = bytes[++at] ?? 0;
    let style = 0;
    if (byte === SPACE && bytes[at + 1] === S && bytes[at + 2] === EQUALS && bytes[at + 3] === QUOTE) {
      at += 4;
      for (byte = bytes[at] ?? 0; byte >= 48 && byte <= 57; byte = bytes[++at] ?? 0)
        style = style * 10 + byte - 48;
      if (byte !== QUOTE) return -1;
      byte = bytes[++at] ?? 0;
      if (this.book.struck.size > 0 && this.book.struck.has(style)) return -1;
    }
    if (byte === SLASH && bytes[at + 1] === GT) return this.empty(column, at + 2, end);
    if (byte !== SPACE) return this.number(bytes, column, style, at, end);
    if (standsAt(SHARED, bytes, at)) return this.shared(bytes, column, style, at + SHARED.length, end);
    if (standsAt(INLINE, bytes, at)) return this.inline(bytes, column, style, at + INLINE.length, end);
    return standsAt(NUMBER, bytes, at) ? this.number(bytes, column, style, at + NUMBER.length, end) : -1;
  }

  /** A cell that only looks like something. */
  private empty(column: number, to: number, end: number): number {
    if (to > end) return -1;
    this.row.at = column;
    this.facts.cell(column);
    return to;
  }

  private shared(bytes: Uint8Array, column: number, style: number, from: number, end: number): number {
    let at = from;
    let index = 0;
    let byte = bytes[at] ?? 0;
    for (; byte >= 48 && byte <= 57; byte = bytes[++at] ?? 0) index = index * 10 + byte - 48;
    if (at === from || at + 8 > end || !endsAt(bytes, at)) return -1;
    if (this.book.strings.marksOf(index) !== 0) return -1;
    const { row } = this;
    row.at = column;
    this.facts.cell(column);
    const begin = row.enter(column);
    this.book.strings.copyTo(row.bytes, index);
    row.leave(column, begin);
    if (this.book.special !== undefined) this.facts.text(this.book, style, row);
    return at + 8;
  }

  private inline(bytes: Uint8Array, column: number, style: number, from: number, end: number): number {
    const to = plainTextEnd(bytes, from, end);
    if (to < 0 || to + INLINE_END.length > end || !standsAt(INLINE_END, bytes, to)) return -1;
    const { row } = this;
    row.at = column;
    this.facts.cell(column);
    const begin = row.enter(column);
    addTextCell(row.bytes, bytes, from, to);
    row.leave(column, begin);
    if (this.book.special !== undefined) this.facts.text(this.book, style, row);
    return to + INLINE_END.length;
  }

  /** `behind`: where the attributes end. */
  private number(
    bytes: Uint8Array<ArrayBuffer>,
    column: number,
    style: number,
    behind: number,
    end: number,
  ): number {
    const isOpen = bytes[behind] === GT && bytes[behind + 1] === LT && bytes[behind + 2] === V;
    if (!isOpen || bytes[behind + 3] !== GT) return -1;
    const from = behind + 4;
    let at = from;
    // Digits, signs, points and exponents; anything else is for the scan.
    for (let byte = bytes[at] ?? 0; byte > 42 && byte < 122 && byte !== 44 && byte !== LT;)
      byte = bytes[++at] ?? 0;
    if (at === from || at + 8 > end || !endsAt(bytes, at)) return -1;
    const { row, facts } = this;
    row.at = column;
    facts.cell(column);
    const begin = row.enter(column);
    addNumberValue(this.book, facts, row, style, bytes, from, at);
    row.leave(column, begin);
    return at + 8;
  }
}
