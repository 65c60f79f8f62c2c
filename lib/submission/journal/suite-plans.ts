import type { Batch, Plan } from '../model';

/** When the plans of the suites were made, in ms since the epoch. */
export const AT = 1_700_000_000_000;

export function planOf(loadId: string, batches: readonly Batch[], change: Partial<Plan> = {}): Plan {
  const planned = batches.reduce((sum, batch) => sum + batch.rows, 0);
  return {
    loadId,
    table: 'QP_SALE_OOTB',
    solutionName: 'QP_OOTB',
    connectionId: `c${'0'.repeat(24)}`,
    operation: 'APPEND',
    rowsPerBatch: 500,
    maxBodyBytes: 1_000_000,
    sourceFingerprint: 'source',
    schemaFingerprint: 'schema',
    rulesFingerprint: 'rules',
    counts: {
      read: planned,
      skipped: 0,
      held: 0,
      superseded: 0,
      planned,
      batches: batches.length,
      bytes: batches.reduce((sum, batch) => sum + batch.bytes, 0),
    },
    checked: { rows: planned, ready: planned, held: 0, skipped: 0, superseded: 0 },
    createdAt: AT,
    ...change,
  };
}

export const batchesOf = (loadId: string, count: number, rows = 2): Batch[] =>
  Array.from({ length: count }, (_, index) => ({
    loadId,
    index,
    firstRow: 2 + index * rows,
    lastRow: 1 + (index + 1) * rows,
    rows,
    bytes: 20,
    hash: `hash-${index}`,
  }));
