import { describe, expect, it } from 'vitest';
import {
  HOST,
  HOUR,
  NOW,
  SALE,
  SOLUTION,
  TWO,
  itemOf,
  known,
  rollout,
  space,
  withFacts,
  toCase,
} from './derive-samples';
import type { Case } from './derive-samples';
import { ITEM_IDS } from './model';
import type { ItemStatus } from './model';

const FROM_LOADS: readonly string[] = [
  'required-present',
  'batches-cut',
  'operation-chosen',
  'url-built',
  'test-verified',
  'dataset-ingested',
  'outcomes-confirmed',
  'failed-reviewed',
];
const SUBJECTS = ITEM_IDS.filter((id) => !FROM_LOADS.includes(id));

const CASES: readonly Case[] = [
  ['guide-read', 'is open until ticked', known(), 'open'],
  ['guide-read', 'is done once ticked', withFacts({ byHand: { 'guide-read': 5 } }), 'done', 'by-hand'],
  ['platform-access', 'is open until ticked', known(), 'open'],
  [
    'platform-access',
    'is done once ticked',
    withFacts({ byHand: { 'platform-access': 5 } }),
    'done',
    'by-hand',
  ],
  ['token-generated', 'is open without a workspace', known({ workspace: null }), 'open'],
  ['token-generated', 'is proved by a call', known(), 'done', 'token-proved'],
  [
    'token-generated',
    'stays proved while nobody asked for the session',
    known({ session: 'unknown' }),
    'done',
  ],
  [
    'token-generated',
    'is stale when the session is gone',
    known({ session: 'gone' }),
    'stale',
    'session-gone',
  ],
  ['token-generated', 'is still good after twelve hours', known({ now: NOW + 12 * HOUR }), 'done'],
  [
    'token-generated',
    'is stale after more than that',
    known({ now: NOW + 12 * HOUR + 1 }),
    'stale',
    'token-too-old',
  ],
  [
    'token-generated',
    'is stale when it was proved somewhere else',
    known({ workspace: space({ connection: null }, { connected: { at: NOW, host: HOST, solutions: 3 } }) }),
    'stale',
    'session-gone',
  ],
  ['solution-name', 'is open before a solution is chosen', known(), 'open'],
  ['solution-name', 'is done with one', withFacts({}), 'done', 'value-given'],
  ['prefix', 'is done with one', withFacts({}), 'done', 'value-given'],
  [
    'prefix',
    'may be empty on purpose',
    known({ workspace: space({ solution: { ...SOLUTION, prefix: '' } }) }),
    'done',
    'value-empty-on-purpose',
  ],
  ['suffix', 'is done with one', withFacts({}), 'done', 'value-given'],
  [
    'suffix',
    'may be empty on purpose',
    known({ workspace: space({ solution: { ...SOLUTION, suffix: '' } }) }),
    'done',
    'value-empty-on-purpose',
  ],
  ['target-schema', 'is done with one', withFacts({}), 'done', 'value-given'],
  [
    'target-schema',
    'may not be empty',
    known({ workspace: space({ solution: { ...SOLUTION, targetSchemaName: '' } }) }),
    'open',
  ],
  ['app-and-version', 'is done with both', withFacts({}), 'done', 'value-given'],
  [
    'app-and-version',
    'is partly done with one of them',
    known({ workspace: space({ solution: { ...SOLUTION, appVersion: '' } }) }),
    'partly',
    'value-given',
  ],
  ['app-and-version', 'is open without a solution', known(), 'open'],
  ['api-base-url', 'is the host of the connection', known(), 'done', 'host-used'],
  ['api-base-url', 'is open without one', known({ workspace: space({ connection: null }) }), 'open'],
  ['schema-saved', 'is open while nothing is known', withFacts({}), 'open'],
  ...(
    [
      ['saved', 'schema-saved'],
      ['exists', 'schema-existed'],
      ['assumed', 'schema-assumed'],
    ] as const
  ).map(([outcome, code]): Case => {
    const facts = { schemaSaved: { at: 1, appName: 'quote-pricing', appVersion: '1.0.0', outcome } };
    return ['schema-saved', `is done when it ${outcome}`, withFacts(facts), 'done', code];
  }),
  [
    'schema-saved',
    'is stale when the solution moved to another version',
    withFacts({ schemaSaved: { at: 1, appName: 'quote-pricing', appVersion: '2.0.0', outcome: 'saved' } }),
    'stale',
  ],
  [
    'schema-saved',
    'is assumed when tables are there',
    withFacts({}, { schema: TWO }),
    'done',
    'schema-assumed',
  ],
  ['rollout-sent', 'is open before', withFacts({}), 'open'],
  ['rollout-sent', 'is done by our request', withFacts(rollout()), 'done', 'rollout-sent'],
  [
    'rollout-sent',
    'is recognised when others did it',
    withFacts(rollout({ recognised: true })),
    'done',
    'rollout-recognised',
  ],
  [
    'rollout-sent',
    'is recognised by the list',
    withFacts({ listed: { at: 1 } }),
    'done',
    'rollout-recognised',
  ],
  ['rollout-complete', 'is open before', withFacts({}), 'open'],
  ['rollout-complete', 'is done with all tables', withFacts(rollout()), 'done', 'rollout-all'],
  [
    'rollout-complete',
    'compares names without case',
    withFacts(rollout({ successful: ['a', 'b'] })),
    'done',
    'rollout-all',
  ],
  [
    'rollout-complete',
    'has failed when a table did',
    withFacts(rollout({ successful: ['A'], failed: [{ name: 'B' }] })),
    'failed',
    'rollout-some',
  ],
  [
    'rollout-complete',
    'is done once the failed table stands in the live schema',
    withFacts(rollout({ expected: [SALE], successful: [], failed: [{ name: SALE }] }), { schema: TWO }),
    'done',
    'rollout-all',
  ],
  [
    'rollout-complete',
    'is partly done when the answer left a table out',
    withFacts(rollout({ successful: ['A'] })),
    'partly',
    'rollout-some',
  ],
  ['rollout-complete', 'is read off the live schema', withFacts({}, { schema: TWO }), 'done', 'rollout-all'],
  ['solution-listed', 'is open before', withFacts({}), 'open'],
  [
    'solution-listed',
    'is done by the list',
    withFacts({ listed: { at: 1, tableCount: 10 } }),
    'done',
    'listed',
  ],
  ...(['model-reviewed', 'types-reviewed'] as const).flatMap((item): Case[] => [
    [item, 'is open before it was seen', withFacts({}, { schema: TWO }), 'open'],
    [
      item,
      'is done when seen as it is',
      withFacts({ modelReviewed: { at: 1, fingerprint: 'f1' } }, { schema: TWO }),
      'done',
      'model-seen',
    ],
    [
      item,
      'is stale when the live schema changed since',
      withFacts({ modelReviewed: { at: 1, fingerprint: 'f0' } }, { schema: TWO }),
      'stale',
      'model-changed-since',
    ],
    [
      item,
      'is stale by the schema last read, too',
      withFacts({
        modelReviewed: { at: 1, fingerprint: 'f0' },
        schemaRead: { at: 2, fingerprint: 'f1', tables: 2, withKey: 2 },
      }),
      'stale',
      'model-changed-since',
    ],
  ]),
  ['keys-identified', 'is open before the schema was read', withFacts({}), 'open'],
  ['keys-identified', 'is done by reading it', withFacts({}, { schema: TWO }), 'done', 'keys-known'],
  ['prefix', 'is open before a solution is chosen', known(), 'open'],
  ['suffix', 'is open before a solution is chosen', known(), 'open'],
  ['codes-understood', 'is open until ticked', known(), 'open'],
  [
    'codes-understood',
    'is done once ticked',
    withFacts({ byHand: { 'codes-understood': 1 } }),
    'done',
    'by-hand',
  ],
  ['custom-attributes', 'is open before', known(), 'open'],
  [
    'custom-attributes',
    'is done by adding one',
    withFacts({ attributeAdded: { at: 1, table: SALE, column: 'EXTRA' } }),
    'done',
    'attribute-added',
  ],
  ['scheduled-ingestion', 'is open before', known(), 'open'],
  [
    'scheduled-ingestion',
    'is done by asking',
    withFacts({ schedulingRequested: { at: 1 } }),
    'done',
    'scheduling-requested',
  ],
];

describe('each item proved by facts', () => {
  it.each(CASES.map(toCase))('$id $what', ({ id, given, status, evidence }) => {
    const item = itemOf(given, id);
    expect(item.status).toBe(status);
    if (status === 'open') expect(item.evidence).toEqual([]);
    else expect(item.evidence.length).toBeGreaterThan(0);
    if (evidence !== undefined) expect(item.evidence.map((each) => each.code)).toContain(evidence);
  });
});

describe('the table above', () => {
  it('proves each item in one case and leaves it open in another', () => {
    const seen = (status: ItemStatus) =>
      [...new Set(CASES.filter((each) => each[3] === status).map((each) => each[0]))].sort();
    expect(seen('done')).toEqual([...SUBJECTS].sort());
    expect(seen('open')).toEqual([...SUBJECTS].sort());
  });
});
