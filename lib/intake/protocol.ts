import { z } from 'zod';
import { dialect, fileHead, fileRefusal, sheetSection } from '../files/model';
import { mapping } from '../mapping/model';
import { operationType, tableSpec } from '../peak/model';
import { duplicatePolicy, repair } from '../repair/model';
import { account, batchEntry, doubtChoice, plan, sendProgress, testOutcome } from '../submission/model';
import { afterwardsCalls } from './protocol-afterwards';
import { lateCalls } from './protocol-late';
import { previewCalls } from './protocol-preview';
import { warehouseCalls } from './protocol-warehouse';
import { takingCalls } from './protocol-taking';
import { checkSummary, findingCode, rowState, severity } from '../validation/model';

/**
 * What the page and the worker say to each other: one call table, one event list. Both ends parse what they get.
 * Rows never cross; windows of at most 200 and summaries do.
 */

/** How the rows of a load are read; the same four decide the check, the plan and every payload. */
export const rules = z.object({
  table: tableSpec,
  mapping,
  repairs: z.array(repair),
  duplicates: duplicatePolicy,
  /** The column that tells the newest row of a key, under `keep-newest`. */
  newestBy: z.string().optional(),
  operation: operationType,
});
export type Rules = z.infer<typeof rules>;

/** Where the bytes of a load's file live. `attached`: only while this tab is open (no room, or storage refused). */
export const kept = z.enum(['stored', 'attached']);

export const rowFilter = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('state'), state: rowState }),
  z.object({ kind: z.literal('finding'), code: findingCode, column: z.string().nullable() }),
  z.object({ kind: z.literal('edited') }),
  /** Any finding in this column. */
  z.object({ kind: z.literal('column'), column: z.string() }),
  /** Rows whose key occurs more than once, those that stay included. */
  z.object({ kind: z.literal('repeated') }),
  /** Every row that has the key of this one. */
  z.object({ kind: z.literal('copies'), row: z.number().int() }),
  /** What the call `search` found. */
  z.object({ kind: z.literal('found') }),
]);
export type RowFilter = z.infer<typeof rowFilter>;

export const windowRow = z.object({
  /** The user's own row number. */
  row: z.number().int(),
  /** Cells as the file holds them, by file position. */
  cells: z.array(z.string()),
  /** By table column in the table's order: the JSON token that will be sent, or null where there is none. */
  tokens: z.array(z.string().nullable()),
  state: rowState,
  findings: z.array(z.object({ code: findingCode, severity, column: z.string().nullable() })),
  /** Rows of the same key, this one among them: the first of them, and how many there are. */
  copies: z.object({ rows: z.array(z.number().int()), total: z.number().int() }).optional(),
});
export type WindowRow = z.infer<typeof windowRow>;

export const rowsWindow = z.object({
  /** Rows that pass the filter in all. */
  total: z.number().int(),
  from: z.number().int(),
  rows: z.array(windowRow),
});
export type RowsWindow = z.infer<typeof rowsWindow>;

/** Trouble a call can end with; anything else is our bug and arrives as `internal`. */
export const INTAKE_CODES = [
  'load-not-open',
  'not-checked',
  'encoding-undecided',
  'cancelled',
  'plan-exists',
  'no-plan',
  'nothing-to-send',
  'no-row-numbers',
  'rows-not-failed',
  'not-failed-rows',
  'more-than-accepted',
  'late-sent-again',
  'locked-by-other-tab',
  'other-rows',
  'storage-failed',
  'internal',
] as const;
export const intakeTrouble = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('refusal'), code: fileRefusal, detail: z.string().optional() }),
  z.object({ kind: z.literal('trouble'), code: z.enum(INTAKE_CODES), detail: z.string().optional() }),
]);
export type IntakeTrouble = z.infer<typeof intakeTrouble>;

const load = { loadId: z.string() };
/** Other connection ids of which the user said that they are this same tenant (Workspace.sameTenantAs). */
const sameTenantAs = z.array(z.string());
const file = z.custom<File>((value) => typeof File !== 'undefined' && value instanceof File);

/** Calls of the page, each with what it takes and what it gives. */
export const calls = {
  ...afterwardsCalls(rules),
  ...lateCalls(rules),
  ...warehouseCalls(rules),
  ...previewCalls,
  /** With a file: takes it in (and keeps it in the background). Without: opens what was kept. Again with another dialect: re-reads the head. */
  open: {
    take: z.object({
      ...load,
      file: file.optional(),
      dialect: dialect.partial().optional(),
      fingerprint: z.string().optional(),
    }),
    give: fileHead,
  },
  /**
   * Reads and checks the file under these rules, or, after a check under other ones, only what the difference touches. A
   * newer run id cancels an older run. Progress of whole passes comes as `checking`.
   */
  check: { take: z.object({ ...load, runId: z.number().int(), rules }), give: checkSummary },
  /** Different texts of a column with their counts. `otherCells`: cells beyond those that are listed. */
  distinct: {
    take: z.object({ ...load, column: z.string(), onlyErrors: z.boolean() }),
    give: z.object({
      values: z.array(z.object({ text: z.string(), count: z.number().int() })),
      otherCells: z.number().int(),
    }),
  },
  /** Reads the whole file for a text; the rows are then to be had by the filter `found`. Empty text: stop and forget. */
  search: {
    take: z.object({ ...load, text: z.string(), position: z.number().int().nullable() }),
    give: z.object({ found: z.number().int() }),
  },
  rows: {
    take: z.object({
      ...load,
      filter: rowFilter,
      from: z.number().int().min(0),
      count: z.number().int().min(1).max(200),
    }),
    give: rowsWindow,
  },
  /** Freezes the plan: cuts, encodes and hashes every batch, writes all of it to the journal. */
  freeze: {
    take: z.object({
      ...load,
      rules,
      connectionId: z.string(),
      solutionName: z.string(),
      schemaFingerprint: z.string(),
      rowsPerBatch: z.number().int().min(1).max(2000),
      maxBodyBytes: z.number().int(),
      /** The load whose failed rows these are, repaired. */
      followUp: z.string().optional(),
    }),
    give: plan,
  },
  /** Dry run of a sample, or (dryRun false) the plan's first batch for real: its rows are never sent again. */
  test: {
    take: z.object({
      ...load,
      rules,
      connectionId: z.string(),
      solutionName: z.string(),
      dryRun: z.boolean(),
      rows: z.number().int().min(1).max(500),
      sameTenantAs: sameTenantAs.optional(),
    }),
    give: testOutcome,
  },
  /** Starts or goes on sending the frozen plan; answers at once, news comes as `sending`. */
  send: {
    take: z.object({ ...load, rules, connectionId: z.string(), sameTenantAs: sameTenantAs.optional() }),
    give: sendProgress,
  },
  pause: { take: z.object(load), give: z.null() },
  /** SQL to run in the warehouse: gives the row numbers of these batches in doubt that are not there. */
  doubtQuery: {
    take: z.object({ ...load, rules, batches: z.array(z.number().int()).min(1), schemaName: z.string() }),
    give: z.object({ query: z.string(), rows: z.number().int() }),
  },
  /** The user's word about batches in doubt, all or those named; `sent-again` and `found-missing` put them back to be sent. */
  settle: {
    take: z.object({
      ...load,
      choice: doubtChoice,
      batches: z.array(z.number().int()).optional(),
      /** For `found-partly`, of the batches named: the row numbers that are not in the warehouse. */
      missing: z.array(z.number().int()).optional(),
      rules: rules.optional(),
    }),
    give: sendProgress,
  },
  /** The plan, if one is frozen, and the account from the journal. After a crash this is where `in doubt` appears. */
  status: {
    /** With rules, what is in doubt is first looked up in our server's ledger. */
    take: z.object({ ...load, rules: rules.optional() }),
    give: z.object({
      plan: plan.nullable(),
      account: account.nullable(),
      /** With the user's own row numbers of each batch. */
      inDoubt: z.array(batchEntry.extend({ firstRow: z.number().int(), lastRow: z.number().int() })),
      sending: z.boolean(),
    }),
  },
  ...takingCalls,
  /** Forgets one load: kept file, journal, everything. */
  erase: { take: z.object(load), give: z.null() },
} as const satisfies Record<string, { take: z.ZodType; give: z.ZodType }>;

export type CallName = keyof typeof calls;
export type CallTake<N extends CallName> = z.infer<(typeof calls)[N]['take']>;
export type CallGive<N extends CallName> = z.infer<(typeof calls)[N]['give']>;

export const toWorker = z.object({
  id: z.number().int(),
  call: z.enum(Object.keys(calls) as [CallName, ...CallName[]]),
  take: z.unknown(),
});

export const intakeEvent = z.discriminatedUnion('event', [
  z.object({ event: z.literal('ready') }),
  /** The file is being copied to this browser's private storage and fingerprinted. */
  z.object({
    event: z.literal('keeping'),
    ...load,
    bytes: z.number(),
    totalBytes: z.number(),
    /** Present when done. */
    fingerprint: z.string().optional(),
    kept: kept.optional(),
  }),
  /** The text of a compressed file is being made; checks wait for it. */
  z.object({
    event: z.literal('unpacking'),
    ...load,
    done: z.number(),
    total: z.number(),
    /** Present when all of it is there: `open` without a file now tells the whole head. */
    ended: z.object({ sections: z.array(sheetSection) }).optional(),
    refusal: fileRefusal.optional(),
  }),
  z.object({
    event: z.literal('checking'),
    ...load,
    runId: z.number().int(),
    rows: z.number().int(),
    bytes: z.number(),
    totalBytes: z.number(),
    errors: z.number().int(),
  }),
  /** A preview, a list of values or a search is reading the file. */
  z.object({
    event: z.literal('looking'),
    ...load,
    what: z.enum(['preview', 'distinct', 'search']),
    rows: z.number().int(),
    bytes: z.number(),
    totalBytes: z.number(),
  }),
  z.object({
    event: z.literal('planning'),
    ...load,
    rows: z.number().int(),
    bytes: z.number(),
    totalBytes: z.number(),
  }),
  z.object({ event: z.literal('rehearsing'), ...load, rows: z.number().int() }),
  z.object({ event: z.literal('sending'), progress: sendProgress }),
  /** Another tab of this browser sends that load. */
  z.object({ event: z.literal('watched'), progress: sendProgress }),
]);
export type IntakeEvent = z.infer<typeof intakeEvent>;

export const fromWorker = z.union([
  z.object({ id: z.number().int(), give: z.unknown() }),
  z.object({ id: z.number().int(), trouble: intakeTrouble }),
  intakeEvent,
]);
