import { z } from 'zod';
import { assumed, documented } from './mark';

/** `POST /api/v2/objects/{table}` (§4). */

/** The documented spelling first; the other two stand on older or per-object pages (§2). */
export const INGEST_PATHS = [
  '/api/v2/objects/{table}',
  '/api/v2/object/{table}',
  '/api/v2/ingest/object/{table}',
] as const;

/** One row, flat: column name to value. Not looked into here, since a batch holds hundreds. */
export const ingestRequest = z.strictObject({
  solutionName: z.string().min(1).meta(documented('§4.1')),
  data: z.array(z.unknown()).meta(documented('§4.1')),
  operationType: z.enum(['UPSERT', 'APPEND']).meta(documented('§4.1')),
  dryRun: z.boolean().default(false).meta(assumed('§4.1')),
});

/** The three parts of an error are documented, their spelling is not (§4.3, 4.4). */
export const wireError = z.looseObject({
  code: z.string().optional().meta(assumed('§4.4')),
  category: z.string().optional().meta(assumed('§4.3')),
  message: z.string().optional().meta(assumed('§4.3')),
  column: z.string().optional().meta(assumed('§4.3')),
});

export const failedRowAnswer = z.looseObject({
  /** Place in `data`, counted from 0. */
  index: z.number().int().optional().meta(assumed('§4.3')),
  errors: z.array(wireError).optional().meta(assumed('§4.3')),
});

/** 200 all accepted, 207 part of them, 400 none. */
export const ingestAnswer = z.looseObject({
  accepted: z.number().int().optional().meta(assumed('§4.3')),
  failed: z.array(failedRowAnswer).meta(documented('§4.3')),
});

/** An answer that refuses a request as a whole, whatever the endpoint. */
export const refusalAnswer = z.looseObject({ error: wireError.meta(assumed('§4.3')) });
