import { describe, expect, it } from 'vitest';
import type { Spill } from '../files/ports';

/** What every spill holds. */
export function spillSuite(name: string, open: () => Promise<Spill>): void {
  const bytes = (...values: number[]) => Uint8Array.from(values);

  describe(`a spill ${name}`, () => {
    it('gives back what was written, piece by piece and in any order', async () => {
      const spill = await open();
      spill.write(bytes(1, 2, 3), 0);
      spill.write(bytes(4, 5), 3);
      const [last, first] = [new Uint8Array(2), new Uint8Array(3)];
      spill.read(last, 3);
      spill.read(first, 0);
      expect([...first, ...last]).toEqual([1, 2, 3, 4, 5]);
      spill.close();
    });

    it('never takes what is not there for zeros', async () => {
      const spill = await open();
      spill.write(bytes(1, 2, 3), 0);
      expect(() => spill.read(new Uint8Array(2), 2)).toThrow();
      spill.close();
    });

    it('is empty and apart from every other', async () => {
      const [one, other] = [await open(), await open()];
      one.write(bytes(9), 0);
      expect(() => other.read(new Uint8Array(1), 0)).toThrow();
      one.close();
      other.close();
      const later = await open();
      expect(() => later.read(new Uint8Array(1), 0)).toThrow();
      later.close();
    });
  });
}
