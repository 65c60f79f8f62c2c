import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountOf } from './account';
import { joinAttempts, type Later, type Sent } from './join-attempts';
import { batchesOf, planOf } from './journal/suite-plans';
import type { BatchEntry } from './model';

const errors = [{ code: 'E', message: 'no' }];
type Fate = 'waiting' | 'accepted' | 'rejected' | 'inDoubt';

/** A load whose rows (numbered from 2) meet these fates; a batch in doubt or waiting is so as a whole. */
function sentOf(
  loadId: string,
  fates: readonly Fate[],
  rowsPerBatch: number,
  more: Partial<Sent['plan']>,
): Sent {
  const batches = batchesOf(loadId, Math.ceil(fates.length / rowsPerBatch), rowsPerBatch).map((batch) => {
    const rows = Math.min(rowsPerBatch, fates.length - batch.index * rowsPerBatch);
    return { ...batch, rows, lastRow: batch.firstRow + rows - 1 };
  });
  const entries = batches.flatMap((batch): BatchEntry[] => {
    const own = fates.slice(batch.firstRow - 2, batch.lastRow - 1);
    const base = {
      loadId,
      index: batch.index,
      rows: batch.rows,
      accepted: 0,
      rejected: [],
      unnamed: 0,
      attempts: 1,
      sentAt: 1,
    };
    if (own[0] === 'waiting') return [];
    if (own[0] === 'inDoubt') return [{ ...base, state: 'in-doubt' }];
    const rejected = own.flatMap((fate, at) =>
      fate === 'rejected' ? [{ row: batch.firstRow + at, errors }] : [],
    );
    return [{ ...base, state: 'partly', accepted: batch.rows - rejected.length, rejected }];
  });
  return { plan: planOf(loadId, batches, more), batches, entries };
}

/** Fates as batches can have them. */
const fatesFor = (rows: number, rowsPerBatch: number): fc.Arbitrary<Fate[]> =>
  fc
    .array(fc.constantFrom<Fate>('waiting', 'inDoubt', 'accepted', 'rejected'), {
      minLength: rows,
      maxLength: rows,
    })
    .map((fates) =>
      fates.map((fate, at) => {
        const first = fates[at - (at % rowsPerBatch)] ?? fate;
        if (first === 'waiting' || first === 'inDoubt') return first;
        return fate === 'waiting' || fate === 'inDoubt' ? 'accepted' : fate;
      }),
    );

const join = (root: Sent, attempts: Sent[], late: Later[] = []) =>
  joinAttempts(accountOf(root.plan, root.batches, root.entries), root, attempts, late);
const countOf = (fates: Iterable<string>) => {
  const counts = { waiting: 0, accepted: 0, rejected: 0, inDoubt: 0, laterFailed: 0 };
  for (const fate of fates) counts[fate as keyof typeof counts] += 1;
  return counts;
};

describe('the account of a load and what came after', () => {
  it('has every row in one bucket, the last one, whatever was repaired, sent again or failed later', () => {
    const story = fc.record({
      fates: fc.integer({ min: 1, max: 12 }).chain((rows) => fatesFor(rows, 3)),
      steps: fc.array(
        fc.record({
          late: fc.boolean(),
          take: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
          fates: fatesFor(12, 2),
        }),
        { maxLength: 5 },
      ),
    });
    fc.assert(
      fc.property(story, ({ fates, steps }) => {
        const root = sentOf('load', fates, 3, { createdAt: 0 });
        const now = new Map<number, string>(fates.map((fate, at) => [at + 2, fate]));
        const attempts: Sent[] = [];
        const late: Later[] = [];
        for (const [step, { late: fails, take, fates: next }] of steps.entries()) {
          const at = step + 1;
          if (fails) {
            const rows = [...now].flatMap(([row, fate], n) =>
              fate === 'accepted' && take[n] ? [{ row, errors }] : [],
            );
            for (const { row } of rows) now.set(row, 'laterFailed');
            late.push({ at, rows, unnamed: 0 });
            continue;
          }
          const chosen = [...join(root, attempts, late).open.keys()].filter((_, n) => take[n]);
          if (chosen.length === 0) continue;
          const outcome = next.slice(0, chosen.length);
          const rows = chosen.map((row, n): [number, number] => [n + 2, row]);
          attempts.push(sentOf(`a${step}`, outcome, 2, { createdAt: at, followUp: { of: 'load', rows } }));
          for (const [n, row] of chosen.entries()) now.set(row, outcome[n] ?? '');
        }
        const { account, open } = join(root, attempts, late);
        const expected = countOf(now.values());
        expect(account).toMatchObject({ ...expected, balances: true });
        expect(account.complete).toBe(expected.waiting === 0 && expected.inDoubt === 0);
        expect([...open].map(([row, { bucket }]) => [row, bucket])).toEqual(
          [...now].filter(([, fate]) => fate === 'rejected' || fate === 'laterFailed'),
        );
        expect(account.attempts).toHaveLength(attempts.length);
      }),
    );
  });

  it('is the same whatever dates attempts have of which nothing came between, as a clock that was set back gave them', () => {
    const story = fc.record({
      rows: fc.integer({ min: 1, max: 8 }),
      steps: fc.array(
        fc.record({ take: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), fates: fatesFor(8, 2) }),
        { maxLength: 5 },
      ),
      dates: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 5, maxLength: 5 }),
    });
    fc.assert(
      fc.property(story, ({ rows: count, steps, dates }) => {
        const root = sentOf('load', Array<Fate>(count).fill('rejected'), 3, { createdAt: 0 });
        const attempts: Sent[] = [];
        for (const [step, { take, fates }] of steps.entries()) {
          const chosen = [...join(root, attempts).open.keys()].filter((_, n) => take[n]);
          if (chosen.length === 0) continue;
          const rows = chosen.map((row, n): [number, number] => [n + 2, row]);
          const more = { createdAt: step + 1, followUp: { of: 'load', rows } };
          attempts.push(sentOf(`a${step}`, fates.slice(0, chosen.length), 2, more));
        }
        const right = join(root, attempts);
        const dated = attempts
          .map((sent, at) => ({ ...sent, plan: { ...sent.plan, createdAt: dates[at] ?? 0 } }))
          .sort((a, b) => a.plan.createdAt - b.plan.createdAt);
        const { account, open } = join(root, dated);
        const { attempts: _order, errors: _last, ...counts } = right.account;
        expect(account).toMatchObject({ ...counts, balances: true });
        expect([...open.keys()]).toEqual([...right.open.keys()]);
      }),
    );
  });

  it('counts a row once that was entered as a number and is named later, and no bucket falls below nothing', () => {
    const take = fc.array(fc.boolean(), { minLength: 12, maxLength: 12 });
    const kind = fc.constantFrom('enter', 'name', 'attempt');
    const story = fc.record({
      fates: fc.array(fc.constantFrom<Fate>('accepted', 'rejected'), { minLength: 1, maxLength: 12 }),
      steps: fc.array(fc.record({ kind, take, fates: take }), { maxLength: 8 }),
      excess: fc.integer({ min: 0, max: 20 }),
    });
    fc.assert(
      fc.property(story, ({ fates, steps, excess }) => {
        const root = sentOf('load', fates, 3, { createdAt: 0 });
        // `hidden`: failed later, of which only the number was told.
        const now = new Map<number, string>(fates.map((fate, at) => [at + 2, fate]));
        const attempts: Sent[] = [];
        const late: Later[] = [];
        const name = (at: number, rows: readonly number[]) => {
          late.push({ at, rows: rows.map((row) => ({ row, errors })), unnamed: 0 });
          for (const row of rows) now.set(row, 'laterFailed');
        };
        const account = () => {
          const joined = join(root, attempts, late).account;
          const { waiting, accepted, rejected, inDoubt, laterFailed } = joined;
          const counts = [waiting, accepted, rejected, inDoubt, laterFailed];
          expect(Math.min(...counts)).toBeGreaterThanOrEqual(0);
          expect(counts.reduce((a, b) => a + b)).toBe(fates.length);
          return joined;
        };
        const those = (...wanted: string[]) =>
          [...now].flatMap(([row, fate]) => (wanted.includes(fate) ? [row] : []));
        for (const [step, { kind, take, fates: next }] of steps.entries()) {
          const at = step + 1;
          if (kind === 'name') {
            name(
              at,
              those('accepted', 'hidden').filter((_, n) => take[n]),
            );
          } else if (kind === 'enter') {
            const rows = those('accepted').filter((_, n) => take[n]);
            const possible = Math.min(rows.length, account().accepted);
            for (const row of rows.slice(0, possible)) now.set(row, 'hidden');
            late.push({ at, rows: [], unnamed: possible });
          } else {
            const chosen = those('rejected', 'laterFailed').filter((_, n) => take[n]);
            const outcome = chosen.map((_, n): Fate => (next[n] ? 'accepted' : 'rejected'));
            const rows = chosen.map((row, n): [number, number] => [n + 2, row]);
            if (chosen.length === 0) continue;
            const followUp = { of: 'load', rows };
            attempts.push(sentOf(`a${step}`, outcome, 2, { createdAt: at, followUp }));
            for (const [n, row] of chosen.entries()) now.set(row, outcome[n] ?? '');
          }
          expect(account().balances).toBe(true);
        }
        name(steps.length + 1, those('hidden'));
        expect(account()).toMatchObject({ ...countOf(now.values()), balances: true });
        late.push({ at: steps.length + 2, rows: [], unnamed: excess });
        expect(account().balances).toBe(excess <= countOf(now.values()).accepted);
        name(steps.length + 3, those('accepted'));
        account();
      }),
    );
  });

  const root = sentOf('load', ['accepted', 'rejected', 'rejected'], 3, { createdAt: 0 });
  const again = (rows: [number, number][], fates: Fate[], loadId = 'a') =>
    sentOf(loadId, fates, 3, { createdAt: 1, followUp: { of: 'load', rows } });

  it.each([
    ['of a row that was accepted', [again([[2, 2]], ['accepted'])]],
    [
      'of a row that an attempt has accepted already',
      [again([[2, 3]], ['accepted']), again([[2, 3]], ['accepted'], 'b')],
    ],
    [
      'of one row twice',
      [
        again(
          [
            [2, 3],
            [3, 3],
          ],
          ['accepted', 'accepted'],
        ),
      ],
    ],
    ['that lists fewer rows than it plans', [again([[2, 3]], ['accepted', 'accepted'])]],
  ])('does not balance with an attempt %s', (_, attempts) => {
    expect(join(root, attempts).account).toMatchObject({
      balances: false,
      complete: false,
      imbalance: 'load-and-attempts',
    });
  });

  it('does not balance when more rows failed later than were accepted', () => {
    const late = [{ at: 1, rows: [], unnamed: 2 }];
    expect(join(root, [], late).account).toMatchObject({
      balances: false,
      imbalance: 'accepted-and-later-failed',
    });
    expect(join(root, [], [{ at: 1, rows: [], unnamed: 1 }]).account).toMatchObject({
      accepted: 0,
      laterFailed: 1,
      complete: true,
    });
  });

  it('is the load’s own account where nothing came after', () => {
    const own = accountOf(root.plan, root.batches, root.entries);
    expect(joinAttempts(own, root, []).account).toEqual(own);
  });
});
