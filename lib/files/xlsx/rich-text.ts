import { addXmlText, ByteSink, unescapeValue } from './byte-sink';
import { heldText, type TextPart } from './marked-parts';
import { isOn } from './row-tag';
import { RAISED, STRUCK } from './text-marks';
import { packed } from './xml-names';
import type { XmlScanner } from './xml-scanner';

const T = packed('t');
const RPH = packed('rPh');
const [R, RPR] = [packed('r'), packed('rPr')];
const VAL = packed('val');

const isSpace = (byte: number | undefined) => byte === 32 || byte === 10 || byte === 13 || byte === 9;

/** What an element of a run's properties says of its look (ISO 29500-1 §18.4.10 and §18.4.14). */
function markOf(xml: XmlScanner): number {
  const name = xml.nameText();
  if (name !== 'strike' && name !== 'vertAlign') return 0;
  let value: string | undefined;
  while (xml.nextAttr()) if (xml.attrName === VAL) value = xml.string(xml.valueFrom, xml.valueTo);
  if (name === 'strike') return value === undefined || isOn(value) ? STRUCK : 0;
  return value === 'superscript' || value === 'subscript' ? RAISED : 0;
}

/**
 * The text of a `<si>` or `<is>`: its runs joined, phonetic guides left out. Space around a run counts only where
 * `xml:space` keeps it, as in Excel.
 */
export class RichText {
  readonly value = new ByteSink();
  /** Whether there is a text at all, be it empty. */
  isThere = false;
  /** How parts of it look (`text-marks.ts`). */
  marks = 0;
  /** Of each run with a text in it: where it ends, and how it looks. */
  private readonly ends: number[] = [];
  private readonly looks: number[] = [];
  /** How the run looks that is being read. */
  private ofRun = 0;
  private inLook = false;
  private inText = false;
  private inGuide = false;
  private keepsSpace = false;
  private start = 0;

  clear(): void {
    this.value.length = 0;
    this.isThere = false;
    this.marks = 0;
    this.ends.length = this.looks.length = 0;
    this.ofRun = 0;
    this.inLook = false;
    this.inText = false;
    this.inGuide = false;
  }

  open(xml: XmlScanner): void {
    if (this.inGuide) return;
    if (xml.name === RPH) this.inGuide = true;
    else if (xml.name === RPR) this.inLook = true;
    else if (this.inLook) this.ofRun |= markOf(xml);
    else if (xml.name === T) {
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
    else if (xml.name === RPR) this.inLook = false;
    else if (xml.name === R) this.ofRun = 0;
    else if (xml.name === T && this.inText) {
      this.inText = false;
      if (!this.keepsSpace) this.trim();
      if (this.ofRun !== 0 && !this.isBlank()) this.marks |= this.ofRun;
      this.ends.push(this.value.length);
      this.looks.push(this.ofRun);
    }
  }

  text(xml: XmlScanner): void {
    if (this.inText) addXmlText(this.value, xml.bytes, xml.from, xml.to, xml.verbatim);
  }

  /** After the last run. */
  finish(): void {
    const held = this.marks === 0 ? undefined : heldText(this.parts());
    if (held !== undefined) {
      this.value.length = 0;
      this.value.text(held);
    }
    unescapeValue(this.value);
  }

  private parts(): TextPart[] {
    const decoder = new TextDecoder();
    return this.ends.map((end, at) => ({
      text: decoder.decode(this.value.bytes.subarray(this.ends[at - 1] ?? 0, end)),
      marks: this.looks[at] ?? 0,
    }));
  }

  /** Whether nothing of the run can be seen. */
  private isBlank(): boolean {
    const { value, start } = this;
    return value.bytes.subarray(start, value.length).every(isSpace);
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
