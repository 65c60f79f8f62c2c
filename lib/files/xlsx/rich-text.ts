import { addXmlText, ByteSink, unescapeValue } from './byte-sink';
import { packed } from './xml-names';
import type { XmlScanner } from './xml-scanner';

const T = packed('t');
const RPH = packed('rPh');

const isSpace = (byte: number | undefined) => byte === 32 || byte === 10 || byte === 13 || byte === 9;

/**
 * The text of a `<si>` or `<is>`: its runs joined, phonetic guides left out. Space around a run counts only where
 * `xml:space` keeps it, as in Excel.
 */
export class RichText {
  readonly value = new ByteSink();
  /** Whether there is a text at all, be it empty. */
  isThere = false;
  private inText = false;
  private inGuide = false;
  private keepsSpace = false;
  private start = 0;

  clear(): void {
    this.value.length = 0;
    this.isThere = false;
    this.inText = false;
    this.inGuide = false;
  }

  open(xml: XmlScanner): void {
    if (xml.name === RPH) this.inGuide = true;
    else if (xml.name === T && !this.inGuide) {
      this.inText = true;
      this.isThere = true;
      this.keepsSpace = false;
      this.start = this.value.length;
      while (xml.nextAttr()) {
        if (xml.attrIs('space')) this.keepsSpace = xml.string(xml.valueFrom, xml.valueTo) === 'preserve';
      }
    }
  }

  close(xml: XmlScanner): void {
    if (xml.name === RPH) this.inGuide = false;
    else if (xml.name === T && this.inText) {
      this.inText = false;
      if (!this.keepsSpace) this.trim();
    }
  }

  text(xml: XmlScanner): void {
    if (this.inText) addXmlText(this.value, xml.bytes, xml.from, xml.to, xml.verbatim);
  }

  /** After the last run. */
  finish(): void {
    unescapeValue(this.value);
  }

  private trim(): void {
    const { value, start } = this;
    const { bytes } = value;
    let from = start;
    while (from < value.length && isSpace(bytes[from])) from += 1;
    while (value.length > from && isSpace(bytes[value.length - 1])) value.length -= 1;
    if (from === start) return;
    bytes.copyWithin(start, from, value.length);
    value.length -= from - start;
  }
}
