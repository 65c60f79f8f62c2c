import type { SolutionSchema } from '@/lib/peak/model';
import type { Facts } from '@/lib/workspace/model';

/** What reading a schema proves about itself. `readAt`: milliseconds since the epoch. */
export const schemaReadFact = (schema: SolutionSchema, readAt: number): NonNullable<Facts['schemaRead']> => ({
  at: readAt,
  fingerprint: schema.fingerprint,
  tables: schema.tables.length,
  withKey: schema.tables.filter((table) => table.primaryKey.length > 0).length,
});

/**
 * Facts of a rollout that somebody else made (Peak's staff do so most of the time, §3.3): the live schema is the
 * proof. `expected` is what the standard schema plans, where it is known; else what is there.
 */
export function recognisedFacts(
  schema: SolutionSchema,
  readAt: number,
  expected?: readonly string[],
): Pick<Facts, 'rollout' | 'schemaRead'> {
  const there = schema.tables.map((table) => table.name);
  return {
    schemaRead: schemaReadFact(schema, readAt),
    rollout: {
      at: readAt,
      expected: [...(expected ?? there)],
      successful: there,
      failed: [],
      recognised: true,
    },
  };
}
