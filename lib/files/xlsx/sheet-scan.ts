import { damaged } from '../inflate';
import { addCsvCell, addXmlText, ByteSink, latin, unescapeValue } from './byte-sink';
import { addTextCell } from './text-cell';
import { addError, booleanOf, columnOf, indexOf, trimValue, typeOf, type CellType } from './cell-value';
import { addNumberValue } from './number-value';
import { QuickCells } from './quick-cells';
import { RichText } from './rich-text';
import { beginRow } from './row-tag';
import { isoText } from './serial-date';
import { SheetFacts } from './sheet-facts';
import { LAST_COLUMN, SheetRow } from './sheet-row';
import { STRUCK } from './text-marks';
import type { Workbook } from './workbook';
import { packed } from './xml-names';
import type { XmlScanner, XmlTaker } from './xml-scanner';
import { FORMULA_WITHOUT_VALUE } from '../model';

const [V, F] = [packed('v'), packed('f')];
const [ROW, C, IS] = [packed('row'), packed('c'), packed('is')];
const [R, S, T] = [packed('r'), packed('s'), packed('t')];
const TEXTS: ReadonlySet<CellType> = new Set(['s', 'str', 'inlineStr']);

const isExtension = (xml: XmlScanner) => xml.name === 0 && xml.nameText() === 'extLst';

/** What a scan gives away: each row when it is whole. Throw or set `stopped` on the scanner to end early. */
export type TakeRow = (row: SheetRow) => void;

/** One worksheet's XML into rows of CSV cells; the row is the same object each time. */
export class SheetScan implements XmlTaker {
  readonly facts: SheetFacts;
  private readonly row = new SheetRow();
  private readonly value = new ByteSink();
  private readonly formula = new ByteSink();
  private readonly rich = new RichText();
  private inData = false;
  private inRow = false;
  private inCell = false;
  /** Extensions have rows and values of their own, which are none of the sheet's. */
  private inExtension = false;
  private part: 'none' | 'value' | 'formula' | 'rich' = 'none';
  private readonly quickCells: QuickCells;
  private style = 0;
  private type: CellType = 'n';
  private hasFormula = false;
  private hasValue = false;
  private marks = 0;

  constructor(
    private readonly book: Pick<
      Workbook,
      'strings' | 'kinds' | 'special' | 'conditional' | 'struck' | 'epoch'
    >,
    name: string,
    private readonly take: TakeRow,
  ) {
    this.facts = new SheetFacts(name, book.conditional);
    this.quickCells = new QuickCells(book, this.facts, this.row);
  }

  quick(xml: XmlScanner, at: number, end: number): number {
    return this.inRow && !this.inCell ? this.quickCells.read(xml.bytes, at, end) : at;
  }

  open(xml: XmlScanner): void {
    if (this.inExtension) return this.inData ? undefined : this.facts.extension(xml);
    if (isExtension(xml)) this.inExtension = true;
    else if (this.inCell) this.openInCell(xml);
    else if (this.inRow) {
      if (xml.name === C) this.openCell(xml);
    } else if (this.inData) {
      if (xml.name !== ROW) return;
      beginRow(this.row, xml, this.facts.hidesAll);
      this.inRow = true;
    } else {
      const name = xml.nameText();
      if (name === 'sheetData') this.inData = true;
      else this.facts.element(name, xml);
    }
  }

  close(xml: XmlScanner): void {
    if (this.inExtension) this.inExtension = !isExtension(xml);
    else if (this.inCell) {
      if (this.part === 'rich') {
        if (xml.name === IS) this.part = 'none';
        else this.rich.close(xml);
      } else if (xml.name === C) this.closeCell();
      else if (xml.name === V || xml.name === F) this.part = 'none';
    } else if (this.inRow) {
      if (xml.name === ROW) this.closeRow();
    } else if (this.inData && xml.nameText() === 'sheetData') this.inData = false;
  }

  text(xml: XmlScanner): void {
    if (this.part === 'value') addXmlText(this.value, xml.bytes, xml.from, xml.to, xml.verbatim);
    else if (this.part === 'rich') this.rich.text(xml);
    else if (this.part === 'formula') addXmlText(this.formula, xml.bytes, xml.from, xml.to, xml.verbatim);
  }

  private closeRow(): void {
    this.inRow = false;
    this.facts.row(this.row);
    this.take(this.row);
  }

  private openCell(xml: XmlScanner): void {
    this.row.at += 1;
    this.style = 0;
    this.type = 'n';
    this.hasFormula = false;
    this.hasValue = false;
    this.rich.clear();
    this.value.length = 0;
    this.formula.length = 0;
    this.part = 'none';
    this.inCell = true;
    while (xml.nextAttr()) {
      if (xml.attrName === R) this.row.at = columnOf(xml, this.row.number);
      else if (xml.attrName === S) this.style = Number(latin(xml.bytes, xml.valueFrom, xml.valueTo));
      else if (xml.attrName === T) this.type = typeOf(xml);
    }
    if (this.row.at > LAST_COLUMN) throw damaged();
  }

  private openInCell(xml: XmlScanner): void {
    if (this.part === 'rich') this.rich.open(xml);
    else if (xml.name === V) {
      if (this.hasValue) throw damaged();
      this.part = 'value';
      this.hasValue = true;
    } else if (xml.name === F) {
      this.part = 'formula';
      this.hasFormula = true;
    } else if (xml.name === IS) {
      this.part = 'rich';
      this.rich.clear();
      // Some writers leave the type away.
      this.type = 'inlineStr';
    }
  }

  private closeCell(): void {
    this.inCell = false;
    const { row } = this;
    this.facts.cell(row.at);
    const from = row.enter(row.at);
    this.marks = this.book.struck.has(this.style) ? STRUCK : 0;
    this.addValue();
    if (this.marks !== 0 && row.bytes.length > from) this.facts.marked(this.marks, row.at, row.number);
    row.leave(row.at, from);
  }

  private addValue(): void {
    const { value, type } = this;
    const { bytes } = this.row;
    if (this.hasFormula && !this.hasValue && !this.rich.isThere) return this.addFormula();
    if (TEXTS.has(type)) this.facts.text(this.book, this.style, this.row);
    if (this.rich.isThere) {
      this.rich.finish();
      this.marks |= this.rich.marks;
      return addTextCell(bytes, this.rich.value.bytes, 0, this.rich.value.length);
    }
    // An inline text that stands where other values do is one all the same.
    if (type === 'str' || type === 'inlineStr') {
      unescapeValue(value);
      // Formulas give an empty text where they mean that there is nothing: no other value of theirs says it.
      const isText = this.hasValue && !this.hasFormula;
      if (isText || value.length > 0) addTextCell(bytes, value.bytes, 0, value.length);
      return;
    }
    trimValue(value);
    if (value.length === 0) return this.hasFormula ? this.addFormula() : undefined;
    if (this.hasFormula) this.facts.formula(this.row.at, this.row.number, value.toString());
    if (type === 's') this.addShared(indexOf(value));
    else if (type === 'b') bytes.ascii(booleanOf(value));
    else if (type === 'e') addError(bytes, value);
    else this.addNumber();
  }

  private addShared(index: number): void {
    this.book.strings.copyTo(this.row.bytes, index);
    this.marks |= this.book.strings.marksOf(index);
  }

  private addNumber(): void {
    const { value, book, style, facts, row } = this;
    if (this.type !== 'd') return addNumberValue(book, facts, row, style, value.bytes, 0, value.length);
    const kind = facts.kindOf(book, style, row, value.bytes, 0, value.length);
    row.bytes.ascii(isoText(value.toString(), kind));
  }

  /** The value was never calculated: the cell says so, so that the check finds it, and keeps the formula. */
  private addFormula(): void {
    this.facts.uncalculated(this.row.at, this.row.number);
    const text = `${FORMULA_WITHOUT_VALUE} =${this.formula.toString()}`;
    const cell = new TextEncoder().encode(text);
    addCsvCell(this.row.bytes, cell, 0, cell.length);
  }
}
