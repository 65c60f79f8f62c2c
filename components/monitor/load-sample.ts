import type { Load } from '@/lib/workspace/model';

type Part = Partial<NonNullable<Load['account']>>;
/** For tests: a load with this account. */
export const load = (table: string, part: Part | null): Load => ({
  id: table,
  workspaceId: 'w1',
  table,
  createdAt: 0,
  changedAt: 0,
  stage: 'send',
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
  account:
    part === null
      ? null
      : {
          loadId: table,
          read: 0,
          skipped: 0,
          held: 0,
          superseded: 0,
          waiting: 0,
          accepted: 0,
          rejected: 0,
          inDoubt: 0,
          laterFailed: 0,
          batches: { planned: 0, settled: 0, inDoubt: 0 },
          balances: true,
          complete: false,
          errors: [],
          attempts: [],
          ...part,
        },
});
