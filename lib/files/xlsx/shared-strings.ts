import { damaged } from '../inflate';
import { ByteSink } from './byte-sink';
import { addTextCell } from './text-cell';
import { PagedBytes } from './paged-bytes';
import { markOf, plainTextEnd, standsAt } from './plain-text';
import { RichText } from './rich-text';
import { packed } from './xml-names';
import type { XmlScanner } from './xml-scanner';
import { type XmlTaker } from './xml-scanner';

/** Places of strings are kept by so many: one array that doubled would for a moment be there twice. */
const PLACES_BITS = 16;
const PLACES = 2 ** PLACES_BITS;

const SI = packed('si');

const OPENED = markOf('<si><t>');
const CLOSED = markOf('</t></si>');

/** The shared strings of a workbook as cells of CSV in UTF-8: no JavaScript string is made of them. */
export class SharedStrings implements XmlTaker {
  readonly bytes = new PagedBytes();
  private readonly starts: Uint32Array[] = [];
  private readonly rich = new RichText();
  private readonly cell = new ByteSink();
  /** Marks of the strings that have some, by pages of places; most workbooks have none. */
  private readonly marks: (Uint8Array | undefined)[] = [];
  private inString = false;
  count = 0;

  open(xml: XmlScanner): void {
    if (xml.name === SI) {
      this.inString = true;
      this.rich.clear();
    } else if (this.inString) this.rich.open(xml);
  }

  close(xml: XmlScanner): void {
    if (xml.name !== SI) {
      if (this.inString) this.rich.close(xml);
      return;
    }
    this.inString = false;
    this.rich.finish();
    if (this.rich.marks !== 0) this.mark(this.count, this.rich.marks);
    this.add(this.rich.value.bytes, 0, this.rich.value.length);
  }

  private add(bytes: Uint8Array, from: number, to: number): void {
    this.cell.length = 0;
    addTextCell(this.cell, bytes, from, to);
    const at = this.count & (PLACES - 1);
    if (at === 0) this.starts.push(new Uint32Array(PLACES));
    const places = this.starts[this.starts.length - 1];
    if (places !== undefined) places[at] = this.bytes.length;
    this.bytes.add(this.cell.bytes, this.cell.length);
    this.count += 1;
  }

  /** Strings without anything but letters in them: `<si><t>plain</t></si>`. */
  quick(xml: XmlScanner, at: number, end: number): number {
    if (this.inString) return at;
    let start = at;
    for (;;) {
      const next = this.plain(xml.bytes, start, end);
      if (next < 0) return start;
      start = next;
    }
  }

  /** Behind the string at `start`; -1 when it is none of these, or not there to its end. */
  private plain(bytes: Uint8Array, start: number, end: number): number {
    if (!standsAt(OPENED, bytes, start)) return -1;
    const from = start + OPENED.length;
    const to = plainTextEnd(bytes, from, end);
    if (to < 0 || to + CLOSED.length > end || !standsAt(CLOSED, bytes, to)) return -1;
    this.add(bytes, from, to);
    return to + CLOSED.length;
  }

  text(xml: XmlScanner): void {
    if (this.inString) this.rich.text(xml);
  }

  /** Lets go of them all. */
  letGo(): void {
    this.bytes.close();
    this.starts.length = 0;
    this.marks.length = 0;
    this.count = 0;
  }

  /** Adds the cell of one string to a sink. Throws `file-damaged` when there is no such string. */
  copyTo(sink: ByteSink, index: number): void {
    if (!(index >= 0 && index < this.count)) throw damaged();
    const end = index + 1 === this.count ? this.bytes.length : this.start(index + 1);
    this.bytes.copyTo(sink, this.start(index), end);
  }

  /** How a string looks (`text-marks.ts`). */
  marksOf(index: number): number {
    if (this.marks.length === 0) return 0;
    return this.marks[index >>> PLACES_BITS]?.[index & (PLACES - 1)] ?? 0;
  }

  private mark(index: number, marks: number): void {
    const page = (this.marks[index >>> PLACES_BITS] ??= new Uint8Array(PLACES));
    page[index & (PLACES - 1)] = marks;
  }

  private start(index: number): number {
    return this.starts[index >>> PLACES_BITS]?.[index & (PLACES - 1)] ?? 0;
  }
}
