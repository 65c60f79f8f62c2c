import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bytesSource, SourceError, type ByteSource } from '../source';
import { nearSource } from './near-source';

const bytes = Uint8Array.from({ length: 700_001 }, (_, at) => (at * 31) ^ (at >> 8));

it('gives the bytes of the source beneath, wherever they are asked for', async () => {
  const near = nearSource(bytesSource(bytes));
  const place = fc.integer({ min: 0, max: bytes.length });
  await fc.assert(
    fc.asyncProperty(place, fc.oneof(fc.nat(300), fc.nat(300_000)), async (from, length) => {
      const to = Math.min(bytes.length, from + length);
      // By hand: `toEqual` walks each byte, at a hundred times the price.
      expect(Buffer.compare(await near.read(from, to), bytes.subarray(from, to))).toBe(0);
    }),
  );
});

it('asks the source once for what lies together, and again for what it could not give', async () => {
  let [asked, gone] = [0, true];
  const shaky: ByteSource = {
    size: bytes.length,
    read: async (from, to) => {
      asked += 1;
      if (gone) throw new SourceError('file-unreadable');
      return bytes.subarray(from, to);
    },
  };
  const near = nearSource(shaky);
  await expect(near.read(10, 20)).rejects.toMatchObject({ code: 'file-unreadable' });
  gone = false;
  expect(await near.read(10, 20)).toEqual(bytes.subarray(10, 20));
  expect(await near.read(500, 900)).toEqual(bytes.subarray(500, 900));
  expect(asked).toBe(2);
});
