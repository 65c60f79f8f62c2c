import { z } from 'zod';
import { connection } from '../gateway/contract';
import { dialect, sheetSection } from '../files/model';
import { mapping, savedMapping } from '../mapping/model';
import { operationType, solution } from '../peak/model';
import { duplicatePolicy, repair } from '../repair/model';
import { account, plan, rehearsal, testOutcome } from '../submission/model';
import { checkSummary } from '../validation/model';

/**
 * What this browser remembers of one onboarding: connection + solution, the facts that tick the checklist, and
 * its loads. No token, no row: rows live in the origin-private file system, batches in the journal.
 */

/** Milliseconds since the epoch at which something was seen, and what was seen. Evidence, not a flag. */
export const facts = z.object({
  /** Ticked by hand: item id → when. */
  byHand: z.record(z.string(), z.number()),
  connected: z.object({ at: z.number(), host: z.string(), solutions: z.number().int() }).optional(),
  schemaSaved: z
    .object({
      at: z.number(),
      appName: z.string(),
      appVersion: z.string(),
      outcome: z.enum(['saved', 'exists', 'assumed']),
    })
    .optional(),
  rollout: z
    .object({
      at: z.number(),
      expected: z.array(z.string()),
      successful: z.array(z.string()),
      failed: z.array(z.object({ name: z.string(), message: z.string().optional() })),
      /** Known from the solutions list or schema, not from a request of ours. */
      recognised: z.boolean(),
    })
    .optional(),
  listed: z.object({ at: z.number(), tableCount: z.number().int().optional() }).optional(),
  schemaRead: z
    .object({ at: z.number(), fingerprint: z.string(), tables: z.number().int(), withKey: z.number().int() })
    .optional(),
  /** Seen on the Prepare screen under this schema fingerprint; another fingerprint makes it stale. */
  modelReviewed: z
    .object({
      at: z.number(),
      fingerprint: z.string(),
      /** Table → column → its rules in words, so that a changed fingerprint can be said in columns. */
      outline: z.record(z.string(), z.record(z.string(), z.string())).optional(),
    })
    .optional(),
  attributeAdded: z.object({ at: z.number(), table: z.string(), column: z.string() }).optional(),
  schedulingRequested: z.object({ at: z.number() }).optional(),
});
export type Facts = z.infer<typeof facts>;

/** Solution details as entered or picked (checklist section "Solution details"). */
export const solutionDetails = solution.extend({
  appName: z.string(),
  appVersion: z.string(),
  picked: z.boolean(),
});
export type SolutionDetails = z.infer<typeof solutionDetails>;

export const workspace = z.object({
  id: z.string(),
  createdAt: z.number(),
  usedAt: z.number(),
  /** The connection as last seen; its session may be gone, then the user pastes the token again. */
  connection: connection.nullable(),
  /** Former connection ids that the user confirmed to be the same tenant. */
  sameTenantAs: z.array(z.string()),
  solution: solutionDetails.nullable(),
  facts,
  /** How columns of files with these headings were matched, newest first. */
  savedMappings: z.array(savedMapping).optional(),
});
export type Workspace = z.infer<typeof workspace>;

export const LOAD_STAGES = ['file', 'columns', 'review', 'send'] as const;

export const load = z.object({
  id: z.string(),
  workspaceId: z.string(),
  table: z.string(),
  createdAt: z.number(),
  changedAt: z.number(),
  /** When its account last changed, as far as it is known; `accountAt` below tells it of any load. */
  accountAt: z.number().optional(),
  stage: z.enum(LOAD_STAGES),
  source: z
    .object({
      name: z.string(),
      sizeBytes: z.number(),
      lastModified: z.number(),
      /** Hash over the SHA-256 of 4 MB slices; absent while it is being made. */
      fingerprint: z.string().optional(),
      kept: z.enum(['stored', 'attached']).optional(),
      dialect,
      header: z.array(z.string()),
      /** Which rows are of which sheet, where several sheets of a workbook were joined. */
      sections: z.array(sheetSection).optional(),
    })
    .nullable(),
  mapping,
  repairs: z.array(repair),
  /** Repairs taken back, newest last, for redo; `at` is the place in the list that each was taken from. */
  undone: z.array(repair.and(z.object({ at: z.number().int().min(0).optional() }))),
  /** Repairs of single rows as another reading of the file numbers them; they come back with that reading. */
  setAside: z.array(z.object({ dialect, repairs: z.array(repair) })).optional(),
  /** Warnings that the user looked at and found right, with how many there were: more of them are told again. */
  accepted: z
    .array(z.object({ code: z.string(), column: z.string().nullable(), count: z.number().int() }))
    .optional(),
  duplicates: duplicatePolicy,
  /** What the user last said of rows of one key; absent: nothing yet, and `duplicates` is what is usual. */
  duplicatesSaid: duplicatePolicy.optional(),
  /** APPEND only because all rows of a key were to be kept: it ends with that answer. */
  appendToKeepAll: z.literal(true).optional(),
  /** The column that tells the newest row of a key, under `keep-newest`. */
  newestBy: z.string().optional(),
  operation: operationType,
  rowsPerBatch: z.number().int(),
  summary: checkSummary.nullable(),
  test: testOutcome.nullable(),
  plan: plan.nullable(),
  account: account.nullable(),
  /** The last dry run of the whole file under these rules; under another schema it says nothing. */
  rehearsal: z.object({ told: rehearsal, at: z.number(), schemaFingerprint: z.string() }).optional(),
  /** The exact sum of a column over accepted rows, as it was when the user asked; decimal text. */
  controlSum: z
    .object({ column: z.string(), sum: z.string(), rows: z.number().int(), at: z.number() })
    .optional(),
  /** The user's word that the rows held back were loaded in another load, and how many they were. */
  heldElsewhere: z.object({ at: z.number(), rows: z.number().int() }).optional(),
  /** These are failed rows of another load, repaired: its id. They count in its account. */
  followUp: z.object({ of: z.string() }).optional(),
  /** Came from a colleague's computer: the file and the journal of what was sent are still there, not here. */
  handedOver: z.object({ at: z.number(), cellEdits: z.number().int() }).optional(),
});
export type Load = z.infer<typeof load>;

/** When the account of a load last changed, in ms since the epoch. Old records do not tell: then any change may be it. */
export const accountAt = (load: Load): number => load.accountAt ?? load.changedAt;

/** What is handed to a colleague: no token, no rows, no findings' values. */
export const handover = z.object({
  kind: z.literal('peak-onramp-handover'),
  version: z.literal(1),
  exportedAt: z.number(),
  workspace,
  loads: z.array(load),
  /** What stays behind because it holds cells of the file: the colleague is told how much of it there was. */
  leftOut: z.object({ cellEdits: z.number().int() }),
});
export type Handover = z.infer<typeof handover>;
