import { damaged } from '../inflate';
import { addCsvCell, ByteSink } from './byte-sink';
import { PagedBytes } from './paged-bytes';
import { RichText } from './rich-text';
import { packed } from './xml-names';
import type { XmlScanner } from './xml-scanner';
import { type XmlTaker } from './xml-scanner';

/** Places of strings are kept by so many: one array that doubled would for a moment be there twice. */
const PLACES_BITS = 16;
const PLACES = 2 ** PLACES_BITS;

const SI = packed('si');

/** The shared strings of a workbook as cells of CSV in UTF-8: no JavaScript string is made of them. */
export class SharedStrings implements XmlTaker {
  readonly bytes = new PagedBytes();
  private readonly starts: Uint32Array[] = [];
  private readonly rich = new RichText();
  private readonly cell = new ByteSink();
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
    const { value } = this.rich;
    this.cell.length = 0;
    addCsvCell(this.cell, value.bytes, 0, value.length);
    const at = this.count & (PLACES - 1);
    if (at === 0) this.starts.push(new Uint32Array(PLACES));
    const places = this.starts[this.starts.length - 1];
    if (places !== undefined) places[at] = this.bytes.length;
    this.bytes.add(this.cell.bytes, this.cell.length);
    this.count += 1;
  }

  text(xml: XmlScanner): void {
    if (this.inString) this.rich.text(xml);
  }

  /** Adds the cell of one string to a sink. Throws `file-damaged` when there is no such string. */
  copyTo(sink: ByteSink, index: number): void {
    if (!(index >= 0 && index < this.count)) throw damaged();
    const end = index + 1 === this.count ? this.bytes.length : this.start(index + 1);
    this.bytes.copyTo(sink, this.start(index), end);
  }

  private start(index: number): number {
    return this.starts[index >>> PLACES_BITS]?.[index & (PLACES - 1)] ?? 0;
  }
}
