import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gunzip } from './gzip';
import { bytesSource, SourceError } from './source';

const join = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
const pack = (text: string | Uint8Array) => new Uint8Array(gzipSync(text));

async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array | string> {
  const pieces: Uint8Array[] = [];
  try {
    for await (const piece of gunzip(bytesSource(bytes), new AbortController().signal).pieces) {
      expect(piece.restart).toBe(false);
      pieces.push(piece.bytes);
    }
  } catch (cause) {
    if (cause instanceof SourceError) return cause.code;
    throw cause;
  }
  return join(...pieces);
}
const text = async (bytes: Uint8Array<ArrayBuffer>) => {
  const back = await unpack(bytes);
  return typeof back === 'string' ? back : new TextDecoder().decode(back);
};

/** A header with every optional part: extra data, a name, a comment, a check sum of its own (RFC 1952 §2.3). */
function fullHeader(packed: Uint8Array): Uint8Array<ArrayBuffer> {
  const header = Uint8Array.from([0x1f, 0x8b, 8, 4 | 8 | 16 | 2, 0, 0, 0, 0, 0, 255]);
  const extra = Uint8Array.from([4, 0, 65, 66, 0, 0]);
  const names = new TextEncoder().encode('sales.csv\0made by hand\0');
  return join(header, extra, names, Uint8Array.from([1, 2]), packed.subarray(10));
}

const good = pack('a,b\n1,2\n');
/** The start of a member in the middle of stored (unpacked) data: it only looks like one. */
const decoy = Uint8Array.from([97, 10, 0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 98, 10]);

describe('a gzip file', () => {
  it.each([
    ['of one member', good, 'a,b\n1,2\n'],
    [
      'of several members, as `cat` makes them',
      join(good, pack('3,4\n'), pack('5,6\n')),
      'a,b\n1,2\n3,4\n5,6\n',
    ],
    [
      'with an empty member between, as bgzip ends with',
      join(good, pack(''), pack('3,4\n')),
      'a,b\n1,2\n3,4\n',
    ],
    ['of nothing', pack(''), ''],
    ['with every optional part in its header', fullHeader(good), 'a,b\n1,2\n'],
    ['cut off in its data', good.slice(0, 14), 'file-damaged'],
    ['cut off in its check sum', good.slice(0, -3), 'file-damaged'],
    ['cut off in its header', good.slice(0, 6), 'file-damaged'],
    [
      'with a check sum that is wrong',
      join(good.slice(0, -8), Uint8Array.of(1, 2, 3, 4), good.slice(-4)),
      'file-damaged',
    ],
    ['with a length that is wrong', join(good.slice(0, -4), Uint8Array.of(9, 0, 0, 0)), 'file-damaged'],
    ['followed by something else', join(good, new TextEncoder().encode('and more')), 'file-damaged'],
    ['whose second member is cut off', join(good, pack('3,4\n').slice(0, -2)), 'file-damaged'],
  ])('%s', async (_hazard, bytes, expected) => {
    expect(await text(bytes)).toBe(expected);
  });

  it('whose data holds what looks like another member', async () => {
    const bytes = new Uint8Array(gzipSync(decoy, { level: 0 }));
    expect(Buffer.from(bytes).includes(Buffer.from([0x1f, 0x8b, 8, 0, 1, 2]))).toBe(true);
    expect(await unpack(bytes)).toEqual(decoy);
  });

  it('with such data far behind what was given already', async () => {
    const noise = new Uint8Array(700_000).map((_, at) => (at * 7919) % 251);
    const bytes = join(noise, decoy, noise);
    expect(await unpack(new Uint8Array(gzipSync(bytes, { level: 0 })))).toEqual(bytes);
  });

  it('that unpacks to far more than a table is refused', async () => {
    expect(await text(pack(new Uint8Array(40 * 2 ** 20)))).toBe('file-inflates-too-much');
  });

  it('gives back any bytes, in members of any size', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 5 }),
        async (parts) => {
          expect(await unpack(join(...parts.map(pack)))).toEqual(join(...parts));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('with any one byte changed or cut is read whole or refused', async () => {
    const whole = Array.from({ length: 200 }, (_, at) => `${at},${at * 3}\n`).join('');
    const packed = pack(whole);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(packed.length - 1),
        fc.integer({ min: 1, max: 255 }),
        fc.boolean(),
        async (at, by, cut) => {
          const bytes = cut ? packed.slice(0, at) : packed.slice();
          if (!cut) bytes[at] = (bytes[at] ?? 0) ^ by;
          // Time, name and system in the header may change; they are not what is read. Nothing cut off is nothing at all.
          expect(cut && at === 0 ? [''] : [whole, 'file-damaged']).toContain(await text(bytes));
        },
      ),
      { numRuns: 150 },
    );
  });
});
