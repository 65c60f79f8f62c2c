/** `[`, `,` and `]`: the only bytes of a body that are not rows. */
const OPEN = 0x5b;
const COMMA = 0x2c;
const CLOSE = 0x5d;

/** UTF-8 takes at most so many bytes for one unit of a string. */
const WIDEST = 3;
/** Rows are encoded together once they are this long: each call of the encoder costs as much as a row or two. */
const TOGETHER = 32_768;

/** Builds one request body, byte for byte the way every body of a plan is built: `[`, rows joined by `,`, `]`. */
export class BodyBuilder {
  readonly #encoder = new TextEncoder();
  readonly #buffer: Uint8Array<ArrayBuffer>;
  #used = 1;
  #rows = 0;
  /** Rows that surely fit and were not encoded yet. */
  #text = '';

  /** `capBytes`: the largest body in bytes, brackets included. */
  constructor(capBytes: number) {
    this.#buffer = new Uint8Array(Math.max(capBytes, 2));
    this.#buffer[0] = OPEN;
  }

  /** False when the row does not fit any more; nothing is taken then. */
  add(json: string): boolean {
    const longest = this.#used + WIDEST * (this.#text.length + json.length) + 2;
    if (longest > this.#buffer.length) return this.#addExactly(json);
    this.#text += this.#rows === 0 ? json : `,${json}`;
    this.#rows += 1;
    if (this.#text.length >= TOGETHER) this.#encode();
    return true;
  }

  #encode(): void {
    this.#used += this.#encoder.encodeInto(this.#text, this.#buffer.subarray(this.#used)).written;
    this.#text = '';
  }

  /** Near the end of the room, where only the bytes themselves can tell. */
  #addExactly(json: string): boolean {
    this.#encode();
    const start = this.#rows === 0 ? this.#used : this.#used + 1;
    const room = this.#buffer.length - 1 - start;
    if (room < json.length) return false;
    const { read, written } = this.#encoder.encodeInto(json, this.#buffer.subarray(start, start + room));
    if (read < json.length) return false;
    if (this.#rows > 0) this.#buffer[this.#used] = COMMA;
    this.#used = start + written;
    this.#rows += 1;
    return true;
  }

  get rows(): number {
    return this.#rows;
  }

  /** The body so far, a copy; the builder is empty afterwards. */
  take(): Uint8Array<ArrayBuffer> {
    this.#encode();
    this.#buffer[this.#used] = CLOSE;
    const body = this.#buffer.slice(0, this.#used + 1);
    this.#used = 1;
    this.#rows = 0;
    return body;
  }
}
