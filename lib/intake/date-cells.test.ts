import { describe, expect, it } from 'vitest';
import { makeWorkbook, type MadeCell } from '../../e2e/files/make-workbook';
import { sampleColumn, sampleTable } from '../peak/sample-table';
import type { ColumnRule, Repair } from '../repair/model';
import { readingTrial, sampleRules } from './reading-trial';

const table = sampleTable([sampleColumn('ID', 'string'), sampleColumn('SIZE', 'string')]);

/** What is found in cells of a text column, by row, and what they are sent as. */
async function found(cells: readonly MadeCell[], repairs: Repair[] = []) {
  const rows = [['id', 'size'], ...cells.map((cell, at) => [`k${at}`, cell])];
  const formats = ['d-mmm', 'hh:mm', '[h]:mm', 'yyyy-mm-dd hh:mm'];
  const bytes = makeWorkbook({ formats, sheets: [{ name: 'S', rows }] });
  const { reading } = readingTrial();
  await reading.open({ loadId: 'l', file: new File([bytes], 'a.xlsx') });
  const { groups } = await reading.check({ loadId: 'l', runId: 1, rules: sampleRules(table, { repairs }) });
  const { rows: all } = await reading.rows({ loadId: 'l', filter: { kind: 'all' }, from: 0, count: 50 });
  return {
    said: groups.map(({ code, severity, examples }) => [code, severity, examples.map(({ row }) => row)]),
    sent: all.map(({ tokens }) => tokens[1]),
  };
}

describe('days and times of a workbook in a column of texts', () => {
  it('are said, because nobody sees them as they are sent: 5-Mar may have been a code', async () => {
    const cells = ['3-4', { n: '45356', style: 1 }, { n: '0.4375', style: 2 }, { n: '1.1', style: 3 }];
    expect(await found([...cells, { n: '45356.5', style: 4 }])).toEqual({
      said: [['text-date-cell', 'warning', [3, 4, 5, 6]]],
      sent: ['"3-4"', '"2024-03-05"', '"10:30:00"', '"26:24:00"', '"2024-03-05 12:00:00"'],
    });
  });

  it('are told from texts that look like them, shared or in line', async () => {
    const texts = [
      '2024-03-05',
      { inline: '2024-03-05' },
      '10:30:00',
      '2024-03-05 12:00:00',
      { inline: '10:30:00' },
    ];
    expect((await found(texts)).said).toEqual([]);
  });

  it('are not said once a rule or an edit has made something else of them', async () => {
    const cell = { n: '45356', style: 1 };
    const rule: ColumnRule = { rule: 'map-values', values: [{ from: '2024-03-05', to: '3-5' }] };
    expect(await found([cell], [{ id: '1', kind: 'column', column: 'SIZE', rule }])).toEqual({
      said: [],
      sent: ['"3-5"'],
    });
    const edit: Repair = { id: '1', kind: 'cell', row: 2, column: 'SIZE', text: '2024-03-05' };
    expect((await found([cell], [edit])).said).toEqual([]);
  });
});
