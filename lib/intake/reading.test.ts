import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleColumn, sampleTable } from '../peak/sample-table';
import type { DuplicatePolicy, Repair } from '../repair/model';
import { IntakeError } from './errors';
import { memoryFiles } from './memory-files';
import type { RowFilter, Rules } from './protocol';
import { readingTrial, sampleRules } from './reading-trial';
import { rowId } from './row-id';

const table = sampleTable(
  [
    sampleColumn('ID', 'string', { nullable: false }),
    sampleColumn('QTY', 'integer'),
    sampleColumn('AT', 'date'),
  ],
  { name: 'QP_SALE_OOTB', objectName: 'SALE' },
);
const rulesOf = (repairs: Repair[] = [], duplicates: DuplicatePolicy = 'keep-last') =>
  sampleRules(table, { repairs, duplicates, operation: duplicates === 'keep-all' ? 'APPEND' : 'UPSERT' });
const CSV = 'id;qty;at\nA;1;2024-01-31\nB;x;31/01/2024\n\nA;2;2024-02-01\nC;3.0;2024-02-30\nA;2;2024-02-01\n';
const fileOf = (text: string, name = 'sales.csv') => new File([text], name);
const edit = (row: number, column: string, text: string): Repair => ({
  id: `${row}${column}${text}`,
  kind: 'cell',
  row,
  column,
  text,
});
const skip = (row: number): Repair => ({ id: `skip${row}`, kind: 'skip', row });

const codeOf = async (promise: Promise<unknown>) => {
  const error: unknown = await promise.catch((reason: unknown) => reason);
  return error instanceof IntakeError ? error.trouble.code : error;
};

describe('checking a file', () => {
  it('counts every row once and names what it found by the user’s own row numbers', async () => {
    const { reading, events } = readingTrial();
    const head = await reading.open({ loadId: 'l', file: fileOf(CSV) });
    expect(head.header).toEqual(['id', 'qty', 'at']);
    const summary = await reading.check({ loadId: 'l', runId: 1, rules: rulesOf() });
    expect(summary).toMatchObject({
      rows: 5,
      blankRows: 1,
      ready: 1,
      held: 2,
      superseded: 2,
      skipped: 0,
      errors: 4,
    });
    expect(summary.duplicates).toMatchObject({ keys: 1, extraRows: 2, identical: 1, conflicting: 1 });
    expect(summary.duplicates.examples).toEqual([{ key: ['A'], rows: [2, 5, 7], copies: 3 }]);
    const found = summary.groups.map(({ code, column, count, examples }) => [
      code,
      column,
      count,
      examples[0]?.row,
    ]);
    expect(found).toEqual(
      expect.arrayContaining([
        ['integer-malformed', 'QTY', 1, 3],
        ['integer-point-zero', 'QTY', 1, 6],
        ['date-order-unknown', 'AT', 1, 3],
        ['date-not-in-calendar', 'AT', 1, 6],
        ['key-duplicate-conflicting', null, 1, 2],
        ['key-duplicate-identical', null, 1, 5],
      ]),
    );
    const order = summary.groups.find((group) => group.code === 'date-order-unknown');
    expect(order?.offer).toEqual({ rule: 'date-order', order: 'day-first' });
    const last = events.filter((event) => event.event === 'checking').at(-1);
    expect(last).toMatchObject({ rows: 5, bytes: CSV.length, totalBytes: CSV.length });
  });

  it('answers windows of rows by state, finding and edit', async () => {
    const { reading } = readingTrial();
    await reading.open({ loadId: 'l', file: fileOf(CSV) });
    await reading.check({ loadId: 'l', runId: 1, rules: rulesOf([edit(3, 'QTY', '5')]) });
    const rowsOf = async (filter: RowFilter) => {
      const window = await reading.rows({ loadId: 'l', filter, from: 0, count: 10 });
      return [window.total, ...window.rows.map((row) => row.row)];
    };
    expect(await rowsOf({ kind: 'all' })).toEqual([6, 2, 3, 4, 5, 6, 7]);
    expect(await rowsOf({ kind: 'state', state: 'held' })).toEqual([2, 3, 6]);
    expect(await rowsOf({ kind: 'state', state: 'blank' })).toEqual([1, 4]);
    expect(await rowsOf({ kind: 'finding', code: 'date-not-in-calendar', column: 'AT' })).toEqual([1, 6]);
    expect(await rowsOf({ kind: 'finding', code: 'key-duplicate-identical', column: null })).toEqual([1, 5]);
    expect(await rowsOf({ kind: 'edited' })).toEqual([1, 3]);
    const held = await reading.rows({ loadId: 'l', filter: { kind: 'edited' }, from: 0, count: 1 });
    expect(held.rows[0]).toMatchObject({
      cells: ['B', 'x', '31/01/2024'],
      tokens: ['"B"', '5', null],
      state: 'held',
      findings: [{ code: 'date-order-unknown', severity: 'error', column: 'AT' }],
    });
  });

  it('ends an older run when a newer one comes', async () => {
    const { reading } = readingTrial();
    await reading.open({ loadId: 'l', file: fileOf(CSV) });
    const older = codeOf(reading.check({ loadId: 'l', runId: 1, rules: rulesOf() }));
    const newer = reading.check({ loadId: 'l', runId: 2, rules: rulesOf([skip(2)]) });
    expect(await older).toBe('cancelled');
    expect((await newer).skipped).toBe(1);
    expect(await codeOf(reading.check({ loadId: 'l', runId: 1, rules: rulesOf() }))).toBe('cancelled');
  });

  it('says what is missing when a call comes too early', async () => {
    const { reading } = readingTrial();
    const rows = { loadId: 'l', filter: { kind: 'all' as const }, from: 0, count: 1 };
    expect(await codeOf(reading.rows(rows))).toBe('load-not-open');
    expect(await codeOf(reading.open({ loadId: 'l' }))).toBe('file-gone');
    expect(await codeOf(reading.open({ loadId: 'l', file: fileOf('%PDF-1.4') }))).toBe('file-is-pdf');
    await reading.open({ loadId: 'l', file: fileOf(CSV) });
    expect(await codeOf(reading.rows(rows))).toBe('not-checked');
  });

  it('gives the same outcome by re-checking single rows as by checking anew, for any edits in any order', async () => {
    const cell = fc.constantFrom('A', 'B', '1', '2', '2.0', 'x', '', '2024-01-31', '31/01/2024', '1,5', ' A');
    const row = fc.tuple(cell, cell, cell);
    const change = fc.oneof(
      fc.record({
        row: fc.integer({ min: 2, max: 12 }),
        column: fc.constantFrom('ID', 'QTY', 'AT'),
        text: cell,
      }),
      fc.record({ row: fc.integer({ min: 2, max: 12 }), skip: fc.boolean() }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc
          .array(row, { minLength: 2, maxLength: 10 })
          .filter((rows) => rows.some((cells) => cells.join('') !== '')),
        fc.array(change, { minLength: 1, maxLength: 8 }),
        fc.constantFrom<DuplicatePolicy>('keep-last', 'keep-first', 'hold-all', 'keep-all'),
        async (rows, changes, policy) => {
          const csv = `id,qty,at\n${rows.map((cells) => cells.map((text) => `"${text}"`).join(',')).join('\n')}\n`;
          const { reading } = readingTrial();
          await reading.open({ loadId: 'l', file: fileOf(csv) });
          let repairs: Repair[] = [];
          await reading.check({ loadId: 'l', runId: 1, rules: rulesOf(repairs, policy) });
          let summary = await reading.check({ loadId: 'l', runId: 2, rules: rulesOf(repairs, policy) });
          for (const [at, step] of changes.entries()) {
            if ('text' in step) repairs = [...repairs, edit(step.row, step.column, step.text)];
            else
              repairs = [
                ...repairs.filter(({ id }) => id !== `skip${step.row}`),
                ...(step.skip ? [skip(step.row)] : []),
              ];
            const rules = rulesOf(repairs, policy);
            summary = await reading.check({ loadId: 'l', runId: at + 3, rules });
          }
          const fresh = readingTrial().reading;
          await fresh.open({ loadId: 'l', file: fileOf(csv) });
          const whole = await fresh.check({ loadId: 'l', runId: 1, rules: rulesOf(repairs, policy) });
          // Examples may be fewer after edits took some away; everything counted is the same.
          const counted = (value: typeof whole) => ({
            ...value,
            ms: 0,
            groups: value.groups
              .map(({ examples: _examples, ...group }) => JSON.stringify(group))
              .sort((a, b) => a.localeCompare(b)),
          });
          expect(counted(summary)).toEqual(counted(whole));
          expect(summary.ready + summary.held + summary.skipped + summary.superseded).toBe(summary.rows);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('what checking hands to sending', () => {
  const all = async (
    reading: ReturnType<typeof readingTrial>['reading'],
    rules: Rules,
    firstRow?: number,
  ) => {
    const prepared = await reading.prepared('l', rules);
    const rows = [];
    const span = firstRow === undefined ? {} : { firstRow };
    for await (const block of prepared.walk(span, new AbortController().signal)) rows.push(...block);
    return { prepared, rows };
  };
  const EXPECTED = [
    { row: 2, state: 'superseded', json: null },
    { row: 3, state: 'held', json: null },
    { row: 5, state: 'superseded', json: null },
    { row: 6, state: 'held', json: null },
    { row: 7, state: 'ready', json: '{"ID":"A","QTY":2,"AT":"2024-02-01"}' },
  ];

  it('is every data row once, in file order, with its JSON', async () => {
    const { reading } = readingTrial();
    await reading.open({ loadId: 'l', file: fileOf(CSV) });
    await reading.check({ loadId: 'l', runId: 1, rules: rulesOf() });
    const { prepared, rows } = await all(reading, rulesOf());
    expect(rows).toEqual(EXPECTED);
    expect((await all(reading, rulesOf(), 6)).rows).toEqual(EXPECTED.slice(3));
    expect(await prepared.cells([6, 2, 99])).toEqual(
      new Map([
        [2, ['A', '1', '2024-01-31']],
        [6, ['C', '3.0', '2024-02-30']],
      ]),
    );
  });

  it('comes back after a restart from what was kept, without a check', async () => {
    const { reading, files, events } = readingTrial();
    await reading.open({ loadId: 'l', file: fileOf(CSV) });
    await reading.check({ loadId: 'l', runId: 1, rules: rulesOf() });
    await reading.keepStates('l', rulesOf());
    const fingerprint = await reading.sourceFingerprint('l');
    expect(events.at(-1)).toMatchObject({ event: 'keeping', kept: 'stored', fingerprint });

    const after = readingTrial({ files: files }).reading;
    expect((await all(after, rulesOf())).rows).toEqual(EXPECTED);
    expect(await after.sourceFingerprint('l')).toBe(fingerprint);
    expect(await codeOf(after.prepared('l', rulesOf([skip(2)])))).toBe('not-checked');
    await after.erase('l');
    expect(await codeOf(readingTrial({ files: files }).reading.open({ loadId: 'l' }))).toBe('file-gone');
  });

  it('takes the same file again where there was no room to keep it, and refuses another', async () => {
    const { reading, files, events } = readingTrial({ files: memoryFiles(50) });
    await reading.open({ loadId: 'l', file: fileOf(CSV) });
    const fingerprint = (await reading.sourceFingerprint('l')) ?? '';
    expect(events.at(-1)).toMatchObject({ event: 'keeping', kept: 'attached', fingerprint });
    const after = readingTrial({ files: files }).reading;
    expect(
      await codeOf(after.open({ loadId: 'l', file: fileOf(`${CSV}D;4;2024-01-01\n`), fingerprint })),
    ).toBe('file-changed');
    await after.open({ loadId: 'l', file: fileOf(CSV), fingerprint });
    expect(await after.sourceFingerprint('l')).toBe(fingerprint);
  });

  it('does not change when the user goes on editing', async () => {
    const { reading } = readingTrial();
    await reading.open({ loadId: 'l', file: fileOf(CSV) });
    await reading.check({ loadId: 'l', runId: 1, rules: rulesOf() });
    const prepared = await reading.prepared('l', rulesOf());
    await reading.check({ loadId: 'l', runId: 2, rules: rulesOf([skip(7)]) });
    const states = [];
    for await (const block of prepared.walk({}, new AbortController().signal)) states.push(...block);
    expect(states).toEqual(EXPECTED);
  });
});

describe('files for a spreadsheet', () => {
  it('hold the rows that need work in the user’s own columns, with an id, and nothing a spreadsheet would run', async () => {
    const { reading } = readingTrial();
    const csv = 'id;qty;at\n=cmd();x;2024-01-31\n"-2;5";-5;\n@x;-1.5;2024-01-01\n';
    await reading.open({ loadId: 'l', file: fileOf(csv) });
    await reading.check({ loadId: 'l', runId: 1, rules: rulesOf() });
    const held = await reading.exportRows('l', 'held-rows');
    expect(held.name).toBe('sales-held-rows.csv');
    expect(await held.file.text()).toBe(
      'id;qty;at;onramp_row\r\n' +
        `'=cmd();x;2024-01-31;${rowId(2, ['=cmd()', 'x', '2024-01-31'])}\r\n` +
        `'@x;-1.5;2024-01-01;${rowId(4, ['@x', '-1.5', '2024-01-01'])}\r\n`,
    );
    const findings = await (await reading.exportRows('l', 'findings')).file.text();
    expect(findings).toContain('2;QTY;error;integer-malformed;x\r\n');

    const again = readingTrial().reading;
    const head = await again.open({ loadId: 'm', file: new File([held.file], 'again.csv') });
    expect(head.header).toEqual(['id', 'qty', 'at', 'onramp_row']);
    expect(head.rows).toHaveLength(2);
  });
});
