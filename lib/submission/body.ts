/** `[`, `,` and `]`: the only bytes of a body that are not rows. */
const OPEN = 0x5b;
const COMMA = 0x2c;
const CLOSE = 0x5d;

/**
 * Builds one request body, byte for byte the way every body of a plan is built: `[`, rows joined by `,`, `]`.
 * Rows are encoded once, straight into the body's bytes.
 */
export class BodyBuilder {
  readonly #encoder = new TextEncoder();
  readonly #buffer: Uint8Array<ArrayBuffer>;
  #used = 1;
  #rows = 0;

  /** `capBytes`: the largest body in bytes, brackets included. */
  constructor(capBytes: number) {
    this.#buffer = new Uint8Array(Math.max(capBytes, 2));
    this.#buffer[0] = OPEN;
  }

  /** False when the row does not fit any more; nothing is taken then. */
  add(json: string): boolean {
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
    this.#buffer[this.#used] = CLOSE;
    const body = this.#buffer.slice(0, this.#used + 1);
    this.#used = 1;
    this.#rows = 0;
    return body;
  }
}
