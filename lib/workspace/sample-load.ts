import type { Load } from './model';

/** For tests: a load of which nothing is known yet. */
export const sampleLoad = (over: Partial<Load> = {}): Load => ({
  id: 'l1',
  workspaceId: 'w1',
  table: 'QP_SALE_OOTB',
  createdAt: 0,
  changedAt: 0,
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
  ...over,
});
