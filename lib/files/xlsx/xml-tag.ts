import { packed, plainText } from './xml-names';

const EQUALS = 61;
const COLON = 58;
/** The last four letters of `xmlns`: a name of more than four keeps its end. */
const MLNS = packed('mlns');

const isSpace = (byte: number | undefined) => byte === 32 || byte === 10 || byte === 13 || byte === 9;

/** The tag a scanner stands on: its name and, one after another, its attributes. Prefixes of names are dropped. */
export class XmlTag {
  bytes: Uint8Array<ArrayBuffer> = new Uint8Array(128 * 1024);
  /** Local name of the element, packed; 0 when it has more than four letters (`nameText` tells it). */
  name = 0;
  selfClosed = false;
  attrName = 0;
  valueFrom = 0;
  valueTo = 0;
  private nameFrom = 0;
  private nameTo = 0;
  private attrsAt = 0;
  private attrsTo = 0;
  private attrFrom = 0;
  private attrTo = 0;

  nameText(): string {
    return this.string(this.nameFrom, this.nameTo);
  }
  string(from: number, to: number): string {
    return new TextDecoder().decode(this.bytes.subarray(from, to));
  }

  /** Steps to the next attribute of the open tag; false after the last. One that declares a namespace has no name. */
  nextAttr(): boolean {
    const { bytes, attrsTo } = this;
    let at = this.attrsAt;
    while (at < attrsTo && isSpace(bytes[at])) at += 1;
    let from = at;
    let name = 0;
    let declares = false;
    for (; at < attrsTo; at++) {
      const byte = bytes[at] ?? 0;
      if (byte === EQUALS || isSpace(byte)) break;
      if (byte === COLON) {
        // `xmlns:s` names a prefix and is no attribute `s`.
        declares = at - from === 5 && bytes[from] === 120 && name === MLNS;
        name = 0;
        from = at + 1;
      } else name = (name << 8) | byte;
    }
    this.attrFrom = declares ? at : from;
    this.attrTo = at;
    this.attrName = declares || at - from > 4 ? 0 : name;
    while (at < attrsTo && bytes[at] !== 34 && bytes[at] !== 39) at += 1;
    if (at >= attrsTo) return false;
    const quote = bytes[at] ?? 0;
    const start = at + 1;
    at = start;
    while (at < attrsTo && bytes[at] !== quote) at += 1;
    this.valueFrom = start;
    this.valueTo = at;
    this.attrsAt = at + 1;
    return true;
  }

  /** Whether this attribute has the local name `name`. */
  attrIs(name: string): boolean {
    if (this.attrTo - this.attrFrom !== name.length) return false;
    for (let at = 0; at < name.length; at++) {
      if (this.bytes[this.attrFrom + at] !== name.charCodeAt(at)) return false;
    }
    return true;
  }

  /** All attributes by local name, entities resolved; for elements that are rare. */
  attributes(): Map<string, string> {
    const found = new Map<string, string>();
    while (this.nextAttr()) {
      const name = this.string(this.attrFrom, this.attrTo);
      found.set(name, plainText(this.string(this.valueFrom, this.valueTo)));
    }
    return found;
  }

  protected readName(from: number, to: number): void {
    const { bytes } = this;
    let start = from;
    let name = 0;
    let at = from;
    for (; at < to; at++) {
      const byte = bytes[at] ?? 0;
      if (isSpace(byte)) break;
      if (byte === COLON) {
        start = at + 1;
        name = 0;
      } else name = (name << 8) | byte;
    }
    this.name = at - start > 4 ? 0 : name;
    this.nameFrom = start;
    this.nameTo = at;
    this.attrsAt = at;
    this.attrsTo = to;
  }
}
