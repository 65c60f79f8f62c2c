import { z } from 'zod';
import { assumed, documented } from './mark';

/** Semantic version (§3.1). */
export const appVersion = z
  .string()
  .regex(/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/, 'must be a semantic version, e.g. 1.0.0');

/** `POST /api/v2/schema` (§3.2). Saved: 201. Dry run: 200. A pair saved before is refused (409 assumed). */
export const schemaSaveRequest = z.strictObject({
  appName: z.string().trim().min(1).meta(documented('§3.2')),
  appVersion: appVersion.meta(documented('§3.2')),
  /** A JSON array of table definitions, inside a string. */
  schemaDefinition: z.string().min(1).meta(documented('§3.2')),
  schemaSynergyTag: z.string().optional().meta(documented('§3.2')),
  dryRun: z.boolean().default(false).meta(documented('§3.2')),
});

/** Nothing of the answer is published. */
export const schemaSaveAnswer = z.looseObject({
  appName: z.string().optional().meta(assumed('§3.2')),
  appVersion: z.string().optional().meta(assumed('§3.2')),
  tableCount: z.number().optional().meta(assumed('§3.2')),
  dryRun: z.boolean().optional().meta(assumed('§3.2')),
});
