import { z } from 'zod';
import { rowError } from '../gateway/contract';
import { operationType, tableSpec } from '../peak/model';

/** Words of a load on its way (design.md §7). Rows are named by the user's own row numbers. */
export const batch = z.object({
  loadId: z.string(),
  /** 0-based, in file order. */
  index: z.number().int().min(0),
  /** First and last of the user's row numbers inside; rows between may be held, skipped or superseded. */
  firstRow: z.number().int(),
  lastRow: z.number().int(),
  rows: z.number().int().min(1),
  /** Bytes of the encoded JSON array. */
  bytes: z.number().int(),
  /** SHA-256 (hex) of those bytes; regenerated payloads must have the same. */
  hash: z.string(),
  /** The batch this one is a part of, when that was refused as too large. */
  of: z.number().int().optional(),
});
export type Batch = z.infer<typeof batch>;

/** `split`: too large for Peak; its rows are those of the batches that are part of it, and it has none of its own. */
export const BATCH_STATES = [
  'planned',
  'sending',
  'accepted',
  'partly',
  'rejected',
  'in-doubt',
  'split',
] as const;
export const batchState = z.enum(BATCH_STATES);
export type BatchState = z.infer<typeof batchState>;

/**
 * Why a batch is in doubt, refused, or had to be tried again. The first four: how an answer was lost; `interrupted`: this
 * browser stopped between intent and answer; `unexplained`: an answer came that settles nothing; `refused`: Peak refused
 * the whole request; `not-stored`: it surely was not taken in.
 */
export const BATCH_REASONS = [
  'timeout',
  'unreachable',
  'aborted',
  'redirected',
  'server-error',
  'interrupted',
  'unexplained',
  'refused',
  'not-stored',
] as const;
export const batchReason = z.enum(BATCH_REASONS);
export type BatchReason = z.infer<typeof batchReason>;

export const rejectedRow = z.object({ row: z.number().int(), errors: z.array(rowError) });
export type RejectedRow = z.infer<typeof rejectedRow>;

/**
 * What a user may say of a batch in doubt: count it as stored or send it again without having looked, or what a look
 * into the warehouse found.
 */
export const DOUBT_CHOICES = [
  'treated-as-stored',
  'sent-again',
  'found-stored',
  'found-missing',
  'found-partly',
] as const;
export const doubtChoice = z.enum(DOUBT_CHOICES);
export type DoubtChoice = z.infer<typeof doubtChoice>;

/** Over which connection an attempt left, and what the server's ledger called its time then (lib/gateway/contract). */
export const sentOver = z.object({ connectionId: z.string(), era: z.string().optional() });
export type SentOver = z.infer<typeof sentOver>;

/**
 * What the journal knows of one batch. A batch never tried has no entry; an entry that is `planned` was tried, is
 * known not to be stored (or the user asked for it to be sent again), and will be sent.
 */
export const batchEntry = z.object({
  loadId: z.string(),
  index: z.number().int(),
  state: batchState,
  rows: z.number().int(),
  accepted: z.number().int(),
  rejected: z.array(rejectedRow),
  /** Rejected rows that the answer did not let us name. */
  unnamed: z.number().int(),
  attempts: z.number().int(),
  /** Milliseconds since the epoch. */
  sentAt: z.number(),
  sentOver: sentOver.optional(),
  /** When the first attempt left of which nobody knows whether it was stored; what became of later ones is no proof. */
  openSince: z.number().optional(),
  settledAt: z.number().optional(),
  peakStatus: z.number().optional(),
  /** Whether the answer that accepted all of it was empty or a bare yes. Older journals do not say. */
  wordless: z.boolean().optional(),
  reason: batchReason.optional(),
  /** An answer, our server's ledger, or a decision of the user's about a batch in doubt. */
  settledBy: z.enum(['answer', 'ledger', ...DOUBT_CHOICES]).optional(),
  /** When the user decided, ms since the epoch. */
  decidedAt: z.number().optional(),
  raw: z.string().optional(),
});
export type BatchEntry = z.infer<typeof batchEntry>;

/** The checker's own counts of data rows (CheckSummary), carried along so that the account can be held against them. */
export const checkCounts = z.object({
  rows: z.number().int(),
  ready: z.number().int(),
  held: z.number().int(),
  skipped: z.number().int(),
  superseded: z.number().int(),
});
export type CheckCounts = z.infer<typeof checkCounts>;

/** What the plan itself counted: rows read, each in one bucket, and what the planned ones were cut into. */
export const planCounts = z.object({
  read: z.number().int(),
  skipped: z.number().int(),
  held: z.number().int(),
  superseded: z.number().int(),
  planned: z.number().int(),
  batches: z.number().int(),
  bytes: z.number(),
});

/** Frozen before the first request; a load sends nothing that is not in its plan. */
export const plan = z.object({
  loadId: z.string(),
  table: z.string(),
  solutionName: z.string(),
  connectionId: z.string(),
  operation: operationType,
  rowsPerBatch: z.number().int(),
  maxBodyBytes: z.number().int(),
  sourceFingerprint: z.string(),
  schemaFingerprint: z.string(),
  /** The table as it was rolled out then; absent in plans older than this field. */
  frozenFor: tableSpec.optional(),
  /** SHA-256 (hex) over mapping, repairs, duplicate policy, and the column that tells the newest row. */
  rulesFingerprint: z.string(),
  /** The plan's own counts, made while cutting, independent of the checker's. */
  counts: planCounts.extend({
    /** Distinct primary keys among the planned rows: the most an UPSERT can add. Absent without a key. */
    distinctKeys: z.number().int().optional(),
  }),
  /** What reading and checking counted, as it was when the plan was frozen: the first of the three counts. */
  checked: checkCounts,
  /** Of rows that failed in another load, repaired: its id, and each planned row's number in this file and in that one's. */
  followUp: z
    .object({ of: z.string(), rows: z.array(z.tuple([z.number().int(), z.number().int()])) })
    .optional(),
  createdAt: z.number(),
});
export type Plan = z.infer<typeof plan>;

/** Equations of the account that can fail: reader against plan, plan against its batches, batches against answers. */
export const IMBALANCES = [
  'reader-and-plan-rows',
  'reader-and-plan-buckets',
  'plan-buckets',
  'plan-and-batches',
  'batches-and-answers',
  /** A repaired row that was not among the failed ones, or a later attempt that does not add up by itself. */
  'load-and-attempts',
  /** More rows are said to have failed later than were accepted. */
  'accepted-and-later-failed',
] as const;
export const imbalance = z.enum(IMBALANCES);
export type Imbalance = z.infer<typeof imbalance>;

/** One more try at rows that had failed, in rows; each is counted in the account of the load it belongs to. */
export const attempt = z.object({
  loadId: z.string(),
  createdAt: z.number(),
  planned: z.number().int(),
  waiting: z.number().int(),
  accepted: z.number().int(),
  rejected: z.number().int(),
  inDoubt: z.number().int(),
});
export type Attempt = z.infer<typeof attempt>;

/** Every row of the file in exactly one bucket, from three counts that do not know of each other. */
export const account = z.object({
  loadId: z.string(),
  read: z.number().int(),
  skipped: z.number().int(),
  held: z.number().int(),
  superseded: z.number().int(),
  waiting: z.number().int(),
  accepted: z.number().int(),
  rejected: z.number().int(),
  inDoubt: z.number().int(),
  /** Accepted at first; Peak could not write them then. */
  laterFailed: z.number().int().default(0),
  distinctKeys: z.number().int().optional(),
  batches: z.object({ planned: z.number().int(), settled: z.number().int(), inDoubt: z.number().int() }),
  /** The three counts agree with each other. */
  balances: z.boolean(),
  /** Which equation failed, when one did. */
  imbalance: imbalance.optional(),
  /** Green: it balances and nothing is waiting or in doubt. */
  complete: z.boolean(),
  errors: z.array(z.object({ code: z.string(), message: z.string(), count: z.number().int() })),
  /** Repaired rows sent again, oldest first. The buckets above hold each row once, where it is now. */
  attempts: z.array(attempt).default([]),
});
export type Account = z.infer<typeof account>;

/** Why a sender stands still. `user` is a pause; the others wait for somebody; `rate-used-up`: our own rate, not Peak's. */
export const PAUSE_REASONS = [
  'user',
  'session-lost',
  'token-refused',
  'forbidden',
  'not-found',
  'peak-down',
  'rate-storm',
  'rate-used-up',
  'error-storm',
  /** One request is larger than Peak or our server takes. */
  'too-large',
  /** By a status that is about no row, and not by Peak as far as can be seen. */
  'request-refused',
  /** Our own server refused the request for a reason that repeating cannot mend. */
  'server-refused',
  /** The connection is another one than the plan was made for, and nobody said that the tenant is the same. */
  'other-connection',
  'payload-changed',
  'other-tab',
  'source-gone',
  'journal-failed',
] as const;
export const pauseReason = z.enum(PAUSE_REASONS);
export type PauseReason = z.infer<typeof pauseReason>;

export const sendProgress = z.object({
  loadId: z.string(),
  state: z.enum(['sending', 'pausing', 'paused', 'done']),
  reason: pauseReason.optional(),
  account,
  /** Rows settled per second over the last seconds; 0 while standing. */
  rowsPerSecond: z.number(),
  /** Milliseconds, when a rate is known; and the moment until which Peak has asked to wait, while it lies ahead. */
  msLeft: z.number().optional(),
  askedUntil: z.number().optional(),
  startedAt: z.number(),
  /** Since when (ms since the epoch) nothing was settled, and tries that failed meanwhile; `turn`: to get one in our rate. */
  quiet: z.object({ since: z.number(), failures: z.number().int(), turn: z.boolean() }).optional(),
  /** Other loads into the same table that our server knows to be under way. */
  others: z.number().int().optional(),
});
export type SendProgress = z.infer<typeof sendProgress>;

/** Outcome of a test request (dry run, or the plan's first batch for real). */
export const testOutcome = z.object({
  dryRun: z.boolean(),
  rows: z.number().int(),
  accepted: z.number().int(),
  rejected: z.array(rejectedRow),
  unnamed: z.number().int(),
  peakStatus: z.number().optional(),
  problem: z.union([pauseReason, batchReason]).optional(),
  raw: z.string().optional(),
  at: z.number(),
});
export type TestOutcome = z.infer<typeof testOutcome>;

const rehearsalExample = z.object({
  row: z.number().int(),
  /** Our findings that keep the row back, with their columns; none where it is kept back for its key. */
  ours: z.array(z.object({ code: z.string(), column: z.string().nullable() })),
  theirs: z.array(rowError),
});
export type RehearsalExample = z.infer<typeof rehearsalExample>;

export const rehearsal = z.object({
  rows: z.number().int(),
  bothFine: z.number().int(),
  bothObject: z.number().int(),
  onlyWe: z.number().int(),
  onlyThey: z.number().int(),
  /** Rows of requests without a clear answer, and rows that an answer refused without naming them. */
  unclear: z.number().int(),
  /** Held back for nothing but a repeated key, which a dry run, one request at a time, cannot judge: in no box. */
  keyOnly: z.number().int().default(0),
  /** Skipped and superseded rows: they would not be sent, so they were not rehearsed. */
  leftOut: z.number().int(),
  examples: z.object({
    bothObject: z.array(rehearsalExample),
    onlyWe: z.array(rehearsalExample),
    onlyThey: z.array(rehearsalExample),
  }),
  /** Why it ended before the end of the file, if it did. */
  problem: z.union([pauseReason, batchReason, z.literal('cancelled')]).optional(),
});
export type Rehearsal = z.infer<typeof rehearsal>;
