import { z } from 'zod';
import { operationType } from '../peak/model';
import { account, batchReason, batchState, checkCounts, planCounts } from './model';
import type { Account, Batch, BatchEntry, Plan } from './model';

/** One batch as a receipt tells it: what it was, and what became of it. No row, no value, no word of Peak's. */
const receiptBatch = z.object({
  index: z.number().int(),
  firstRow: z.number().int(),
  lastRow: z.number().int(),
  rows: z.number().int(),
  bytes: z.number().int(),
  /** SHA-256 (hex) of the encoded rows as they were sent. */
  hash: z.string(),
  state: batchState,
  accepted: z.number().int(),
  rejected: z.number().int(),
  attempts: z.number().int(),
  sentAt: z.number().optional(),
  settledAt: z.number().optional(),
  /** Who settled it: Peak's answer, our server's ledger, or the user's word about a batch in doubt. */
  settledBy: z.string().optional(),
  reason: batchReason.optional(),
});
export type ReceiptBatch = z.infer<typeof receiptBatch>;

/** One plan that was carried out: the load's own first, then each attempt at its failed rows. */
export const receiptPart = z.object({
  loadId: z.string(),
  plannedAt: z.number(),
  sourceFingerprint: z.string(),
  schemaFingerprint: z.string(),
  rulesFingerprint: z.string(),
  counts: planCounts,
  checked: checkCounts,
  firstSentAt: z.number().optional(),
  lastSettledAt: z.number().optional(),
  batches: z.array(receiptBatch),
});
export type ReceiptPart = z.infer<typeof receiptPart>;

/** Rows that failed later, as somebody told: from an export, or as a number alone. */
export const receiptLate = z.object({
  at: z.number(),
  from: z.enum(['export', 'entered']),
  rows: z.number().int(),
  unnamed: z.number().int(),
});

/** What is kept of a load for whoever must prove it later. Times in milliseconds since the epoch. */
export const receipt = z.object({
  kind: z.literal('peak-onramp-receipt'),
  version: z.literal(1),
  madeAt: z.number(),
  connection: z.object({ id: z.string(), name: z.string(), host: z.string() }),
  solution: z.string(),
  table: z.string(),
  operation: operationType,
  file: z.object({ name: z.string(), bytes: z.number(), fingerprint: z.string() }),
  columns: z.array(
    z.object({
      column: z.string(),
      heading: z.string().nullable(),
      source: z.enum(['file', 'null', 'omit']),
    }),
  ),
  /** In words; cells edited by hand and rows left out are counted, for a receipt holds no value of a row. */
  repairs: z.object({
    rules: z.array(z.string()),
    cells: z.number().int(),
    rowsSkipped: z.number().int(),
    /** Rows of sums were left out by a rule of the whole file; the account counts them among the skipped. */
    totalsLeftOut: z.boolean().default(false),
  }),
  duplicates: z.string(),
  /** Without Peak's messages, which may hold values. */
  account: account
    .omit({ loadId: true, distinctKeys: true, batches: true, errors: true })
    .extend({ codes: z.array(z.object({ code: z.string(), count: z.number().int() })) }),
  /** What was told of rows that failed after they were accepted; absent in receipts older than this field. */
  late: z.array(receiptLate).default([]),
  /** The user's word that the rows held back were loaded in another load. */
  heldElsewhere: z.object({ at: z.number(), rows: z.number().int() }).optional(),
  /** A column added up over the accepted rows, exactly, as it was at that moment. */
  controlSum: z
    .object({ column: z.string(), sum: z.string(), rows: z.number().int(), at: z.number() })
    .optional(),
  parts: z.array(receiptPart),
});
export type Receipt = z.infer<typeof receipt>;

function batchLine(batch: Batch, entry: BatchEntry | undefined): ReceiptBatch {
  const { index, firstRow, lastRow, rows, bytes, hash } = batch;
  const line = { index, firstRow, lastRow, rows, bytes, hash };
  if (entry === undefined) return { ...line, state: 'planned', accepted: 0, rejected: 0, attempts: 0 };
  const { state, accepted, attempts, sentAt, settledAt, settledBy, reason } = entry;
  return {
    ...line,
    state,
    accepted,
    rejected: entry.rejected.length + entry.unnamed,
    attempts,
    sentAt,
    ...(settledAt === undefined ? {} : { settledAt }),
    ...(settledBy === undefined ? {} : { settledBy }),
    ...(reason === undefined ? {} : { reason }),
  };
}

/** What the journal holds of one plan, without a row. */
export function receiptPartOf(
  plan: Plan,
  batches: readonly Batch[],
  entries: readonly BatchEntry[],
): ReceiptPart {
  const known = new Map(entries.map((entry) => [entry.index, entry]));
  const { distinctKeys: _keys, ...counts } = plan.counts;
  const sent = entries.map(({ sentAt }) => sentAt);
  const settled = entries.flatMap(({ settledAt }) => settledAt ?? []);
  return {
    loadId: plan.loadId,
    plannedAt: plan.createdAt,
    sourceFingerprint: plan.sourceFingerprint,
    schemaFingerprint: plan.schemaFingerprint,
    rulesFingerprint: plan.rulesFingerprint,
    counts,
    checked: plan.checked,
    ...(sent.length === 0 ? {} : { firstSentAt: sent.reduce((a, b) => Math.min(a, b)) }),
    ...(settled.length === 0 ? {} : { lastSettledAt: settled.reduce((a, b) => Math.max(a, b)) }),
    batches: batches.map((batch) => batchLine(batch, known.get(batch.index))),
  };
}

/** The account without Peak's messages, which may hold values. */
export function receiptAccount(whole: Account): Receipt['account'] {
  const { loadId: _id, distinctKeys: _keys, batches: _batches, errors, imbalance: why, ...rest } = whole;
  const codes = errors.map(({ code, count }) => ({ code, count }));
  return { ...rest, ...(why === undefined ? {} : { imbalance: why }), codes };
}
