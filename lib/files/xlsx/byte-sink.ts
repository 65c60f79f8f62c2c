import { damaged } from '../inflate';
import { entity } from './xml-names';

/** Bytes that grow at their end. */
export class ByteSink {
  bytes: Uint8Array<ArrayBuffer>;
  length = 0;

  constructor(size = 4096) {
    this.bytes = new Uint8Array(size);
  }

  /** Room for `more` bytes. */
  reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const bytes = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
    bytes.set(this.bytes.subarray(0, this.length));
    this.bytes = bytes;
  }

  push(byte: number): void {
    if (this.length === this.bytes.length) this.reserve(1);
    this.bytes[this.length++] = byte;
  }

  /** Most copies are of a few bytes, for which a loop is quicker than a call into the engine. */
  copy(from: Uint8Array, start: number, end: number): void {
    const count = end - start;
    this.reserve(count);
    if (count > 64) this.bytes.set(from.subarray(start, end), this.length);
    else {
      const { bytes, length } = this;
      for (let at = 0; at < count; at++) bytes[length + at] = from[start + at] ?? 0;
    }
    this.length += count;
  }

  text(text: string): void {
    this.reserve(text.length * 3);
    this.length += new TextEncoder().encodeInto(text, this.bytes.subarray(this.length)).written;
  }

  ascii(text: string): void {
    this.reserve(text.length);
    for (let at = 0; at < text.length; at++) this.bytes[this.length++] = text.charCodeAt(at);
  }

  /** A copy of what is there; the sink is empty afterwards and may be used again. */
  take(): Uint8Array<ArrayBuffer> {
    const bytes = this.bytes.slice(0, this.length);
    this.length = 0;
    return bytes;
  }

  toString(): string {
    return new TextDecoder().decode(this.bytes.subarray(0, this.length));
  }
}

/** Longest entity there is: `&#1114111;` */
const MOST_ENTITY = 12;
const AMP = 38;
const CR = 13;
const LF = 10;

/** Adds a text of XML as the characters it means: entities resolved, line ends as XML 1.0 §2.11 wants them. */
export function addXmlText(
  sink: ByteSink,
  bytes: Uint8Array,
  from: number,
  to: number,
  verbatim: boolean,
): void {
  let start = from;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte !== AMP && byte !== CR) continue;
    if (byte === CR) {
      sink.copy(bytes, start, at);
      if (bytes[at + 1] !== LF || at + 1 >= to) sink.push(LF);
      start = at + 1;
      continue;
    }
    if (verbatim) continue;
    sink.copy(bytes, start, at);
    let end = at + 1;
    while (end < to && end - at <= MOST_ENTITY && bytes[end] !== 59) end += 1;
    const value = bytes[end] === 59 ? entity(latin(bytes, at + 1, end)) : undefined;
    if (value === undefined) throw damaged();
    sink.text(value);
    start = end + 1;
    at = end;
  }
  sink.copy(bytes, start, to);
}

export function latin(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at++) text += String.fromCharCode(bytes[at] ?? 0);
  return text;
}

/** `_x000D_` stands for U+000D and `_x005F_` for an underscore (ISO 29500-1 §22.9.2.19, ST_Xstring). */
const ESCAPE = /_x([0-9a-fA-F]{4})_/g;
const UNDERSCORE = 95;

/** Resolves `_xHHHH_` in a whole value, in place. Half a surrogate pair stays as it is written. */
export function unescapeValue(sink: ByteSink): void {
  const { bytes, length } = sink;
  let found = false;
  for (let at = 0; at + 6 < length && !found; at++) {
    found = bytes[at] === UNDERSCORE && bytes[at + 1] === 120 && bytes[at + 6] === UNDERSCORE;
  }
  if (!found) return;
  const text = sink
    .toString()
    .replace(/_x(d[89ab][0-9a-f]{2})__x(d[c-f][0-9a-f]{2})_/gi, (_all, high: string, low: string) =>
      String.fromCharCode(parseInt(high, 16), parseInt(low, 16)),
    )
    .replace(ESCAPE, (all, hex: string) => {
      const unit = parseInt(hex, 16);
      return unit >= 0xd800 && unit <= 0xdfff ? all : String.fromCharCode(unit);
    });
  sink.length = 0;
  sink.text(text);
}

const QUOTE = 34;

/** Adds a value as a cell of CSV: quoted where a comma, a quote or a line end stands in it. */
export function addCsvCell(sink: ByteSink, bytes: Uint8Array, from: number, to: number): void {
  let special = false;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 44 || byte === QUOTE || byte === LF || byte === CR) {
      special = true;
      break;
    }
  }
  if (!special) {
    sink.copy(bytes, from, to);
    return;
  }
  sink.reserve((to - from) * 2 + 2);
  sink.push(QUOTE);
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE) sink.push(QUOTE);
    sink.push(byte);
  }
  sink.push(QUOTE);
}

/** Whether the bytes of a cell of CSV are a text that is empty. */
export const isEmptyText = (bytes: Uint8Array, from: number, to: number): boolean =>
  to - from === 2 && bytes[from] === QUOTE;
