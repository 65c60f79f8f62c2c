import { damaged } from '../inflate';
import { XmlTag } from './xml-tag';

const LT = 60;
const GT = 62;
const SLASH = 47;
const DASH = 45;
/** A text or tag of one piece; Excel's longest cell has 32,767 characters. */
const MOST_TOKEN = 32 * 2 ** 20;

/** Called for every token; where it lies is in the scanner's fields until the next one. A self-closed tag opens and closes. */
export interface XmlTaker {
  open(xml: XmlScanner): void;
  close(xml: XmlScanner): void;
  text(xml: XmlScanner): void;
  /**
   * Reads what it knows by heart from `at`, where a tag begins, and gives where it ends; `at` when it knows none of it.
   * Elements must be whole there, opened and closed.
   */
  quick?(xml: XmlScanner, at: number, end: number): number;
}

/**
 * Cuts UTF-8 XML into tags and texts as its bytes arrive, without making strings. Prefixes of names are dropped. No
 * DTD is read: a workbook needs none, and entities of one's own are how XML is made to explode.
 */
export class XmlScanner extends XmlTag {
  /** The text of this token. */
  from = 0;
  to = 0;
  /** True inside CDATA, where entities mean themselves. */
  verbatim = false;
  /** Set by a taker that has seen enough: nothing more is given to it. */
  stopped = false;
  /** Bytes fed so far. */
  taken = 0;
  private end = 0;
  /** Bytes of an unfinished token that were looked through, and the quote they end in: no piece makes it begin again. */
  private seen = 0;
  private quote = 0;
  private depth = 0;
  private opened = false;

  constructor(private readonly taker: XmlTaker) {
    super();
  }

  /** Takes the next bytes. Throws `file-damaged` when they cannot be XML. */
  feed(chunk: Uint8Array): void {
    if (this.stopped) return;
    if (this.end + chunk.length > this.bytes.length) {
      const bytes = new Uint8Array((this.end + chunk.length) * 2);
      bytes.set(this.bytes.subarray(0, this.end));
      this.bytes = bytes;
    }
    this.bytes.set(chunk, this.end);
    this.end += chunk.length;
    this.taken += chunk.length;
    const used = this.scan(false);
    if (this.end - used > MOST_TOKEN) throw damaged();
    if (used > 0) this.bytes.copyWithin(0, used, this.end);
    this.end -= used;
  }

  /** After the last bytes: what is not closed was cut off. */
  finish(): void {
    if (this.stopped) return;
    if (this.scan(true) !== this.end || this.depth !== 0 || !this.opened) throw damaged();
  }

  private scan(final: boolean): number {
    const { bytes, end, taker } = this;
    let at = 0;
    while (at < end && !this.stopped) {
      const begin = at + this.seen;
      let to = begin;
      if (bytes[at] !== LT) {
        while (to < end && bytes[to] !== LT) to += 1;
        if (to === end && !final) return this.wait(at, end);
        this.seen = 0;
        this.from = at;
        this.to = to;
        this.verbatim = false;
        taker.text(this);
        at = to;
        continue;
      }
      const known = taker.quick?.(this, at, end) ?? at;
      if (known > at) {
        this.seen = this.quote = 0;
        at = known;
        continue;
      }
      const next = bytes[at + 1] ?? 0;
      if (next === 33 || next === 63) {
        to = next === 63 ? this.find(at, at + 2, '?>') : this.special(at);
        if (to < 0) return at;
        this.seen = 0;
        at = to;
        continue;
      }
      let { quote } = this;
      for (to = Math.max(begin, at + 1); to < end; to++) {
        const byte = bytes[to] ?? 0;
        if (quote !== 0) {
          if (byte === quote) quote = 0;
        } else if (byte === GT) break;
        else if (byte === 34 || byte === 39) quote = byte;
      }
      if (to === end) return this.wait(at, end, quote);
      this.seen = this.quote = 0;
      if (next === SLASH) {
        this.readName(at + 2, to);
        this.depth -= 1;
        taker.close(this);
      } else {
        this.selfClosed = bytes[to - 1] === SLASH;
        this.readName(at + 1, this.selfClosed ? to - 1 : to);
        this.opened = true;
        if (!this.selfClosed) this.depth += 1;
        taker.open(this);
        if (this.selfClosed) taker.close(this);
      }
      at = to + 1;
    }
    return at;
  }

  /** The token at `at` goes on in the next piece, which is looked through from `to` on, inside `quote` or not. */
  private wait(at: number, to: number, quote = 0): number {
    this.seen = Math.max(0, to - at);
    this.quote = quote;
    return at;
  }

  /** Behind `mark`, which ends the token at `at` and is looked for from `from` on; -1 when it has not arrived. */
  private find(at: number, from: number, mark: string): number {
    const bytes = this.bytes.subarray(0, this.end);
    const codes = [...mark].map((letter) => letter.charCodeAt(0));
    const [first = 0] = codes;
    let to = bytes.indexOf(first, Math.max(from, at + this.seen));
    for (; to >= 0 && to + codes.length <= this.end; to = bytes.indexOf(first, to + 1)) {
      if (codes.every((code, n) => bytes[to + n] === code)) return to + codes.length;
    }
    // Half of the mark may have arrived.
    this.wait(at, this.end - codes.length + 1);
    return -1;
  }

  /** A comment is passed over, CDATA is text, anything else (a DTD) is refused. */
  private special(at: number): number {
    if (this.end - at < 9) return -1;
    if (this.bytes[at + 2] === DASH && this.bytes[at + 3] === DASH) return this.find(at, at + 4, '-->');
    if (this.string(at, at + 9) !== '<![CDATA[') throw damaged();
    const to = this.find(at, at + 9, ']]>');
    if (to < 0) return -1;
    this.from = at + 9;
    this.to = to - 3;
    this.verbatim = true;
    this.taker.text(this);
    return to;
  }
}
