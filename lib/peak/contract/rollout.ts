import { z } from 'zod';
import { assumed, documented } from './mark';
import { appVersion } from './schema-save';
import { identifier } from './table-definition';

const affix = z.string().regex(/^[A-Za-z0-9_]{0,60}$/, 'may hold letters, digits and _');

/** `POST /api/v2/schema/rollout` (§3.3). The names are documented, the assembled body is our reading. */
export const rolloutRequest = z.strictObject({
  solutionName: z.string().trim().min(1).meta(documented('§3.1')),
  prefix: affix.default('').meta(documented('§3.1')),
  suffix: affix.default('').meta(documented('§3.1')),
  appName: z.string().trim().min(1).meta(documented('§3.1')),
  appVersion: appVersion.meta(documented('§3.1')),
  targetSchemaName: identifier.meta(documented('§3.1')),
});
export type RolloutRequest = z.infer<typeof rolloutRequest>;

/** One entry of the two lists: a plain name, or an object that names the table and says why (§3.3). */
export const rolloutObject = z.union([
  z.string(),
  z.looseObject({
    objectName: z.string().optional().meta(assumed('§3.3')),
    code: z.string().optional().meta(assumed('§3.3')),
    category: z.string().optional().meta(assumed('§3.3')),
    message: z.string().optional().meta(assumed('§3.3')),
  }),
]);

export const rolloutAnswer = z.looseObject({
  successfulObjects: z.array(rolloutObject).meta(documented('§3.3')),
  failedObjects: z.array(rolloutObject).meta(documented('§3.3')),
});
