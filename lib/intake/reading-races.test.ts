import { describe, expect, it } from 'vitest';
import { sampleColumn, sampleTable } from '../peak/sample-table';
import type { DuplicatePolicy, Repair } from '../repair/model';
import { IntakeError } from './errors';
import type { KeptFiles } from './keep';
import { memoryFiles } from './memory-files';
import type { Rules } from './protocol';
import type { Reading } from './reading';
import { readingTrial, sampleRules } from './reading-trial';

const table = sampleTable([
  sampleColumn('ID', 'string', { nullable: false }),
  sampleColumn('QTY', 'integer', { nullable: false }),
]);
const rulesOf = (repairs: Repair[] = [], duplicates: DuplicatePolicy = 'keep-last') =>
  sampleRules(table, { repairs, duplicates });
const edit = (text: string): Repair => ({ id: text, kind: 'cell', row: 2, column: 'QTY', text });
const loadId = 'l';
const fileOf = (text: string) => new File([text], 'sales.csv');
const CSV = 'id,qty\nA,x\nB,2\n';

const codeOf = async (promise: Promise<unknown>) => {
  const error: unknown = await promise.catch((reason: unknown) => reason);
  return error instanceof IntakeError ? error.trouble.code : undefined;
};
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await Promise.resolve();
}
async function rowsOf(reading: Reading, rules: Rules) {
  const rows = [];
  const prepared = await reading.prepared(loadId, rules);
  for await (const block of prepared.walk({}, new AbortController().signal)) rows.push(...block);
  return rows;
}

/** Private storage in which the first copy of a file stands still, just before it is declared whole, until `goOn`. */
function slowFiles() {
  const inner = memoryFiles();
  let goOn: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (goOn = resolve));
  let records = 0;
  const files: KeptFiles = {
    ...inner,
    async writer(id, name) {
      if (name === 'about') records += 1;
      if (name === 'about' && records === 2) await gate;
      return inner.writer(id, name);
    },
  };
  return { files, goOn: () => goOn() };
}
const soon = () => new Promise((resolve) => setImmediate(resolve));
async function until(done: () => Promise<boolean>): Promise<void> {
  while (!(await done())) await soon();
}

describe('a re-check that is outrun while it works', () => {
  // How far the first one has come when the second arrives.
  const moments = Array.from({ length: 24 }, (_, at) => [at] as const);

  it.each(moments)('never lets a row with an error pass as ready (after %i turns)', async (count) => {
    const { reading } = readingTrial();
    await reading.open({ loadId, file: fileOf(CSV) });
    await reading.check({ loadId, runId: 1, rules: rulesOf() });
    const mended = reading.check({ loadId, runId: 2, rules: rulesOf([edit('5')]) });
    mended.catch(() => undefined);
    await turns(count);
    const rules = rulesOf([], 'keep-first');
    const summary = await reading.check({ loadId, runId: 3, rules });
    expect(summary).toMatchObject({ ready: 1, held: 1, errors: 1 });
    expect(await rowsOf(reading, rules)).toMatchObject([{ row: 2, state: 'held', json: null }, { row: 3 }]);
  });

  it.each(moments)('leaves no finding of an edit that was taken back (after %i turns)', async (count) => {
    const { reading } = readingTrial();
    await reading.open({ loadId, file: fileOf('id,qty\nA,1\nB,2\n') });
    await reading.check({ loadId, runId: 1, rules: rulesOf() });
    const spoilt = reading.check({ loadId, runId: 2, rules: rulesOf([edit('x')]) });
    spoilt.catch(() => undefined);
    await turns(count);
    const summary = await reading.check({ loadId, runId: 3, rules: rulesOf() });
    expect(summary).toMatchObject({ ready: 2, held: 0, errors: 0, groups: [] });
  });
});

describe('what a plan is frozen from', () => {
  it('is counted and kept under its own rules only', async () => {
    const { reading, files } = readingTrial();
    await reading.open({ loadId, file: fileOf(CSV) });
    await reading.check({ loadId, runId: 1, rules: rulesOf() });
    expect(await reading.counts(loadId, rulesOf())).toMatchObject({ ready: 1 });
    await reading.check({ loadId, runId: 2, rules: rulesOf([edit('5')]) });
    expect(await reading.counts(loadId, rulesOf())).toBeUndefined();
    expect(await codeOf(reading.keepStates(loadId, rulesOf()))).toBe('not-checked');
    expect(await files.read(loadId, 'states')).toBeUndefined();
    await reading.keepStates(loadId, rulesOf([edit('5')]));
    const later = readingTrial({ files: files }).reading;
    expect(await rowsOf(later, rulesOf([edit('5')]))).toMatchObject([{ state: 'ready' }, { state: 'ready' }]);
  });
});

describe('a file that takes the place of another', () => {
  it('is the one that is there after a restart, also when the first was still being copied', async () => {
    const { files, goOn } = slowFiles();
    const { reading, events } = readingTrial({ files: files });
    await reading.open({ loadId, file: fileOf(CSV) });
    await until(async () => (await files.read(loadId, 'source'))?.size === CSV.length);
    const other = CSV.replace('A,x', 'C,3');
    await reading.open({ loadId, file: fileOf(other) });
    await soon();
    goOn();
    const fingerprint = await reading.sourceFingerprint(loadId);
    expect(events.at(-1)).toMatchObject({ event: 'keeping', fingerprint, kept: 'stored' });
    await soon();
    const later = readingTrial({ files: files }).reading;
    const head = await later.open({ loadId });
    expect(head.rows[0]).toMatchObject({ cells: ['C', '3'] });
    expect(await later.sourceFingerprint(loadId)).toBe(fingerprint);
  });

  it('leaves nothing behind when it is erased while it is copied', async () => {
    const { files, goOn } = slowFiles();
    const { reading } = readingTrial({ files: files });
    await reading.open({ loadId, file: fileOf(CSV) });
    await until(async () => (await files.read(loadId, 'source'))?.size === CSV.length);
    const erased = reading.erase(loadId);
    goOn();
    await erased;
    await soon();
    expect(await files.read(loadId, 'source')).toBeUndefined();
    expect(await files.read(loadId, 'about')).toBeUndefined();
  });

  it('leaves no half of a copy in storage that turned out too small', async () => {
    const inner = memoryFiles();
    let writes = 0;
    const files: KeptFiles = {
      ...inner,
      async writer(id, name) {
        const writer = await inner.writer(id, name);
        const write = (bytes: Uint8Array<ArrayBuffer>) => {
          if (name === 'source' && (writes += 1) > 1) throw new Error('full');
          writer.write(bytes);
        };
        return { ...writer, write };
      },
    };
    const { reading, events } = readingTrial({ files: files });
    // Copied in slices of 4 MB, so this takes two.
    await reading.open({ loadId, file: fileOf(`${CSV}${'C,3\n'.repeat(1_100_000)}`) });
    await reading.sourceFingerprint(loadId);
    expect(events.at(-1)).toMatchObject({ kept: 'attached' });
    expect((await files.read(loadId, 'source'))?.size).toBe(0);
  });

  it('is attached only, when its copy could not be finished', async () => {
    const inner = memoryFiles();
    const files: KeptFiles = {
      ...inner,
      async writer(id, name) {
        const writer = await inner.writer(id, name);
        if (name !== 'source') return writer;
        const close = () => {
          writer.close();
          throw new Error('the disk is full');
        };
        return { ...writer, close };
      },
    };
    const { reading, events } = readingTrial({ files: files });
    await reading.open({ loadId, file: fileOf(CSV) });
    await reading.sourceFingerprint(loadId);
    expect(events.at(-1)).toMatchObject({ event: 'keeping', kept: 'attached' });
    expect(await codeOf(readingTrial({ files: files }).reading.open({ loadId }))).toBe('file-gone');
  });
});
