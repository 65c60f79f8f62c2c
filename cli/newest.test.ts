import { describe, expect, it } from 'vitest';
import { systemClock } from '@/lib/base/clock';
import { canonicalJson, fingerprintText } from '@/lib/intake/fingerprint';
import { memoryFiles } from '@/lib/intake/memory-files';
import type { Rules } from '@/lib/intake/protocol';
import { createReading } from '@/lib/intake/reading';
import type { ColumnSpec, TableSpec } from '@/lib/peak/model';
import { parsePlanFile, planFileOf, type PlanFile } from '@/lib/submission/plan-file';
import { attemptDefaults, newLoad } from '@/lib/workspace/records';
import type { Load } from '@/lib/workspace/model';
import { loadIdOf } from './loads-folder';
import { demandNewest, rulesFor } from './plan-at-hand';

const column = (name: string, type: ColumnSpec['type']): ColumnSpec => ({
  name,
  type,
  rawType: type,
  required: name === 'ID',
  nullable: name !== 'ID',
  unchecked: [],
});
const table: TableSpec = {
  name: 'T',
  objectName: 'T',
  columns: [
    column('ID', 'string'),
    column('QTY', 'integer'),
    column('AT', 'date'),
    column('SEEN', 'string'),
    column('MADE', 'date'),
  ],
  primaryKey: ['ID'],
  uniqueKeys: [],
  foreignKeys: [],
};
const header = ['id', 'qty', 'at', 'seen'];
const CSV = `${header.join()}\nA,1,2024-03-01,01/03/2024\nA,2,2024-01-01,01/01/2024\n`;

async function readingOf(rules?: Rules) {
  const reading = createReading({ files: memoryFiles(), clock: systemClock, emit: () => undefined });
  const head = await reading.open({ loadId: 'l', file: new File([CSV], 'a.csv') });
  const summary = rules && (await reading.check({ loadId: 'l', runId: 1, rules }));
  const filter = { kind: 'state', state: 'ready' } as const;
  const ready = rules && (await reading.rows({ loadId: 'l', filter, from: 0, count: 9 }));
  return { head, summary, ready: ready?.rows.map(({ row }) => row) };
}

async function loadOf(newestBy?: string): Promise<Load> {
  const { head } = await readingOf();
  const defaults = { operation: 'UPSERT', duplicates: 'keep-newest', rowsPerBatch: 500 } as const;
  return {
    ...newLoad('l', 'w', 'T', { ...defaults, ...(newestBy !== undefined && { newestBy }) }, 1),
    source: { name: 'a.csv', sizeBytes: 1, lastModified: 1, header, dialect: head.dialect },
    mapping: table.columns.map(({ name }, position) => ({
      column: name,
      source: header[position] === undefined ? { kind: 'null' } : { kind: 'file', position, by: 'exact' },
    })),
  };
}

async function planWith(newestBy?: string): Promise<PlanFile> {
  const to = { host: { kind: 'hub' }, solutionName: 'S', schemaFingerprint: 's' } as const;
  const parsed = parsePlanFile(JSON.stringify(planFileOf(await loadOf(newestBy), to)));
  if (!parsed.ok) throw new Error(parsed.error.code);
  return parsed.value;
}

describe('the newest row of a key', () => {
  it('is the one that a plan file sends, as the app does', async () => {
    const rules = rulesFor(await planWith('AT'), table);
    expect((await readingOf(rules)).ready).toEqual([2]);
  });

  it.each([
    ['newest-unnamed', undefined],
    ['newest-unknown', 'GONE'],
    ['newest-unordered', 'SEEN'],
    ['newest-not-in-file', 'MADE'],
  ])('is not guessed at where the plan has %s, and no row of the key goes', async (code, newestBy) => {
    const plan = await planWith(newestBy);
    const sentence = expect.stringContaining('Columns that can tell it: QTY, AT.') as string;
    const refused = expect.objectContaining({ code, message: sentence }) as Error;
    expect(() => demandNewest(plan, table)).toThrow(refused);
    expect(() => demandNewest({ ...plan, duplicates: 'keep-last' }, table)).not.toThrow();
    const { ready, summary } = await readingOf(rulesFor(plan, table));
    expect([ready, summary?.held]).toEqual([[], 2]);
  });

  it('by another column is another load; without one the load keeps the name it had', async () => {
    const plan = await planWith('AT');
    const id = (of: PlanFile) => loadIdOf(of, 'o', 'f', 0);
    expect(await id({ ...plan, newestBy: 'QTY' })).not.toBe(await id(plan));
    const last = { ...plan, duplicates: 'keep-last' } as const;
    expect(await id(last)).toBe(await id({ ...last, version: 1, newestBy: undefined }));
    const { version: _, host: _host, ...before } = await planWith();
    const { solutionName, operation, duplicates, mapping, repairs } = before;
    const hashed = { origin: 'o', solutionName, table: 'T', operation, duplicates, mapping, repairs };
    const hash = await fingerprintText(canonicalJson({ ...hashed, sourceFingerprint: 'f' }));
    expect(await id(await planWith())).toBe(`T-${hash.slice(0, 16)}`);
  });

  it('is told by the same column in an attempt at the rows that failed', async () => {
    const failed = await loadOf('AT');
    expect(newLoad('again', 'w', 'T', attemptDefaults(failed), 2)).toMatchObject({
      duplicates: 'keep-newest',
      newestBy: 'AT',
      followUp: { of: 'l' },
    });
  });
});
