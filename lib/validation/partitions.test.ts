import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memorySpill } from '../intake/memory-files';
import { Partitions, PARTITIONS, partitionOf } from './partitions';

/** Records as (hash, words); a record's first word is its own number. */
const records = fc.array(
  fc.record({ hash: fc.nat(0xffffffff), words: fc.integer({ min: 1, max: 40_000 }) }),
  { maxLength: 400 },
);

describe('records of words in parts', () => {
  it('come back in the order they came, wherever they were kept and however little room there was', async () => {
    await fc.assert(
      fc.asyncProperty(
        records,
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom(0, 300_000, 4_000_000, Infinity),
        fc.constantFrom(0, 100_000, 1_000_000),
        async (made, every, room, inMemory) => {
          const all = new Partitions(async () => memorySpill(room), inMemory);
          const wanted = Array.from({ length: PARTITIONS }, () => [] as number[]);
          for (const [number, { hash, words }] of made.entries()) {
            const part = partitionOf(hash >>> (number % 3 === 0 ? 0 : 1));
            const from = all.room(part, words);
            all.into.fill(number + 1, from, from + words);
            for (let n = 0; n < words; n++) wanted[part]?.push(number + 1);
            if (number % every === 0) await all.relieve();
          }
          for (let part = 0; part < PARTITIONS; part++) {
            const found = read(all, part);
            expect(found.length).toBe(all.size(part));
            expect(found).toEqual(wanted[part]);
          }
          all.close();
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);
});

function read(all: Partitions, part: number): number[] {
  const words: number[] = [];
  for (const piece of all.pieces(part)) for (const word of piece) words.push(word);
  return words;
}
