import { describe, expect, it } from 'vitest';
import type { CallGive, CallName, CallTake, Rules } from '@/lib/intake/protocol';
import { IntakeError } from '@/lib/intake/errors';
import type { CheckSummary } from '@/lib/validation/model';
import { Desk, type IntakePort } from './desk';

const rulesOf = (column: string): Rules => ({
  table: { name: 'T', objectName: 'T', columns: [], primaryKey: [], uniqueKeys: [], foreignKeys: [] },
  mapping: [{ column, source: { kind: 'file', position: 0, by: 'exact' } }],
  repairs: [],
  duplicates: 'keep-last',
  operation: 'UPSERT',
});
const summaryOf = (rows: number) => ({ rows }) as CheckSummary;

/** A worker whose checks end when they are told to, as they come. */
function desk() {
  const checks: { readonly take: CallTake<'check'>; end(outcome: CheckSummary | Error): void }[] = [];
  const port: IntakePort = {
    call: <N extends CallName>(_name: N, take: CallTake<N>) =>
      new Promise<CallGive<N>>((resolve, reject) => {
        checks.push({
          take: take as CallTake<'check'>,
          end: (outcome) =>
            outcome instanceof Error ? reject(outcome) : resolve(outcome as unknown as CallGive<N>),
        });
      }),
    onEvent: () => undefined,
  };
  return {
    desk: new Desk(
      () => port,
      () => 0,
    ),
    checks,
  };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('a check that is begun ahead', () => {
  it('is the check that the review finds', async () => {
    const { desk: one, checks } = desk();
    one.checkAhead('load', rulesOf('ID'));
    expect(one.state('load').checking).not.toBeNull();
    checks[0]?.end(summaryOf(3));
    await settled();
    expect(one.isChecked('load', rulesOf('ID'))).toBe(true);
    expect(await one.check('load', rulesOf('ID'))).toEqual(summaryOf(3));
    expect(checks.length).toBe(1);
  });

  it('is begun once for the same rules, and again for others', async () => {
    const { desk: one, checks } = desk();
    one.checkAhead('load', rulesOf('ID'));
    one.checkAhead('load', rulesOf('ID'));
    expect(checks.length).toBe(1);
    one.checkAhead('load', rulesOf('NAME'));
    expect(checks.map(({ take }) => take.runId)).toEqual([1, 2]);
    checks[0]?.end(new IntakeError({ kind: 'trouble', code: 'cancelled' }));
    await settled();
    expect(one.state('load').checking).not.toBeNull();
    checks[1]?.end(summaryOf(2));
    await settled();
    expect(one.isChecked('load', rulesOf('NAME'))).toBe(true);
  });

  it('keeps its trouble to itself, and the review tells it when it finds the same', async () => {
    const { desk: one, checks } = desk();
    const gone = new IntakeError({ kind: 'refusal', code: 'file-gone' });
    one.checkAhead('load', rulesOf('ID'));
    checks[0]?.end(gone);
    await settled();
    expect(one.state('load')).toMatchObject({ checking: null, checkTrouble: null });
    const asked = one.check('load', rulesOf('ID'));
    checks[1]?.end(gone);
    await expect(asked).rejects.toBe(gone);
    expect(one.state('load').checkTrouble).toEqual(gone.trouble);
  });
});
