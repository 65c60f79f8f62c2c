import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readHouse, readTexts } from '../scripts/house/read';
import { RULES } from '../scripts/house/rules';

/*
 * Holds the house of docs/architecture.md. A failure names the file and where its content belongs. The rules
 * are in scripts/house; the test beside them breaks each one on purpose, so that none can fall silent.
 */
const house = readHouse(readTexts(fileURLToPath(new URL('..', import.meta.url))));

describe('the house', () => {
  test('is read at all: rooms, imports and workers are seen', () => {
    const intake = [...house.values()].filter(({ path }) => path.startsWith('lib/intake/'));
    expect(intake.length).toBeGreaterThan(3);
    expect(house.get('lib/gateway/contract.ts')?.imports).toContainEqual({
      to: 'lib/peak/model.ts',
      kind: 'file',
      typeOnly: false,
    });
  });

  test.each(Object.entries(RULES))('%s', (_name, rule) => {
    expect(rule(house)).toEqual([]);
  });
});
