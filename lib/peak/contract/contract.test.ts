import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { addAttributeAnswer, addAttributeRequest } from './add-attribute';
import { rolloutAnswer, rolloutRequest } from './rollout';
import { ingestAnswer, ingestRequest, refusalAnswer } from './rows';
import { schemaSaveAnswer, schemaSaveRequest } from './schema-save';
import { solutionSchemaAnswer } from './solution-schema';
import { solutionsAnswer } from './solutions';
import { schemaDefinition } from './table-definition';

const REQUESTS = { addAttributeRequest, rolloutRequest, ingestRequest, schemaSaveRequest, schemaDefinition };
const ANSWERS = {
  addAttributeAnswer,
  rolloutAnswer,
  ingestAnswer,
  refusalAnswer,
  schemaSaveAnswer,
  solutionSchemaAnswer,
  solutionsAnswer,
};

const sections = new Set(
  [...readFileSync('docs/peak-api.md', 'utf8').matchAll(/^#{2,3} (\d+(?:\.\d+)?)\b/gm)].map(
    ([, number]) => number,
  ),
);

interface Field {
  readonly path: string;
  readonly source: unknown;
  readonly strict: boolean;
}

/** Every key of every object in a schema, read from the JSON Schema that zod writes, metadata included. */
function fieldsOf(schema: z.ZodType, path: string): Field[] {
  const walk = (node: unknown, at: string): Field[] => {
    if (Array.isArray(node)) return node.flatMap((item) => walk(item, at));
    if (typeof node !== 'object' || node === null) return [];
    const strict = 'additionalProperties' in node && node.additionalProperties === false;
    const own =
      'properties' in node && typeof node.properties === 'object' && node.properties !== null
        ? Object.entries(node.properties).flatMap(([key, value]: [string, unknown]) => [
            {
              path: `${at}.${key}`,
              source: typeof value === 'object' && value && 'source' in value ? value.source : undefined,
              strict,
            },
            ...walk(value, `${at}.${key}`),
          ])
        : [];
    const inner = (['items', 'anyOf', 'oneOf', 'allOf'] as const).flatMap((key) =>
      key in node ? walk(Reflect.get(node, key), at) : [],
    );
    return [...own, ...inner];
  };
  return walk(z.toJSONSchema(schema, { io: 'input', reused: 'inline' }), path);
}

describe('the wire contract', () => {
  const all = Object.entries({ ...REQUESTS, ...ANSWERS });

  it.each(all)('says of every field of %s where the knowledge comes from', (name, schema) => {
    const fields = fieldsOf(schema, name);
    expect(fields.length).toBeGreaterThan(0);
    for (const { path, source } of fields) {
      expect(source, path).toMatch(/^(documented|assumed) §\d+(\.\d+)?$/);
      expect(sections, `${path} cites a section that docs/peak-api.md does not have`).toContain(
        String(source).split('§')[1],
      );
    }
  });

  it.each(Object.entries(REQUESTS))('refuses keys it does not know in %s', (name, schema) => {
    for (const { path, strict } of fieldsOf(schema, name)) expect(strict, path).toBe(true);
  });

  it.each(Object.entries(ANSWERS))('reads over keys it does not know in %s', (name, schema) => {
    for (const { path, strict } of fieldsOf(schema, name)) expect(strict, path).toBe(false);
  });
});
