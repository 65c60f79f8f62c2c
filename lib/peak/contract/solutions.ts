import { z } from 'zod';
import { assumed, documented } from './mark';

/** `GET /api/v2/schema/solutions` (§3.6). */
export const solutionEntry = z.looseObject({
  solutionName: z.string().meta(documented('§3.6')),
  prefix: z.string().optional().meta(documented('§3.6')),
  suffix: z.string().optional().meta(documented('§3.6')),
  targetSchemaName: z.string().optional().meta(documented('§3.6')),
  tableCount: z.number().optional().meta(documented('§3.6')),
  appName: z.string().optional().meta(assumed('§3.6')),
  appVersion: z.string().optional().meta(assumed('§3.6')),
});

/** A bare array or one under a name: the wrapper is not published. */
export const solutionsAnswer = z.union([
  z.array(solutionEntry),
  z.looseObject({ solutions: z.array(solutionEntry).meta(assumed('§3.6')) }),
  z.looseObject({ data: z.array(solutionEntry).meta(assumed('§3.6')) }),
]);
