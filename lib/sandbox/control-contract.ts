import { z } from 'zod';
import { settings } from './settings';

/** The control surface under `/__sandbox`, as both ends parse it. */

export const OPERATIONS = [
  'schema-save',
  'rollout',
  'solutions',
  'schema',
  'ingest',
  'add-attribute',
] as const;
export const operation = z.enum(OPERATIONS);
export type Operation = z.infer<typeof operation>;

export const tenantName = z.enum(['a', 'b']);

/**
 * - `lost-before`: the connection breaks, nothing was done. `lost-after`: everything was done, then it breaks.
 * - `half-answer`: done, and the answer stops in the middle of its body.
 * - `413`, `429`, `500`, `503`: answered without doing anything. `500-after`: done, and answered with 500 all the same.
 * - `401-from-now`: this tenant's token is refused until the faults are cleared.
 * - `slow`: done and answered, `delayMs` later.
 * - `held`: kept at the door until the faults are cleared, then served: "in the middle" for as long as a test needs it.
 * - `table-refused`: a rollout fails for the tables matched, and only for them.
 * - `rows-refused`: rows whose JSON holds the text `holding` are refused until the faults are cleared: a rule of Peak's
 *   that nobody here knows of.
 * - `rows-fail-late`: such rows are accepted, and end in the failed rows instead of the table (§4.6).
 */
export const FAULTS = [
  'lost-before',
  'lost-after',
  'half-answer',
  '413',
  '429',
  '500',
  '500-after',
  '503',
  '401-from-now',
  'slow',
  'held',
  'table-refused',
  'rows-refused',
  'rows-fail-late',
] as const;

export const faultRule = z.strictObject({
  match: z
    .strictObject({
      tenant: tenantName.optional(),
      operation: operation.optional(),
      /** Full table name. */
      table: z.string().optional(),
      /** The first matching request that is hit, counted from 1 since the fault was set. */
      nth: z.number().int().min(1).optional(),
    })
    .default({}),
  fault: z.enum(FAULTS),
  /** Requests hit; 1 unless said. */
  times: z.number().int().min(1).max(1_000_000).default(1),
  /** Value of the Retry-After header, in seconds or as an HTTP date. */
  retryAfter: z.union([z.string(), z.number()]).optional(),
  /** For `rows-refused` and `rows-fail-late`. */
  holding: z.string().min(1).optional(),
  /** Milliseconds, for `slow`. */
  delayMs: z.number().int().min(0).max(600_000).default(5_000),
});
export type FaultRule = z.infer<typeof faultRule>;
export type FaultRuleInput = z.input<typeof faultRule>;
export const faultRules = z.array(faultRule);
/** Faults as they are set, with the requests they matched and hit so far. */
export const armedFaults = z.array(
  z.object({ rule: faultRule, seen: z.number().int(), hits: z.number().int() }),
);

export const settingsChange = settings.partial();
export type SettingsChange = z.infer<typeof settingsChange>;

export const tableAddress = z.object({
  tenant: tenantName.default('a'),
  solution: z.string(),
  /** Full name. */
  table: z.string(),
});
export type TableAddress = z.input<typeof tableAddress>;

export const tableCount = z.object({
  /** Rows in the table. */
  rows: z.number(),
  /** Distinct primary keys; null without a key. */
  distinctKeys: z.number().nullable(),
  /** Rows in `<table>_failed_rows`. */
  failedRows: z.number(),
  /** Accepted, not yet written. */
  pending: z.number(),
  /** Sum per asked column, exact, as decimal text; null over no values. */
  sums: z.record(z.string(), z.string().nullable()),
});
export type TableCount = z.infer<typeof tableCount>;

/** Every value as the warehouse writes it as text, so that no digit is lost on the way. */
export const tableRows = z.array(z.record(z.string(), z.string().nullable()));
export type TableRows = z.infer<typeof tableRows>;

export const requestCount = z.object({
  tenant: z.string(),
  operation: z.string(),
  table: z.string().nullable(),
  /** Status, or `lost`. */
  outcome: z.string(),
  requests: z.number(),
});
export const requestCounts = z.array(requestCount);
export type RequestCount = z.infer<typeof requestCount>;
