import { beforeEach, describe, expect, it } from 'vitest';
import type { LateFailures } from '../late-failures';
import type { BatchEntry } from '../model';
import type { Journal } from '../ports';
import { splitSuite } from './split-suite';
import { AT, batchesOf, planOf } from './suite-plans';

const accepted = (entry: BatchEntry): BatchEntry => ({
  ...entry,
  state: 'accepted',
  accepted: entry.rows,
  settledAt: AT + 5,
  settledBy: 'answer',
});

/** What every journal promises. `open` gives the same journal's records again, as after a restart of the browser. */
export function journalSuite(name: string, open: () => Promise<Journal>, fresh: () => Promise<void>): void {
  describe(name, () => {
    let journal: Journal;
    const freeze = async (loadId = 'load', count = 3): Promise<void> => {
      const batches = batchesOf(loadId, count);
      await journal.freeze(planOf(loadId, batches), batches);
    };
    beforeEach(async () => {
      await fresh();
      journal = await open();
    });

    it('gives back the plan and its batches in order, also after a restart', async () => {
      await freeze('load', 2_500);
      const again = await open();
      expect(await again.plan('load')).toEqual(planOf('load', batchesOf('load', 2_500)));
      expect(await again.batches('load')).toEqual(batchesOf('load', 2_500));
    });

    it('knows nothing of a load that was never frozen', async () => {
      expect(await journal.plan('load')).toBeUndefined();
      expect(await journal.batches('load')).toEqual([]);
      expect(await journal.entries('load')).toEqual([]);
      expect(await journal.recover('load')).toEqual([]);
    });

    it('replaces a plan of which nothing was sent, batches and all', async () => {
      await freeze('load', 2_500);
      await freeze('load', 2);
      expect(await journal.batches('load')).toEqual(batchesOf('load', 2));
    });

    it('refuses to replace a plan once anything was announced', async () => {
      await freeze();
      await journal.intend('load', 0, 2, AT);
      await expect(freeze('load', 1)).rejects.toMatchObject({ code: 'plan-exists' });
      expect(await journal.batches('load')).toHaveLength(3);
    });

    it('refuses an intent without a plan', async () => {
      await expect(journal.intend('load', 0, 2, AT)).rejects.toMatchObject({ code: 'out-of-turn' });
    });

    it('remembers an intent before its outcome, and the outcome in its place', async () => {
      await freeze();
      const intent = await journal.intend('load', 1, 2, AT);
      expect(await (await open()).entries('load')).toEqual([intent]);
      expect(intent).toMatchObject({ state: 'sending', attempts: 1, rows: 2, sentAt: AT });
      await journal.settle(accepted(intent));
      expect(await (await open()).entries('load')).toEqual([accepted(intent)]);
    });

    it.each(['accepted', 'partly', 'rejected'] as const)(
      'never announces a batch that is %s',
      async (state) => {
        await freeze();
        await journal.settle({ ...(await journal.intend('load', 0, 2, AT)), state });
        await expect(journal.intend('load', 0, 2, AT)).rejects.toMatchObject({ code: 'out-of-turn' });
      },
    );

    it('never announces a batch that another sender has under way', async () => {
      await freeze();
      await journal.intend('load', 0, 2, AT);
      await expect(journal.intend('load', 0, 2, AT)).rejects.toMatchObject({ code: 'out-of-turn' });
    });

    it('never takes an outcome without an intent, nor over a final one', async () => {
      await freeze();
      const intent = await journal.intend('load', 0, 2, AT);
      await expect(journal.settle({ ...intent, index: 1 })).rejects.toMatchObject({ code: 'out-of-turn' });
      await journal.settle(accepted(intent));
      await expect(journal.settle({ ...intent, state: 'in-doubt' })).rejects.toMatchObject({
        code: 'out-of-turn',
      });
      expect(await journal.entries('load')).toEqual([accepted(intent)]);
    });

    it('counts attempts and keeps the user’s decision when a batch is announced again', async () => {
      await freeze();
      const intent = await journal.intend('load', 0, 2, AT);
      await journal.settle({ ...intent, state: 'planned', reason: 'not-stored', settledBy: 'sent-again' });
      const second = await journal.intend('load', 0, 2, AT + 9);
      expect(second).toMatchObject({
        attempts: 2,
        state: 'sending',
        sentAt: AT + 9,
        settledBy: 'sent-again',
      });
      expect(second.reason).toBeUndefined();
    });

    it('puts in doubt whatever was under way when its sender died, and only that', async () => {
      await freeze();
      const done = accepted(await journal.intend('load', 0, 2, AT));
      await journal.settle(done);
      const open1 = await journal.intend('load', 1, 2, AT);
      const again = await open();
      const doubtful = { ...open1, state: 'in-doubt', reason: 'interrupted' };
      expect(await again.recover('load')).toEqual([doubtful]);
      expect(await again.entries('load')).toEqual([done, doubtful]);
      expect(await again.recover('load')).toEqual([]);
    });

    it('remembers over which connection an attempt left', async () => {
      await freeze();
      const over = { connectionId: 'c1', era: 'era.1' };
      const intent = await journal.intend('load', 0, 2, AT, over);
      expect(intent.sentOver).toEqual(over);
      expect(await (await open()).entries('load')).toEqual([intent]);
    });

    splitSuite({ open, freeze, journal: () => journal });

    it('takes many at once, and refuses one among them without touching the others', async () => {
      await freeze('load', 40);
      await journal.settle(accepted(await journal.intend('load', 7, 2, AT)));
      const asked = Array.from({ length: 40 }, (_, index) => journal.intend('load', index, 2, AT + index));
      const told = await Promise.allSettled(asked);
      expect(told.map(({ status }) => status).filter((status) => status === 'rejected')).toHaveLength(1);
      expect(told[7]).toMatchObject({ status: 'rejected', reason: { code: 'out-of-turn' } });
      const settled = await Promise.all(
        told.flatMap((one) =>
          one.status === 'fulfilled' ? [journal.settle(accepted(one.value)).then(() => one.value.index)] : [],
        ),
      );
      expect(settled).toHaveLength(39);
      expect((await (await open()).entries('load')).every(({ state }) => state === 'accepted')).toBe(true);
    });

    it('keeps loads apart, and forgets one without touching another', async () => {
      await freeze('load');
      await freeze('load-2');
      await journal.intend('load', 0, 2, AT);
      const other = await journal.intend('load-2', 0, 2, AT);
      await journal.erase('load');
      const again = await open();
      expect([await again.plan('load'), await again.batches('load'), await again.entries('load')]).toEqual([
        undefined,
        [],
        [],
      ]);
      expect(await again.entries('load-2')).toEqual([other]);
      expect(await again.batches('load-2')).toHaveLength(3);
    });

    const later = (id: string, at: number): LateFailures => ({
      loadId: 'load',
      id,
      at,
      from: 'export',
      name: 'failed.csv',
      rows: [{ row: 3, errors: [{ code: 'E', message: 'no' }] }],
      unnamed: 1,
    });

    it('remembers what failed later, oldest first, until it is taken back', async () => {
      await freeze();
      for (const late of [later('b', AT + 2), later('a', AT + 1), later('c', AT + 3)])
        await journal.noteLate(late);
      journal = await open();
      expect(await journal.late('load')).toEqual([
        later('a', AT + 1),
        later('b', AT + 2),
        later('c', AT + 3),
      ]);
      await journal.takeBackLate('load', 'b');
      journal = await open();
      expect((await journal.late('load')).map(({ id }) => id)).toEqual(['a', 'c']);
      await journal.erase('load');
      expect(await (await open()).late('load')).toEqual([]);
    });

    it('takes no late failure of a load that has no plan', async () => {
      await expect(journal.noteLate(later('a', AT))).rejects.toMatchObject({ code: 'out-of-turn' });
    });

    it('finds the plans of repaired rows by the load they belong to, oldest first', async () => {
      await freeze('load');
      const later = planOf('b', batchesOf('b', 1), {
        createdAt: AT + 9,
        followUp: { of: 'load', rows: [[2, 5]] },
      });
      const first = planOf('c', batchesOf('c', 1), {
        createdAt: AT + 1,
        followUp: { of: 'load', rows: [[2, 4]] },
      });
      const other = planOf('d', batchesOf('d', 1), { followUp: { of: 'b', rows: [[2, 2]] } });
      for (const each of [later, first, other]) await journal.freeze(each, batchesOf(each.loadId, 1));
      journal = await open();
      expect(await journal.followUps('load')).toEqual([first, later]);
      await journal.erase('c');
      expect(await journal.followUps('load')).toEqual([later]);
      expect(await journal.followUps('nobody')).toEqual([]);
    });
  });
}
