import { describe, expect, it } from 'vitest';
import { letters, makeWorkbook } from '../../e2e/files/make-workbook';
import { sampleColumn, sampleTable } from '../peak/sample-table';
import { readingTrial, sampleRules } from './reading-trial';

const table = sampleTable(
  ['ID', 'CITY', 'FAR'].map((name) => sampleColumn(name, 'string', { required: false })),
);
/** The column of the stray value, from 0. */
const FAR = 999;
const rules = sampleRules(table, {
  mapping: table.columns.map(({ name }, at) => ({
    column: name,
    source: { kind: 'file', position: name === 'FAR' ? FAR : at, by: 'user' },
  })),
});

const text = (ref: string, value: string) => `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
const rowOf = (row: number, id: string, city: string, far?: string) =>
  `<row r="${row}">${text(`A${row}`, id)}${text(`B${row}`, city)}${far === undefined ? '' : text(`${letters(FAR + 1)}${row}`, far)}</row>`;

/** A sheet of two columns in which values stand far to the right. */
async function wide(data: string) {
  const bytes = makeWorkbook({ sheets: [{ name: 'S', data }] });
  const { reading } = readingTrial();
  const head = await reading.open({ loadId: 'l', file: new File([bytes], 'a.xlsx') });
  const summary = await reading.check({ loadId: 'l', runId: 1, rules });
  const window = await reading.rows({ loadId: 'l', filter: { kind: 'all' }, from: 0, count: 50 });
  return { reading, head, summary, window };
}

describe('a workbook with a value far to the right', () => {
  const named = rowOf(1, 'id', 'city', 'far');
  const many = Array.from({ length: 400 }, (_, at) =>
    rowOf(at + 2, `k${at}`, 'Yangon', at === 300 ? 'x' : undefined),
  );
  const rows = named + many.join('');

  it('has as many columns as that, and rows that end earlier are whole', async () => {
    const { head, summary, window } = await wide(rows);
    expect(head.header).toHaveLength(FAR + 1);
    expect(head.notes.map(({ code }) => code)).toEqual(['header-empty']);
    expect(head.rows[0]?.cells).toHaveLength(FAR + 1);
    expect(summary).toMatchObject({ ready: 400, held: 0, errors: 0, groups: [] });
    expect(window.rows[1]?.tokens).toEqual(['"k1"', '"Yangon"', 'null']);
  });

  it('empty texts of one column are told from its cells without a value', async () => {
    const empty = `<row r="2">${text('A2', 'k')}<c r="${letters(FAR + 1)}2" t="inlineStr"><is><t></t></is></c></row>`;
    const { summary } = await wide(named + empty + rowOf(3, 'l', 'Yangon'));
    expect(summary.groups.map(({ code, count }) => [code, count])).toContainEqual(['text-empty-quoted', 1]);
  });

  it('the headings once more are found, though they end earlier', async () => {
    const again = rowOf(1, 'id', 'city') + rowOf(2, 'k', 'Yangon', 'x') + rowOf(3, 'City', 'Id');
    const { head, summary } = await wide(again);
    expect(head.header).toHaveLength(FAR + 1);
    expect(summary.groups.map(({ code, count }) => [code, count])).toEqual([['header-only-row', 1]]);
  });

  it('cells beyond where a row ends take edits', async () => {
    const { reading } = await wide(rows);
    const edit = { id: 'e', kind: 'cell', row: 2, column: 'FAR', text: 'y' } as const;
    const edited = { ...rules, repairs: [edit] };
    await reading.check({ loadId: 'l', runId: 2, rules: edited });
    const window = await reading.rows({ loadId: 'l', filter: { kind: 'edited' }, from: 0, count: 5 });
    expect(window.rows.map(({ tokens }) => tokens)).toEqual([['"k0"', '"Yangon"', '"y"']]);
  });
});
