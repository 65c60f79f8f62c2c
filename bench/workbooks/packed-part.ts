import type { WriteStream } from 'node:fs';
import { once } from 'node:events';
import { createDeflateRaw, type DeflateRaw } from 'node:zlib';
import { crc32 } from '../../lib/files/crc32';

const GATHERED = 256 * 1024;
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** Sizes and sum stand behind the data (bit 3), names are UTF-8 (bit 11). */
const FLAGS = 0x0808;

export interface PartStream {
  add(text: string): void;
  end(): Promise<void>;
}

interface Written {
  readonly name: string;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

function record(signature: number, part: Omit<Written, 'offset'>, offset?: number): Buffer {
  const name = Buffer.from(part.name);
  const isCentral = offset !== undefined;
  const head = Buffer.alloc(isCentral ? 46 : 30);
  head.writeUInt32LE(signature, 0);
  const at = isCentral ? 2 : 0;
  if (isCentral) head.writeUInt16LE(20, 4);
  head.writeUInt16LE(20, 4 + at);
  head.writeUInt16LE(FLAGS, 6 + at);
  head.writeUInt16LE(8, 8 + at);
  head.writeUInt16LE(0x21, 12 + at);
  head.writeUInt32LE(part.crc, 14 + at);
  head.writeUInt32LE(part.packed, 18 + at);
  head.writeUInt32LE(part.unpacked, 22 + at);
  head.writeUInt16LE(name.length, 26 + at);
  if (isCentral) head.writeUInt32LE(offset, 42);
  return Buffer.concat([head, name]);
}

/** A zip archive written as it comes, below 4 GB. */
export class PackedPart {
  private readonly parts: Written[] = [];
  private offset = 0;

  constructor(private readonly out: WriteStream) {}

  private put(bytes: Buffer): void {
    this.out.write(bytes);
    this.offset += bytes.length;
  }

  async drained(): Promise<void> {
    if (this.out.writableNeedDrain) await once(this.out, 'drain');
  }

  private stream(
    name: string,
    begin: () => number,
    put: (bytes: Buffer) => void,
    whole: (part: Written) => void,
  ) {
    const offset = begin();
    const deflate: DeflateRaw = createDeflateRaw({ level: 1 });
    let [crc, packed, unpacked, text] = [0, 0, 0, ''];
    deflate.on('data', (bytes: Buffer) => {
      packed += bytes.length;
      put(bytes);
    });
    const flush = () => {
      const bytes = Buffer.from(text);
      text = '';
      crc = crc32(bytes, crc);
      unpacked += bytes.length;
      deflate.write(bytes);
    };
    return {
      add(more: string) {
        text += more;
        if (text.length > GATHERED) flush();
      },
      async end() {
        flush();
        deflate.end();
        await once(deflate, 'end');
        whole({ name, crc, packed, unpacked, offset });
      },
    };
  }

  async begin(name: string): Promise<PartStream> {
    await this.drained();
    const header = record(LOCAL, { name, crc: 0, packed: 0, unpacked: 0 });
    const begin = () => {
      const at = this.offset;
      this.put(header);
      return at;
    };
    return this.stream(
      name,
      begin,
      (bytes) => this.put(bytes),
      (part) => {
        const behind = Buffer.alloc(16);
        [0x08074b50, part.crc, part.packed, part.unpacked].forEach((value, at) =>
          behind.writeUInt32LE(value, at * 4),
        );
        this.put(behind);
        this.parts.push(part);
      },
    );
  }

  /** A part that is made beside others and written when it ends. */
  aside(name: string): PartStream {
    const held: Buffer[] = [];
    return this.stream(
      name,
      () => 0,
      (bytes) => void held.push(bytes),
      (part) => {
        const header = record(LOCAL, { ...part });
        // Sizes are in the header here, and said behind as well, for the flag says so.
        const offset = this.offset;
        this.put(header);
        held.forEach((bytes) => this.put(bytes));
        const behind = Buffer.alloc(16);
        [0x08074b50, part.crc, part.packed, part.unpacked].forEach((value, at) =>
          behind.writeUInt32LE(value, at * 4),
        );
        this.put(behind);
        this.parts.push({ ...part, offset });
      },
    );
  }

  finish(): void {
    const from = this.offset;
    for (const part of this.parts) this.put(record(CENTRAL, part, part.offset));
    const end = Buffer.alloc(22);
    end.writeUInt32LE(END, 0);
    end.writeUInt16LE(this.parts.length, 8);
    end.writeUInt16LE(this.parts.length, 10);
    end.writeUInt32LE(this.offset - from, 12);
    end.writeUInt32LE(from, 16);
    this.put(end);
  }
}
