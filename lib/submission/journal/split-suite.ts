import { describe, expect, it } from 'vitest';
import type { Batch } from '../model';
import type { Journal } from '../ports';
import { AT, batchesOf } from './suite-plans';

/** What every journal promises of a batch that was too large. Called within its suite. */
export function splitSuite({
  open,
  freeze,
  journal,
}: {
  readonly open: () => Promise<Journal>;
  readonly freeze: (loadId?: string, count?: number) => Promise<void>;
  readonly journal: () => Journal;
}): void {
  describe('a batch that was too large', () => {
    const partsOf = (rows: readonly number[]): Batch[] =>
      rows.map((count, at) => ({
        loadId: 'load',
        index: 3 + at,
        firstRow: 4 + at,
        lastRow: 4 + at,
        rows: count,
        bytes: 10,
        hash: `part-${at}`,
        of: 1,
      }));
    const waiting = async (): Promise<Batch> => {
      await freeze();
      const intent = await journal().intend('load', 1, 2, AT);
      await journal().settle({ ...intent, state: 'planned', reason: 'not-stored' });
      return batchesOf('load', 3)[1] as Batch;
    };

    it('puts parts in the place of a batch that was too large, in one step', async () => {
      const told = await journal().split(await waiting(), partsOf([1, 1]), AT + 7);
      expect(told).toMatchObject([{ index: 1, state: 'split', settledAt: AT + 7 }]);
      const again = await open();
      expect(await again.entries('load')).toEqual(told);
      expect(await again.batches('load')).toEqual([...batchesOf('load', 3), ...partsOf([1, 1])]);
      await expect(again.intend('load', 1, 2, AT)).rejects.toMatchObject({ code: 'out-of-turn' });
      expect(await again.intend('load', 3, 1, AT)).toMatchObject({ state: 'sending' });
    });

    it('splits what is known to be too large before it was ever tried', async () => {
      await freeze('load');
      const whole = (await journal().batches('load'))[1];
      if (!whole) throw new Error('there are three');
      const told = await journal().split(whole, partsOf([1, 1]), AT);
      expect(told).toMatchObject([{ state: 'split', attempts: 0 }]);
      await expect(journal().intend('load', 1, 2, AT)).rejects.toMatchObject({ code: 'out-of-turn' });
    });

    it('leaves each part in the doubt that an earlier attempt at the whole had left', async () => {
      const whole = await waiting();
      await journal().settle({
        ...(await journal().intend('load', 1, 2, AT)),
        state: 'in-doubt',
        reason: 'timeout',
      });
      const second = await journal().intend('load', 1, 2, AT + 5);
      await journal().settle({ ...second, state: 'in-doubt', reason: 'timeout' });
      const told = await journal().split(whole, partsOf([1, 1]), AT + 7);
      const doubt = { state: 'in-doubt', reason: 'timeout', openSince: AT, attempts: 0, rows: 1 };
      expect(told).toMatchObject([
        { index: 1, state: 'split' },
        { index: 3, ...doubt },
        { index: 4, ...doubt },
      ]);
      const again = await open();
      expect(await again.entries('load')).toEqual(told);
      expect(await again.intend('load', 4, 1, AT + 9)).toMatchObject({ attempts: 1, openSince: AT });
    });

    it('splits nothing that may be stored, and never into parts that hold other rows', async () => {
      const batch = await waiting();
      await expect(journal().split(batch, partsOf([1]), AT)).rejects.toMatchObject({ code: 'out-of-turn' });
      const intent = await journal().intend('load', 1, 2, AT);
      await expect(journal().split(batch, partsOf([1, 1]), AT)).rejects.toMatchObject({
        code: 'out-of-turn',
      });
      await journal().settle({ ...intent, state: 'in-doubt', reason: 'timeout' });
      await expect(journal().split(batch, partsOf([1, 1]), AT)).rejects.toMatchObject({
        code: 'out-of-turn',
      });
      expect(await journal().batches('load')).toEqual(batchesOf('load', 3));
    });
  });
}
