import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Facts } from '../workspace/model';
import { derive } from './derive';
import {
  HOUR,
  MAPPED,
  NOW,
  SALE,
  SOLUTION,
  TWO,
  account,
  known,
  load,
  outcome,
  plan,
  rollout,
  schema,
  space,
  table,
  withFacts,
} from './derive-samples';
import { ITEM_IDS, SECTION_IDS } from './model';

describe('the items', () => {
  it('stands once, in the vendor’s order', () => {
    const { sections } = derive(known());
    expect(sections.map((section) => section.id)).toEqual(SECTION_IDS);
    expect(sections.flatMap((section) => section.items.map((item) => item.id))).toEqual(ITEM_IDS);
  });
});

describe('what to do next', () => {
  const ready = withFacts({}, { schema: TWO });
  it.each([
    ['connect when nothing is known', known({ workspace: null }), 'token-generated'],
    ['choose the solution once connected', known(), 'solution-name'],
    ['save the schema once it is chosen', withFacts({}), 'schema-saved'],
    ['paste the token again before anything else', { ...ready, session: 'gone' as const }, 'token-generated'],
    ['go on working while only the proof is old', { ...ready, now: NOW + 20 * HOUR }, 'model-reviewed'],
    [
      'mend the rollout before going on',
      withFacts(rollout({ successful: ['A'], failed: [{ name: 'B' }] })),
      'rollout-complete',
    ],
  ] as const)('is to %s', (_what, given, id) => {
    expect(derive(given).next?.id).toBe(id);
  });

  it('comes to the boxes last, and to nothing when all is done', () => {
    const facts: Partial<Facts> = {
      ...rollout({ expected: [SALE], successful: [SALE] }),
      schemaSaved: { at: 1, appName: 'quote-pricing', appVersion: '1.0.0', outcome: 'saved' },
      modelReviewed: { at: 1, fingerprint: 'f1' },
    };
    const through = load({
      mapping: MAPPED,
      stage: 'send',
      plan: plan(),
      test: outcome(),
      account: account(),
    });
    const more = { loads: [through], schema: schema([table('SALE')]) };
    const proved = derive(withFacts(facts, more));
    expect(proved.next?.id).toBe('guide-read');
    const byHand = { 'guide-read': 1, 'platform-access': 1, 'codes-understood': 1 };
    const ended = derive(withFacts({ ...facts, byHand }, more));
    expect(ended.next).toBeNull();
    expect(ended.done).toBe(ended.of);
  });
});

describe('the checklist as a whole', () => {
  const facts = fc.record(
    {
      connected: fc.record({ at: fc.nat(), host: fc.string(), solutions: fc.nat() }),
      listed: fc.record({ at: fc.nat() }),
      schemaRead: fc.record({
        at: fc.nat(),
        fingerprint: fc.string(),
        tables: fc.nat(20),
        withKey: fc.nat(20),
      }),
      modelReviewed: fc.record({ at: fc.nat(), fingerprint: fc.string() }),
      rollout: fc.record({
        at: fc.nat(),
        expected: fc.array(fc.string()),
        successful: fc.array(fc.string()),
        failed: fc.array(fc.record({ name: fc.string() })),
        recognised: fc.boolean(),
      }),
    },
    { requiredKeys: [] },
  );
  const count = fc.nat(20);
  const loads = fc.array(
    fc.record({
      table: fc.constantFrom(SALE, 'QP_COST_OOTB', 'B'),
      accepted: count,
      rejected: count,
      inDoubt: count,
      complete: fc.boolean(),
      balances: fc.boolean(),
      planned: fc.boolean(),
      mapped: fc.boolean(),
    }),
  );

  it('never throws, never counts more done than there is, and always knows a next step unless all is done', () => {
    fc.assert(
      fc.property(
        facts,
        loads,
        fc.constantFrom('unknown', 'held', 'gone'),
        fc.boolean(),
        fc.boolean(),
        (f, l, session, hasSchema, hasSolution) => {
          const checklist = derive({
            workspace: space({ solution: hasSolution ? SOLUTION : null }, f),
            loads: l.map(({ table: name, planned, mapped, ...counts }) =>
              load(
                { plan: planned ? plan() : null, mapping: mapped ? MAPPED : [], account: account(counts) },
                name,
              ),
            ),
            session,
            schema: hasSchema ? TWO : null,
            now: NOW,
          });
          for (const section of checklist.sections) expect(section.done).toBeLessThanOrEqual(section.of);
          expect(checklist.done).toBeLessThanOrEqual(checklist.of);
          expect(checklist.next === null).toBe(checklist.done === checklist.of);
        },
      ),
    );
  });
});
