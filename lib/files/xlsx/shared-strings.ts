import { damaged } from '../inflate';
import { SourceError } from '../source';
import { addCsvCell, ByteSink } from './byte-sink';
import { RichText } from './rich-text';
import { packed } from './xml-names';
import type { XmlScanner } from './xml-scanner';
import { type XmlTaker } from './xml-scanner';

/** Bytes of one page; a power of two, so that page and place come out of one number by shifting. */
const PAGE_BITS = 22;
const PAGE_BYTES = 2 ** PAGE_BITS;
/** Bytes of all strings at most. They are held as compact bytes, a quarter of what strings would take. */
const MOST_BYTES = 2 ** 30;
/** A count in the file is a hint; a lie must not make us ask for gigabytes. */
const MOST_HINT = 4_000_000;

const SI = packed('si');

/** The shared strings of a workbook as cells of CSV in UTF-8, in pages: no JavaScript string is made of them. */
export class SharedStrings implements XmlTaker {
  private readonly pages: Uint8Array[] = [];
  private starts = new Uint32Array(1024);
  private ends = new Uint32Array(1024);
  private readonly rich = new RichText();
  private readonly cell = new ByteSink();
  private inString = false;
  private used = PAGE_BYTES;
  count = 0;

  open(xml: XmlScanner): void {
    if (xml.name === SI) {
      this.inString = true;
      this.rich.clear();
    } else if (this.inString) this.rich.open(xml);
    else if (xml.nameText() === 'sst') {
      const hint = Number(xml.attributes().get('uniqueCount') ?? 0);
      if (Number.isFinite(hint)) this.grow(Math.min(hint, MOST_HINT));
    }
  }

  close(xml: XmlScanner): void {
    if (xml.name !== SI) {
      if (this.inString) this.rich.close(xml);
      return;
    }
    this.inString = false;
    this.rich.finish();
    const { value } = this.rich;
    this.cell.length = 0;
    addCsvCell(this.cell, value.bytes, 0, value.length);
    this.add();
  }

  text(xml: XmlScanner): void {
    if (this.inString) this.rich.text(xml);
  }

  /** Adds the cell of one string to a sink. Throws `file-damaged` when there is no such string. */
  copyTo(sink: ByteSink, index: number): void {
    if (!(index >= 0 && index < this.count)) throw damaged();
    const start = this.starts[index] ?? 0;
    const end = this.ends[index] ?? 0;
    if (start === end) return;
    const page = this.pages[start >>> PAGE_BITS];
    if (page === undefined) throw damaged();
    const base = start & (PAGE_BYTES - 1);
    sink.copy(page, base, base + end - start);
  }

  private add(): void {
    const { cell } = this;
    if (cell.length > PAGE_BYTES) throw damaged();
    if (this.used + cell.length > PAGE_BYTES) {
      if (this.pages.length * PAGE_BYTES >= MOST_BYTES) throw new SourceError('file-inflates-too-much');
      this.pages.push(new Uint8Array(PAGE_BYTES));
      this.used = 0;
    }
    if (this.count === this.starts.length) this.grow(this.count * 2);
    const page = this.pages.length - 1;
    this.pages[page]?.set(cell.bytes.subarray(0, cell.length), this.used);
    // An empty string at the very end of a page still lies on it.
    const start = cell.length === 0 ? 0 : page * PAGE_BYTES + this.used;
    this.starts[this.count] = start;
    this.ends[this.count] = start + cell.length;
    this.used += cell.length;
    this.count += 1;
  }

  private grow(size: number): void {
    if (size <= this.starts.length) return;
    const wider = (old: Uint32Array<ArrayBuffer>) => {
      const bytes = new Uint32Array(size);
      bytes.set(old);
      return bytes;
    };
    this.starts = wider(this.starts);
    this.ends = wider(this.ends);
  }
}
