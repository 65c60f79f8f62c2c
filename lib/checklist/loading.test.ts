import { describe, expect, it } from 'vitest';
import {
  MAPPED,
  NOW,
  TWO,
  UNMAPPED,
  account,
  itemOf,
  known,
  load,
  outcome,
  plan,
  schema,
  table,
  withFacts,
  withLoads,
  toCase,
} from './derive-samples';
import type { Case } from './derive-samples';
import { ITEM_IDS, type ItemId, type ItemStatus } from './model';
import type { Known } from './known';

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
const SUBJECTS = ITEM_IDS.filter((id) => FROM_LOADS.includes(id));

const LEFT_FOR_ANOTHER = [
  load({ account: account() }),
  load({ id: 'left', account: account({ complete: false, waiting: 5, accepted: 5 }) }),
];
/** The required table is loaded, and of one that is not required there is a load, too. */
const withOptional = (begun: Parameters<typeof load>[0]) =>
  withLoads([load({ account: account() }), load(begun, 'QP_NOTES_OOTB')], {
    schema: schema([
      table('SALE', { requiredBySolution: true }),
      table('NOTES', { requiredBySolution: false }),
    ]),
  });

const CASES: readonly Case[] = [
  ['required-present', 'is open without a load', withFacts({}, { schema: TWO }), 'open'],
  [
    'required-present',
    'is partly done with one of two tables',
    withLoads([load({ mapping: MAPPED })], { schema: TWO }),
    'partly',
    'required-mapped',
  ],
  [
    'required-present',
    'is open while a required column has no source',
    withLoads([load({ mapping: UNMAPPED })], { schema: TWO }),
    'open',
  ],
  [
    'required-present',
    'trusts the columns screen without a schema',
    withLoads([load({ mapping: MAPPED, stage: 'review' })]),
    'done',
    'required-mapped',
  ],
  ['batches-cut', 'is open without a plan', withLoads([load()]), 'open'],
  ['batches-cut', 'is done with one', withLoads([load({ plan: plan() })]), 'done', 'batches-cut'],
  [
    'batches-cut',
    'is stale when the schema moved under an open plan',
    withLoads([load({ plan: plan({ schemaFingerprint: 'f0' }) })], { schema: schema([table('SALE')]) }),
    'stale',
    'batches-cut',
  ],
  [
    'batches-cut',
    'is history once carried out',
    withLoads([load({ plan: plan({ schemaFingerprint: 'f0' }), account: account() })], {
      schema: schema([table('SALE')]),
    }),
    'done',
    'batches-cut',
  ],
  ['operation-chosen', 'is open while preparing', withLoads([load({ stage: 'review' })]), 'open'],
  [
    'operation-chosen',
    'is done at sending',
    withLoads([load({ stage: 'send' })]),
    'done',
    'operation-chosen',
  ],
  ['url-built', 'is open without a solution', known(), 'open'],
  ['url-built', 'is done with connection and solution', withFacts({}), 'done', 'url-known'],
  ['test-verified', 'is open before', withLoads([load()]), 'open'],
  ['test-verified', 'is done by a dry run', withLoads([load({ test: outcome() })]), 'done', 'dry-run-passed'],
  [
    'test-verified',
    'is done by a first batch',
    withLoads([load({ test: outcome({ dryRun: false }) })]),
    'done',
    'first-batch-accepted',
  ],
  [
    'test-verified',
    'has failed when rows were refused',
    withLoads([load({ test: outcome({ accepted: 4, rejected: [{ row: 2, errors: [] }] }) })]),
    'failed',
    'dry-run-rejected',
  ],
  [
    'test-verified',
    'is no longer failed once the load is through',
    withLoads([load({ test: outcome({ accepted: 4, unnamed: 1 }), account: account() })]),
    'done',
  ],
  ['dataset-ingested', 'is open before', withLoads([load()]), 'open'],
  [
    'dataset-ingested',
    'is done when every load is',
    withLoads([load({ account: account() })]),
    'done',
    'tables-loaded',
  ],
  [
    'dataset-ingested',
    'is partly done with one of two required tables',
    withLoads([load({ account: account() })], { schema: TWO }),
    'partly',
    'tables-loaded',
  ],
  [
    'dataset-ingested',
    'is partly done with one of two required tables while the schema cannot be read',
    withLoads([load({ account: account() })], { published: TWO.tables }),
    'partly',
    'tables-loaded',
  ],
  [
    'dataset-ingested',
    'is partly done in the middle of the only one',
    withLoads([load({ account: account({ complete: false, waiting: 5, accepted: 5 }) })]),
    'partly',
    'tables-loaded',
  ],
  [
    'dataset-ingested',
    'needs a decision when rows are in doubt',
    withLoads([load({ account: account({ complete: false, inDoubt: 5, accepted: 5 }) })]),
    'failed',
    'tables-in-doubt',
  ],
  ['outcomes-confirmed', 'is open before anything was sent', withLoads([load()]), 'open'],
  [
    'outcomes-confirmed',
    'is done by accounts',
    withLoads([load({ account: account() })]),
    'done',
    'accounts-balance',
  ],
  [
    'outcomes-confirmed',
    'has failed when an account does not add up',
    withLoads([load({ account: account({ balances: false, complete: false }) })]),
    'failed',
    'account-open',
  ],
  [
    'outcomes-confirmed',
    'is partly done with one of two',
    withLoads([
      load({ account: account() }),
      load({ account: account({ complete: false, waiting: 1 }) }, 'B'),
    ]),
    'partly',
    'account-open',
  ],
  [
    'outcomes-confirmed',
    'is partly done while a required table has no load',
    withLoads([load({ account: account() })], { schema: TWO }),
    'partly',
    'accounts-balance',
  ],
  [
    'outcomes-confirmed',
    'is done by a person’s word where a load was left for another one',
    withFacts({ byHand: { 'outcomes-confirmed': NOW + 1 } }, { loads: LEFT_FOR_ANOTHER }),
    'done',
    'outcomes-seen',
  ],
  [
    'outcomes-confirmed',
    'is partly done when rows were sent after that word',
    withFacts({ byHand: { 'outcomes-confirmed': NOW - 1 } }, { loads: LEFT_FOR_ANOTHER }),
    'partly',
    'account-open',
  ],
  [
    'outcomes-confirmed',
    'takes no word for rows in doubt',
    withFacts(
      { byHand: { 'outcomes-confirmed': NOW + 1 } },
      { loads: [...LEFT_FOR_ANOTHER, load({ id: 'd', account: account({ complete: false, inDoubt: 1 }) })] },
    ),
    'partly',
    'account-open',
  ],
  [
    'failed-reviewed',
    'is partly done while a required table has no load',
    withLoads([load({ account: account() })], { schema: TWO }),
    'partly',
    'no-failed-rows',
  ],
  ['failed-reviewed', 'is open before anything was sent', withLoads([load()]), 'open'],
  [
    'failed-reviewed',
    'is done when none failed',
    withLoads([load({ account: account() })]),
    'done',
    'no-failed-rows',
  ],
  [
    'failed-reviewed',
    'is open while some did',
    withLoads([load({ account: account({ rejected: 2 }) })]),
    'open',
  ],
  [
    'failed-reviewed',
    'is done once looked at',
    withFacts(
      { byHand: { 'failed-reviewed': NOW + 1 } },
      { loads: [load({ account: account({ rejected: 2 }) })] },
    ),
    'done',
    'failed-rows-seen',
  ],
  [
    'failed-reviewed',
    'is stale when rows failed after the look',
    withFacts(
      { byHand: { 'failed-reviewed': NOW - 1 } },
      { loads: [load({ account: account({ rejected: 2 }) })] },
    ),
    'stale',
    'failed-rows-seen',
  ],
];

describe('each item proved by loads', () => {
  it.each(CASES.map(toCase))('$id $what', ({ id, given, status, evidence }) => {
    const item = itemOf(given, id);
    expect(item.status).toBe(status);
    if (status === 'open') expect(item.evidence).toEqual([]);
    else expect(item.evidence.length).toBeGreaterThan(0);
    if (evidence !== undefined) expect(item.evidence.map((each) => each.code)).toContain(evidence);
  });
});

describe('what proves an item', () => {
  const proof = (given: Known, id: ItemId) => itemOf(given, id).evidence[0]?.params;
  it('says how many required columns go as null', () => {
    const nothing = load({ mapping: [{ column: 'ID', source: { kind: 'null' } }] });
    const more = { schema: schema([table('SALE')]) };
    expect(proof(withLoads([nothing], more), 'required-present')).toEqual({ tables: 1, of: 1, nulls: 1 });
    const full = load({ mapping: MAPPED });
    expect(proof(withLoads([full], more), 'required-present')).toEqual({ tables: 1, of: 1 });
  });

  it('says of a table that is not required that a load of it was begun, and does not wait for it', () => {
    const statuses = (given: Known) =>
      (['dataset-ingested', 'outcomes-confirmed', 'failed-reviewed'] as const).map(
        (id) => itemOf(given, id).status,
      );
    const begun = withOptional({ stage: 'review' });
    expect(statuses(begun)).toEqual(['done', 'done', 'done']);
    expect(proof(begun, 'dataset-ingested')).toMatchObject({ tables: 1, of: 1, aside: 1 });
    const sent = withOptional({ account: account({ complete: false, waiting: 5, accepted: 5 }) });
    expect(statuses(sent)).toEqual(['partly', 'partly', 'partly']);
  });

  it('says how many rows of a full data set failed', () => {
    const some = load({ account: account({ accepted: 7, rejected: 2, laterFailed: 1 }) });
    expect(proof(withLoads([some]), 'dataset-ingested')).toMatchObject({ rows: 7, failed: 3 });
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
