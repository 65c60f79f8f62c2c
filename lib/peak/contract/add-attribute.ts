import { z } from 'zod';
import { assumed, documented } from './mark';
import { validation, wireType } from './table-definition';

/** `POST /api/v2/schema/{objectName}/add-attribute` (§3.5). */
export const addAttributeRequest = z.strictObject({
  solutionName: z.string().min(1).meta(documented('§3.5')),
  columnName: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]{0,126}$/, 'must be UPPERCASE letters, digits and _')
    .meta(documented('§3.5')),
  dataType: wireType.meta(documented('§3.5')),
  defaultValue: z.string().optional().meta(documented('§3.5')),
  /** Exactly one of `required` and `optional` since 15 Jun 2026 (§3.2). */
  validations: z.array(validation).min(1).meta(documented('§3.5')),
});

/** Nothing of the answer is published. */
export const addAttributeAnswer = z.looseObject({
  objectName: z.string().optional().meta(assumed('§3.5')),
  columnName: z.string().optional().meta(assumed('§3.5')),
});
