import type { FileNote } from '../model';
import { latin } from './byte-sink';
import { columnLetters } from './column-letters';
import { MixedCurrencies } from './mixed-currencies';
import { isNothing, isOn } from './row-tag';
import type { FormatKind } from './serial-date';
import { isTelling } from './styles';
import type { SheetRow } from './sheet-row';
import { RAISED, STRUCK } from './text-marks';
import type { Workbook } from './workbook';
import type { XmlScanner } from './xml-scanner';

const columnOf = (letters: string) =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** The far corner of `A1:D20` as column and row. */
function corner(ref: string): { column: number; row: number } | undefined {
  const parts = /(?:^|:)\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(ref);
  return parts === null ? undefined : { column: columnOf(parts[1] ?? ''), row: Number(parts[2]) };
}

type Styled = Pick<Workbook, 'kinds' | 'special'>;

interface Seen {
  count: number;
  first: string;
}

/** What a sheet holds besides values: worth saying, because nobody sees it in the rows. */
export class SheetFacts {
  /** Furthest cells of any kind, formatted empty ones included. */
  lastRow = 0;
  lastColumn = 0;
  /** Rows and columns with values. */
  filledRows = 0;
  width = 0;
  dimension: string | undefined;
  /** Rows without a height of their own have none. */
  hidesAll = false;
  private readonly hiddenColumns: (readonly [number, number])[] = [];
  private readonly hiddenRows: Seen = { count: 0, first: '' };
  private readonly merged: Seen = { count: 0, first: '' };
  private readonly formulas: Seen = { count: 0, first: '' };
  private readonly dates: Seen = { count: 0, first: '' };
  private readonly formats: Seen = { count: 0, first: '' };
  private readonly masked: Seen = { count: 0, first: '' };
  private readonly raised: Seen = { count: 0, first: '' };
  private readonly struck: Seen = { count: 0, first: '' };
  private readonly conditioned: Seen = { count: 0, first: '' };
  /** Where the condition holds that is read. */
  private conditionAt = '';
  private readonly computed: Seen = { count: 0, first: '' };
  private readonly currencies = new MixedCurrencies();
  /** The sheet shows nothing where a number is 0. */
  private hidesZeros = false;
  private isAllZero = true;

  constructor(
    readonly name: string,
    private readonly conditional: ReadonlySet<number>,
  ) {}

  /** An element in an extension of the sheet, where some conditions have formats of their own. */
  extension(xml: XmlScanner): void {
    if (xml.name !== 0 || xml.nameText() !== 'numFmt') return;
    if (isTelling(Object.fromEntries(xml.attributes()))) see(this.conditioned, '');
  }

  element(name: string, xml: XmlScanner): void {
    if (name === 'dimension') this.dimension = xml.attributes().get('ref');
    else if (name === 'mergeCell') see(this.merged, xml.attributes().get('ref') ?? '');
    else if (name === 'sheetFormatPr') this.hidesAll = isOn(xml.attributes().get('zeroHeight'));
    else if (name === 'conditionalFormatting') this.conditionAt = xml.attributes().get('sqref') ?? '';
    else if (name === 'cfRule') {
      if (this.conditional.has(Number(xml.attributes().get('dxfId') ?? -1)))
        see(this.conditioned, this.conditionAt);
    } else if (name === 'sheetView') {
      this.hidesZeros ||= /^(0|false|off)$/.test(xml.attributes().get('showZeros') ?? '');
    } else if (name === 'col') {
      const attributes = xml.attributes();
      if (!isOn(attributes.get('hidden')) && !isNothing(attributes.get('width'))) return;
      this.hiddenColumns.push([Number(attributes.get('min')), Number(attributes.get('max'))]);
    }
  }

  cell(column: number): void {
    if (column > this.lastColumn) this.lastColumn = column;
  }

  row(row: SheetRow): void {
    if (row.number > this.lastRow) this.lastRow = row.number;
    if (row.filled === 0) return;
    this.filledRows += 1;
    row.sort();
    this.width = Math.max(this.width, row.columns[row.count - 1] ?? 0);
    if (row.hidden) see(this.hiddenRows, String(row.number));
  }

  uncalculated(column: number, row: number): void {
    see(this.formulas, `${columnLetters(column)}${row}`);
  }

  /** A formula with a value. */
  formula(column: number, row: number, value: string): void {
    this.isAllZero &&= Number(value) === 0;
    see(this.computed, `${columnLetters(column)}${row}`);
  }

  /** A value that says something else by its look (`text-marks.ts`). */
  marked(marks: number, column: number, row: number): void {
    const cell = `${columnLetters(column)}${row}`;
    if (marks & RAISED) see(this.raised, cell);
    if (marks & STRUCK) see(this.struck, cell);
  }

  /** A number that stays as it is under a format that shows something else: a date that is none, or what masks it. */
  unlike(kind: FormatKind, column: number, row: number): void {
    see(kind === 'masked' ? this.masked : this.dates, `${columnLetters(column)}${row}`);
  }

  /**
   * What the style of the cell a row stands at makes of the number from `from` to `to`. Without its format nobody knows
   * a day from a number.
   */
  kindOf(
    { kinds, special }: Styled,
    style: number,
    row: SheetRow,
    bytes: Uint8Array,
    from: number,
    to: number,
  ) {
    const kind = kinds[style];
    if (kind === undefined) {
      if (style > 0) see(this.formats, `${columnLetters(row.at)}${row.number}`);
      return 'number';
    }
    if (this.hidesZeros && kind === 'number' && Number(latin(bytes, from, to)) === 0)
      see(this.masked, `${columnLetters(row.at)}${row.number}`);
    if (special === undefined) return kind;
    const currency = special.currencies.get(style);
    if (currency !== undefined) this.currencies.note(currency, row);
    const varied = kind === 'varied' ? special.varied.get(style) : undefined;
    return varied === undefined ? kind : varied(Number(latin(bytes, from, to)));
  }

  /** A text under a style that shows something else of it. */
  text({ special }: Styled, style: number, row: SheetRow): void {
    if (special?.maskedTexts.has(style)) see(this.masked, `${columnLetters(row.at)}${row.number}`);
  }

  /** After the whole sheet was read; `recalculates` as the workbook has it. */
  notes(recalculates: Workbook['recalculates'] = false): FileNote[] {
    const sheet = this.name;
    const notes: FileNote[] = [];
    const tell = (code: FileNote['code'], seen: Seen, key: string) => {
      if (seen.count > 0) notes.push({ code, params: { sheet, count: seen.count, [key]: seen.first } });
    };
    tell('sheet-rows-hidden', this.hiddenRows, 'row');
    const hidden = this.hiddenColumns
      .filter(([from, to]) => from <= this.width && to >= from)
      .map(([from, to]) => {
        const end = Math.min(to, this.width);
        return from === end ? columnLetters(from) : `${columnLetters(from)} to ${columnLetters(end)}`;
      });
    if (hidden.length > 0)
      notes.push({ code: 'sheet-columns-hidden', params: { sheet, columns: hidden.join(', ') } });
    tell('sheet-cells-merged', this.merged, 'range');
    tell('sheet-formulas-uncalculated', this.formulas, 'cell');
    if (recalculates === true || (recalculates === 'zeros' && this.isAllZero))
      tell('sheet-formulas-outdated', this.computed, 'cell');
    tell('sheet-dates-unreal', this.dates, 'cell');
    tell('sheet-numbers-masked', this.masked, 'cell');
    notes.push(...this.currencies.notes(sheet));
    tell('sheet-formats-conditional', this.conditioned, 'range');
    tell('sheet-formats-missing', this.formats, 'cell');
    tell('sheet-texts-raised', this.raised, 'cell');
    tell('sheet-texts-struck', this.struck, 'cell');
    const declared = this.dimension === undefined ? undefined : corner(this.dimension);
    if (declared && (declared.row !== this.lastRow || declared.column !== this.lastColumn)) {
      // An empty sheet declares A1.
      const empty = this.lastRow === 0 && declared.row === 1 && declared.column === 1;
      const found = this.lastColumn === 0 ? 'nothing' : `${columnLetters(this.lastColumn)}${this.lastRow}`;
      if (!empty)
        notes.push({
          code: 'sheet-dimension-differs',
          params: { sheet, declared: this.dimension ?? '', found },
        });
    }
    return notes;
  }
}

function see(seen: Seen, first: string): void {
  if (seen.count === 0) seen.first = first;
  seen.count += 1;
}
