/** Peak's limits, as published. Generation L raised the rows; all are settable, none may be raised past these caps. */

/** Rows per request in generations A and M, and the checklist's own figure (§4.2, §9). */
export const ROWS_PER_BATCH = 500;
/** Rows per request in generation L (§4.2). */
export const MAX_ROWS_PER_BATCH = 2_000;
/** Bytes of a whole request body. "1 MB" is not defined, so the smaller reading, exclusive (§4.2). */
export const MAX_BODY_BYTES = 1_000_000;
/** Requests a second and tenant (§4.2). */
export const REQUESTS_PER_SECOND = 50;

/** Bytes kept free for what our server puts around the rows (solution name, operation, dry run: §4.1). */
export const ENVELOPE_BYTES = 1_024;

/** Milliseconds until a call counts as unanswered; no figure is published (§4.7). */
export const CALL_TIMEOUT_MS = 60_000;
/**
 * Largest answer read, in bytes. A 207 that echoes 2,000 rows of a 1 MB request with three errors each stays below;
 * so does the schema of a solution with some hundred tables.
 */
export const MAX_ANSWER_BYTES = 8_000_000;
/** Characters of an answer that are kept and shown as they came. */
export const RAW_ANSWER_CHARS = 64_000;
