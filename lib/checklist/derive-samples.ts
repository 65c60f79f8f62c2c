import type { TableSpec } from '../peak/model';
import type { Account, Plan, TestOutcome } from '../submission/model';
import type { Facts, Load, SolutionDetails, Workspace } from '../workspace/model';
import { derive } from './derive';
import type { Known } from './known';
import type { ChecklistItem, EvidenceCode, ItemId, ItemStatus } from './model';

/** Situations for the tests of the checklist. */
export const NOW = 1_800_000_000_000;
export const HOUR = 3_600_000;
export const HOST = 'https://ingestion.peak.ai';
export const CONNECTION = {
  id: `c${'0'.repeat(24)}`,
  name: 'Acme',
  host: HOST,
  hostKind: 'hub' as const,
  checkedAt: NOW,
};

export const SOLUTION: SolutionDetails = {
  solutionName: 'QP_OOTB',
  prefix: 'QP_',
  suffix: '_OOTB',
  targetSchemaName: 'INGESTION',
  appName: 'quote-pricing',
  appVersion: '1.0.0',
  picked: true,
};

export const table = (name: string, more: Partial<TableSpec> = {}): TableSpec => ({
  name: `QP_${name}_OOTB`,
  objectName: name,
  columns: [
    { name: 'ID', type: 'string', rawType: 'string', required: true, nullable: false, unchecked: [] },
    { name: 'NOTE', type: 'string', rawType: 'string', required: false, nullable: true, unchecked: [] },
  ],
  primaryKey: ['ID'],
  uniqueKeys: [],
  foreignKeys: [],
  ...more,
});
export const SALE = 'QP_SALE_OOTB';
export const schema = (tables: TableSpec[], fingerprint = 'f1') => ({ tables, fingerprint });
export const TWO = schema([
  table('SALE', { requiredBySolution: true }),
  table('COST', { requiredBySolution: true }),
]);

export const space = (
  more: Partial<Omit<Workspace, 'facts'>> = {},
  facts: Partial<Facts> = {},
): Workspace => ({
  id: 'w1',
  createdAt: NOW,
  usedAt: NOW,
  connection: CONNECTION,
  sameTenantAs: [],
  solution: null,
  ...more,
  facts: { byHand: {}, ...facts },
});
export const known = (more: Partial<Known> = {}): Known => ({
  workspace: space(),
  loads: [],
  session: 'held',
  schema: null,
  now: NOW,
  ...more,
});

export const load = (more: Partial<Load> = {}, name = SALE): Load => ({
  id: `l-${name}`,
  workspaceId: 'w1',
  table: name,
  createdAt: NOW,
  changedAt: NOW,
  stage: 'file',
  source: null,
  mapping: [],
  repairs: [],
  undone: [],
  duplicates: 'keep-last',
  operation: 'UPSERT',
  rowsPerBatch: 500,
  summary: null,
  test: null,
  plan: null,
  account: null,
  ...more,
});
export const account = (more: Partial<Account> = {}): Account => ({
  loadId: 'l',
  read: 10,
  skipped: 0,
  held: 0,
  superseded: 0,
  waiting: 0,
  accepted: 10,
  rejected: 0,
  inDoubt: 0,
  laterFailed: 0,
  batches: { planned: 1, settled: 1, inDoubt: 0 },
  balances: true,
  complete: true,
  errors: [],
  attempts: [],
  ...more,
});
export const plan = (more: Partial<Plan> = {}): Plan => ({
  loadId: 'l',
  table: SALE,
  solutionName: 'QP_OOTB',
  connectionId: CONNECTION.id,
  operation: 'UPSERT',
  rowsPerBatch: 500,
  maxBodyBytes: 1,
  sourceFingerprint: 's',
  schemaFingerprint: 'f1',
  rulesFingerprint: 'r',
  counts: { read: 10, skipped: 0, held: 0, superseded: 0, planned: 10, batches: 1, bytes: 9 },
  checked: { rows: 10, ready: 10, held: 0, skipped: 0, superseded: 0 },
  createdAt: NOW,
  ...more,
});
export const outcome = (more: Partial<TestOutcome> = {}): TestOutcome => ({
  dryRun: true,
  rows: 5,
  accepted: 5,
  rejected: [],
  unnamed: 0,
  at: NOW,
  ...more,
});
export const MAPPED: Load['mapping'] = [
  { column: 'ID', source: { kind: 'file', position: 0, by: 'exact' } },
  { column: 'NOTE', source: { kind: 'omit' } },
];
export const UNMAPPED: Load['mapping'] = [{ column: 'ID', source: { kind: 'omit' } }];

export const rollout = (more: Partial<NonNullable<Facts['rollout']>> = {}): Partial<Facts> => ({
  rollout: { at: NOW, expected: ['A', 'B'], successful: ['A', 'B'], failed: [], recognised: false, ...more },
});
export const withFacts = (facts: Partial<Facts>, more: Partial<Known> = {}) =>
  known({ workspace: space({ solution: SOLUTION }, facts), ...more });
export const withLoads = (loads: Load[], more: Partial<Known> = {}) =>
  known({ workspace: space({ solution: SOLUTION }), loads, ...more });

export type Case = readonly [
  item: ItemId,
  what: string,
  known: Known,
  status: ItemStatus,
  evidence?: EvidenceCode,
];

export const itemOf = (given: Known, id: ItemId): ChecklistItem => {
  const item = derive(given)
    .sections.flatMap((section) => section.items)
    .find((each) => each.id === id);
  if (item === undefined) throw new Error(`no item ${id}`);
  return item;
};

export const toCase = ([id, what, given, status, evidence]: Case) => ({ id, what, given, status, evidence });
