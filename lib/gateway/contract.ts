import { z } from 'zod';
import { operationType, solution, solutionSchema } from '../peak/model';

/**
 * Our own HTTP surface, as both ends parse it. A request names its connection in the `x-onramp-connection`
 * header; the token itself only ever travels inside the sealed cookie. Errors of every route have one shape.
 */

export const CONNECTION_HEADER = 'x-onramp-connection';
/** Every state-changing request carries it; a cross-site form cannot, and fetch from elsewhere needs a preflight we refuse. */
export const CSRF_HEADER = 'x-onramp-request';

export const connectionId = z.string().regex(/^c[0-9a-f]{24}$/);

export const HOST_KINDS = ['hub', 'regional', 'sandbox', 'allowed'] as const;

export const connection = z.object({
  /** Keyed hash of host and token, made by our server: the same pair gives the same id as long as its secret lives. */
  id: connectionId,
  /** The user's word for it, e.g. "Acme production". */
  name: z.string(),
  /** Origin, e.g. `https://ingestion.peak.ai`. */
  host: z.string(),
  hostKind: z.enum(HOST_KINDS),
  /** Milliseconds since the epoch of the last call that proved the token. */
  checkedAt: z.number(),
});
export type Connection = z.infer<typeof connection>;

export const hostChoice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hub') }),
  z.object({ kind: z.literal('regional'), cluster: z.string().max(63) }),
  z.object({ kind: z.literal('sandbox'), tenant: z.enum(['a', 'b']).default('a') }),
  z.object({ kind: z.literal('allowed'), origin: z.string().max(200) }),
]);
export type HostChoice = z.infer<typeof hostChoice>;

/** The choice that leads to a connection's host again; which tenant of the sandbox it was, only its token knows. */
export function hostChoiceOf({ host, hostKind }: Pick<Connection, 'host' | 'hostKind'>): HostChoice {
  switch (hostKind) {
    case 'hub':
      return { kind: 'hub' };
    case 'sandbox':
      return { kind: 'sandbox', tenant: 'a' };
    case 'allowed':
      return { kind: 'allowed', origin: host };
    case 'regional':
      return {
        kind: 'regional',
        cluster: host.replace(/^https:\/\/ingestion\./, '').replace(/\.peak\.ai$/, ''),
      };
  }
}

/** What the environment lets a user choose from. */
export const hostOptions = z.object({
  hub: z.string(),
  sandbox: z.boolean(),
  allowed: z.array(z.string()),
});
export type HostOptions = z.infer<typeof hostOptions>;

export const connectRequest = z.object({
  name: z.string().trim().min(1).max(60),
  host: hostChoice,
  /** Absent for the sandbox, whose demo token never leaves the server. */
  token: z.string().max(8192).optional(),
});
export type ConnectRequest = z.infer<typeof connectRequest>;

export const connectAnswer = z.object({
  connection,
  proof: z.object({ solutions: z.array(solution), checkedAt: z.number(), ms: z.number() }),
});
export type ConnectAnswer = z.infer<typeof connectAnswer>;

/** Limits the engine plans with; from the environment, so that a tenant on newer limits can raise them (§4.2). */
export const limits = z.object({
  rowsPerBatch: z.number().int(),
  maxRowsPerBatch: z.number().int(),
  maxBodyBytes: z.number().int(),
  requestsPerSecond: z.number(),
});

export const sessionAnswer = z.object({
  connections: z.array(connection),
  hosts: hostOptions,
  limits,
  /** Path template of ingestion, `{table}` inside (§2: configurable because the documentation is of two minds). */
  ingestPath: z.string(),
});
export type SessionAnswer = z.infer<typeof sessionAnswer>;

export const forgetAnswer = z.object({ forgotten: z.array(connectionId) });

export const solutionsAnswer = z.object({
  solutions: z.array(solution),
  readAt: z.number(),
  raw: z.unknown(),
});

export const schemaAnswer = z.object({ schema: solutionSchema, readAt: z.number(), raw: z.unknown() });

export const saveSchemaRequest = z.object({
  appName: z.string().trim().min(1),
  appVersion: z.string().trim().min(1),
  dryRun: z.boolean(),
});
export type SaveSchemaRequest = z.infer<typeof saveSchemaRequest>;
/** `exists`: the pair was saved before; Peak refuses a second save (§3.2), which is good news here. */
export const saveSchemaAnswer = z.object({
  outcome: z.enum(['saved', 'would-save', 'exists']),
  peakStatus: z.number(),
  raw: z.unknown(),
});
export type SaveSchemaAnswer = z.infer<typeof saveSchemaAnswer>;

export const rolloutRequest = z.object({
  solutionName: z.string().trim().min(1),
  prefix: z.string(),
  suffix: z.string(),
  appName: z.string().trim().min(1),
  appVersion: z.string().trim().min(1),
  targetSchemaName: z.string().trim().min(1),
});
export type RolloutRequest = z.infer<typeof rolloutRequest>;
export const rolloutAnswer = z.object({
  successful: z.array(z.string()),
  failed: z.array(z.object({ name: z.string(), message: z.string().optional() })),
  alreadyRolledOut: z.boolean(),
  peakStatus: z.number(),
  raw: z.unknown(),
});
export type RolloutAnswer = z.infer<typeof rolloutAnswer>;

export const attributeRequest = z.object({
  solutionName: z.string().trim().min(1),
  /** UPPERCASE, as §3.5 wants it. */
  columnName: z.string().regex(/^[A-Z][A-Z0-9_]{0,126}$/),
  dataType: z.enum(['string', 'integer', 'float', 'boolean', 'datetime', 'date']),
  required: z.boolean(),
  nonNull: z.boolean(),
  defaultValue: z.string().optional(),
});
export type AttributeRequest = z.infer<typeof attributeRequest>;
export const attributeAnswer = z.object({ peakStatus: z.number(), raw: z.unknown() });

/** Of one attempt: load, batch, attempt. A batch that is sent again is another entry of the ledger. */
export const batchId = z.string().regex(/^[\w.-]{1,64}$/);

/**
 * Rows: the envelope travels in the query, the body is the bare JSON array of row objects. The route checks the
 * array (shape, number of rows, bytes) but sends on the very bytes it got, so no number passes through a float.
 */
export const rowsQuery = z.object({
  solution: z.string().min(1),
  operation: operationType,
  dryRun: z.enum(['true', 'false']),
  /** Our id of this attempt at a batch: for logs, and the key of the batch ledger. */
  batch: batchId,
});

export const rowError = z.object({ code: z.string(), category: z.string().optional(), message: z.string() });
export type RowError = z.infer<typeof rowError>;

/** One row that Peak refused. Which of the references an answer offers is unknown (§10.2), so all are optional. */
export const failedRow = z.object({
  index: z.number().int().optional(),
  echo: z.record(z.string(), z.unknown()).optional(),
  errors: z.array(rowError),
});
export type FailedRow = z.infer<typeof failedRow>;

/** What became of one request for rows. Answered with 200 by our route whenever the request was made at all. */
export const rowsAnswer = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('answered'),
    peakStatus: z.number().int(),
    failed: z.array(failedRow),
    /** Peak's own counter, when the answer has one; never trusted alone. */
    accepted: z.number().int().optional(),
    /** Code and sentence of an answer that refuses the request as a whole. */
    error: rowError.optional(),
    retryAfterMs: z.number().optional(),
    /** Milliseconds of waiting for a turn in the rate budget; milliseconds from leaving our server to Peak's answer. */
    waitedMs: z.number().optional(),
    peakMs: z.number().optional(),
    /** The body was not JSON, or was cut: the status is all we know. `wordless`: it was empty, or a plain yes. */
    unreadable: z.boolean().optional(),
    wordless: z.boolean().optional(),
    /** The answer as it came (cut at 64 kB), kept because its shape is not documented (§10.1). */
    raw: z.string(),
  }),
  /** `maybeStored` false: the request surely never reached Peak (connection refused, name not found). */
  z.object({
    kind: z.literal('no-answer'),
    reason: z.enum(['timeout', 'unreachable', 'aborted', 'redirected']),
    maybeStored: z.boolean(),
  }),
]);
export type RowsAnswer = z.infer<typeof rowsAnswer>;

/** Our own server refused before anything reached Peak; nothing was stored. */
const refusedAnswer = z.object({
  kind: z.literal('refused'),
  code: z.string(),
  retryAfterMs: z.number().optional(),
});
export const batchAnswer = z.union([rowsAnswer, refusedAnswer]);
export type BatchAnswer = z.infer<typeof batchAnswer>;

/** Several batches in one request (lib/gateway/batch-frames): the query of `rowsQuery` without `batch`. */
export const batchesQuery = rowsQuery.omit({ batch: true });
/** One line of the answer, as soon as that batch has its own. A batch without a line is not known to have been taken. */
export const batchLine = z.object({ id: batchId, answer: batchAnswer });
export type BatchLine = z.infer<typeof batchLine>;

/**
 * What our ledger knows of one attempt.
 * - `settled`: SHA-256 (hex) of its rows, and its outcome: indexes and codes, never a row or a message (a message may quote a value).
 * - `under-way`: our server waits for Peak's answer.
 * - `never`: it did not reach us, and if it still should, it will be refused.
 * - `unknown`: the ledger was lost or began later, or the server died while it waited.
 */
export const ledgerAnswer = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('settled'),
    hash: z.string(),
    answer: batchAnswer,
  }),
  z.object({ state: z.enum(['under-way', 'never', 'unknown']) }),
]);
export type LedgerAnswer = z.infer<typeof ledgerAnswer>;
/** `era`: what a claim of this load was answered with before the batch left. */
export const ledgerQuery = z.object({ solution: z.string().min(1), era: z.string().max(80).optional() });

/** A load says that it is being sent; to be repeated before `leaseMs` are over. */
export const claimRequest = z.object({
  solutionName: z.string().min(1),
  loadId: z.string().min(1).max(64),
  over: z.boolean().optional(),
});
export const claimAnswer = z.object({
  /** A stretch of the ledger's life; see `ledgerQuery`. */
  era: z.string(),
  /** Other loads into the same table under way now, whoever sends them. */
  others: z.number().int(),
  leaseMs: z.number(),
});
export type ClaimAnswer = z.infer<typeof claimAnswer>;

export const healthAnswer = z.object({ ok: z.literal(true), version: z.string() });

/** Every code our routes can answer with. Each has a sentence in components/messages, or it does not compile. */
export const GATEWAY_CODES = [
  'request-malformed',
  'origin-refused',
  'body-too-large',
  'connection-unknown',
  'connection-required',
  'too-many-connections',
  'token-empty',
  'token-malformed',
  'token-bearer-prefix',
  'token-wrong-kind',
  'token-refused',
  'token-forbidden',
  'host-not-allowed',
  'host-malformed',
  'sandbox-off',
  'peak-unreachable',
  'peak-timeout',
  'peak-redirected',
  'peak-failed',
  'peak-shape',
  'peak-refused',
  'peak-not-found',
  'peak-rate',
  'model-unknown',
  'rate-budget',
  'batch-given-up',
  'batch-repeated',
  'ledger-down',
  'internal',
] as const;
export const gatewayCode = z.enum(GATEWAY_CODES);
export type GatewayCode = z.infer<typeof gatewayCode>;

export const gatewayError = z.object({
  error: z.object({
    code: gatewayCode,
    /** Facts for the sentence (field, host, status, Peak's own message); never a token, never a row. */
    details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
    /** Milliseconds after which it makes sense to try again. */
    retryAfterMs: z.number().optional(),
    /** To be quoted to whoever reads the server's log. */
    requestId: z.string(),
  }),
});
export type GatewayErrorBody = z.infer<typeof gatewayError>['error'];
