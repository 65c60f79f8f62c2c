import { beforeEach, describe, expect, it } from 'vitest';
import type { BatchLedger, LedgerKey } from './batch-ledger';
import type { BatchAnswer } from './contract';

const KEY: LedgerKey = { connectionId: 'c1', solution: 'QP', batch: 'load.0.1' };
const PLACE = { connectionId: 'c1', solution: 'QP', table: 'SALE' };
const PARTLY: BatchAnswer = {
  kind: 'answered',
  peakStatus: 207,
  accepted: 1,
  failed: [
    { index: 1, errors: [{ code: 'DI_E_1', category: 'data', message: 'Anna Smith is no date' }] },
    { echo: { NAME: 'Anna Smith' }, errors: [{ code: 'DI_E_2', message: 'Anna Smith' }] },
  ],
  error: { code: 'DI_E_3', message: 'Anna Smith' },
  raw: '{"NAME":"Anna Smith"}',
};

/** What every ledger promises. `open` gives the same store again, as another instance of the server has it. */
export function batchLedgerSuite(
  name: string,
  world: { fresh(): Promise<BatchLedger>; again(): Promise<BatchLedger> },
): void {
  describe(name, () => {
    let ledger: BatchLedger;
    let era: string;
    beforeEach(async () => {
      ledger = await world.fresh();
      ({ era } = await ledger.claim(PLACE, 'load'));
    });

    it('tells what became of a batch, by whichever instance it is asked', async () => {
      expect(await ledger.open(KEY, 'hash')).toBe('opened');
      expect(await ledger.ask(KEY, era)).toEqual({ state: 'under-way' });
      const answer: BatchAnswer = { kind: 'answered', peakStatus: 200, failed: [], raw: '' };
      await ledger.settle(KEY, answer);
      expect(await (await world.again()).ask(KEY, era)).toEqual({ state: 'settled', hash: 'hash', answer });
    });

    it('keeps indexes and codes of refused rows, and nothing that quotes a row', async () => {
      await ledger.open(KEY, 'hash');
      await ledger.settle(KEY, PARTLY);
      const told = await ledger.ask(KEY, era);
      expect(JSON.stringify(told)).not.toContain('Anna');
      expect(told).toMatchObject({
        answer: {
          accepted: 1,
          failed: [
            { index: 1, errors: [{ code: 'DI_E_1', category: 'data' }] },
            { errors: [{ code: 'DI_E_2' }] },
          ],
        },
      });
    });

    it.each<[string, Partial<LedgerKey>]>([
      ['another connection', { connectionId: 'c2' }],
      ['another solution', { solution: 'IO' }],
    ])('tells nothing to %s', async (_whose, change) => {
      await ledger.open(KEY, 'hash');
      await ledger.settle(KEY, { kind: 'answered', peakStatus: 200, failed: [], raw: '' });
      expect(await ledger.ask({ ...KEY, ...change }, undefined)).toEqual({ state: 'unknown' });
    });

    it('lets an attempt leave once, whoever brings it again', async () => {
      await ledger.open(KEY, 'hash');
      expect(await (await world.again()).open(KEY, 'hash')).toBe('known');
      expect(await ledger.open({ ...KEY, batch: 'load.0.2' }, 'hash')).toBe('opened');
    });

    it('says "never" of what did not come, and turns it away should it still come', async () => {
      expect(await ledger.ask(KEY, era)).toEqual({ state: 'never' });
      expect(await (await world.again()).open(KEY, 'hash')).toBe('given-up');
      expect(await ledger.ask(KEY, era)).toEqual({ state: 'never' });
    });

    it('does not say "never" to a load whose era it does not know', async () => {
      expect(await ledger.ask(KEY, undefined)).toEqual({ state: 'unknown' });
      expect(await ledger.ask(KEY, 'another-life.1')).toEqual({ state: 'unknown' });
      expect(await ledger.open(KEY, 'hash')).toBe('opened');
    });

    it('tells two loads into one table of each other, until one is over', async () => {
      const other = await world.again();
      expect(await other.claim(PLACE, 'load-2')).toMatchObject({ others: 1, era });
      expect(await ledger.claim(PLACE, 'load')).toMatchObject({ others: 1 });
      expect(await ledger.claim({ ...PLACE, table: 'STORE' }, 'load-3')).toMatchObject({ others: 0 });
      await other.release(PLACE, 'load-2');
      expect(await ledger.claim(PLACE, 'load')).toMatchObject({ others: 0 });
    });
  });
}
