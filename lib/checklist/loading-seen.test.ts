import { describe, expect, it } from 'vitest';
import { NOW, account, itemOf, load, withFacts } from './derive-samples';

/** Looked at a moment ago; the loads were changed since, and their accounts stand as they did. */
const seen = (id: 'failed-reviewed' | 'outcomes-confirmed', loads: readonly ReturnType<typeof load>[]) =>
  itemOf(
    withFacts(
      { byHand: { [id]: NOW - 1 } },
      { loads: loads.map((each) => ({ ...each, changedAt: NOW, accountAt: NOW - 2 })) },
    ),
    id,
  );

describe('what a person has looked at', () => {
  it('is not stale for another word about a load, as that its rows held back are loaded elsewhere', () => {
    const failed = load({ account: account({ rejected: 2 }) });
    expect(seen('failed-reviewed', [failed])).toMatchObject({ status: 'done' });
    const held = load({ id: 'held', account: account({ complete: false, held: 1 }) });
    expect(seen('outcomes-confirmed', [load({ account: account() }), held])).toMatchObject({
      status: 'done',
    });
  });
});
