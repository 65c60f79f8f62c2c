import { describe, expect, it } from 'vitest';
import { load as sampleLoad } from '@/lib/checklist/derive-samples';
import type { Dialect } from '@/lib/files/model';
import type { Load } from '@/lib/workspace/model';
import type { Repair } from '@/lib/repair/model';
import { carryRules, headingsBefore } from './carry-rules';
import { withReading, withSource } from './load-change';

const join: Repair = {
  id: 'j',
  kind: 'column',
  column: 'NAME',
  rule: { rule: 'join', positions: [1, 2], separator: ' ' },
};
const trim: Repair = { id: 't', kind: 'column', column: 'NAME', rule: { rule: 'trim' } };
const edit: Repair = { id: 'e', kind: 'cell', row: 7, column: 'NAME', text: 'x' };
const skip: Repair = { id: 's', kind: 'skip', row: 9 };
const header = ['id', 'First name', 'last'];

describe('rules of columns beside another file', () => {
  it.each([
    ['the same headings', header, [1, 2]],
    ['one column more behind', [...header, 'source_row'], [1, 2]],
    ['other places', ['last', 'id', 'first_name'], [2, 0]],
    ['a heading gone', ['id', 'first', 'last'], undefined],
    ['a heading twice', ['last', 'first name', 'last', 'id'], undefined],
  ] as const)('take the columns they were made for, with %s', (_what, now, positions) => {
    const [first, second] = carryRules([join, trim, edit], header, now);
    if (positions === undefined) expect([first, second]).toEqual([trim, undefined]);
    else
      expect([first, second]).toEqual([{ ...join, rule: { rule: 'join', positions, separator: ' ' } }, trim]);
  });
});

describe('the answer that days and months are exchanged', () => {
  const dialect: Dialect = {
    encoding: 'utf-8',
    bom: false,
    delimiter: ',',
    newline: '\n',
    quote: '"',
    headerRow: 1,
    decidedBy: { encoding: 'valid-utf-8', delimiter: 'consistent' },
  };
  const source = { name: 'a.csv', sizeBytes: 9, lastModified: 0, dialect, header };
  const told = (id: string, turned: boolean): Repair => ({
    id,
    kind: 'column',
    column: 'SOLD',
    rule: { rule: 'date-order', order: 'day-first', ...(turned && { turned }) },
  });
  const before = {
    ...sampleLoad(),
    account: null,
    source,
    repairs: [trim, told('o', false), told('x', true)],
  };
  const ids = ({ repairs }: Load) => repairs.map(({ id }) => id);

  it('goes with no other file, of which it is asked anew', () => {
    expect(ids(withSource({ ...source, name: 'b.csv' }, [])(before))).toEqual(['t', 'o']);
    const of = (...sheets: string[]) => ({
      ...source,
      dialect: { ...dialect, workbook: { sheets, byName: false } },
    });
    expect(ids(withReading(of('May', 'June'), [])({ ...before, source: of('May') }))).toEqual(['t', 'o']);
  });

  it('stays where the file is read otherwise, and with rows that are taken up again', () => {
    const now = { ...source, dialect: { ...dialect, delimiter: ';' } };
    expect(ids(withReading(now, [])(before))).toEqual(['t', 'o', 'x']);
    expect(ids(withSource(source, [])({ ...before, source: null }))).toEqual(['t', 'o', 'x']);
  });
});

describe('the count of cells that a rule changed', () => {
  it.each([
    ['the same headings', header],
    ['other headings', ['id', 'first', 'last']],
  ])('is that of the former file and is not carried to another one: with %s', (_what, now) => {
    expect(carryRules([{ ...trim, touched: 300 }], header, now)).toEqual([trim]);
  });
});

describe('another reading of the same file', () => {
  const dialect: Dialect = {
    encoding: 'windows-1252',
    bom: false,
    delimiter: ',',
    newline: '\n',
    quote: '"',
    headerRow: 1,
    decidedBy: { encoding: 'undecided', delimiter: 'consistent' },
  };
  const source = { name: 'a.csv', sizeBytes: 9, lastModified: 0, dialect, header };
  const before = { ...sampleLoad(), account: null, source, repairs: [edit, join, skip] };
  it.each<[string, Partial<Dialect>, string[]]>([
    ['letters', { encoding: 'windows-1250' }, ['e', 'j', 's']],
    ['headings', { headerRow: 3 }, ['e', 'j', 's']],
    ['words for the usual quotes', { escape: 'doubled' }, ['e', 'j', 's']],
    ['quotes', { quote: 'none' }, ['j']],
    ['line ends', { newline: 'mixed' }, ['j']],
    ['a separator', { delimiter: ';' }, ['j']],
  ])('keeps edits of rows only while the rows are the same: by other %s', (_what, other, kept) => {
    const now = { ...source, dialect: { ...dialect, ...other } };
    expect(withReading(now, [])(before).repairs.map(({ id }) => id)).toEqual(kept);
  });

  it('sets edits of rows aside, and brings them back with the reading they were made in', () => {
    const read = (load: Load, other: Partial<Dialect>) =>
      withReading({ ...source, dialect: { ...dialect, ...other } }, [])(load);
    const ids = ({ repairs, setAside = [] }: Load) => [
      repairs.map(({ id }) => id),
      setAside.map((aside) => aside.repairs.map(({ id }) => id)),
    ];
    const bare = read(before, { quote: 'none' });
    expect(ids(bare)).toEqual([['j'], [['e', 's']]]);
    const more = { ...bare, repairs: [...bare.repairs, { ...edit, id: 'e2' }] };
    const third = read(more, { newline: 'mixed' });
    expect(ids(third)).toEqual([['j'], [['e', 's'], ['e2']]]);
    expect(ids(read(third, { quote: 'none' }))).toEqual([['j', 'e2'], [['e', 's']]]);
    expect(ids(read(third, { encoding: 'windows-1250' }))).toEqual([['j', 'e', 's'], [['e2']]]);
    expect(ids(withSource(source, [])(third))).toEqual([['j'], []]);
  });

  it('takes other sheets of a workbook for other rows', () => {
    const of = (...sheets: string[]): Dialect => ({ ...dialect, workbook: { sheets, byName: false } });
    const first = { ...before, source: { ...source, dialect: of('May') } };
    const both = withReading({ ...source, dialect: of('May', 'June') }, [])(first);
    expect(both.repairs.map(({ id }) => id)).toEqual(['j']);
    const again = withReading({ ...source, dialect: of('May') }, [])(both);
    expect(again.repairs.map(({ id }) => id)).toEqual(['j', 'e', 's']);
    expect(again.setAside).toBeUndefined();
  });
});

describe('columns that have no headings', () => {
  const dialect = (delimiter: string, headerRow = 0): Dialect => ({
    encoding: 'utf-8',
    bom: false,
    delimiter,
    newline: '\n',
    quote: '"',
    headerRow,
    decidedBy: { encoding: 'valid-utf-8', delimiter: 'user' },
  });
  const bare = ['Column 1', 'Column 2', 'Column 3'];

  it.each([
    ['goes along where the file is cut as before', dialect(';'), bare, [1, 2]],
    ['is left out where it is cut otherwise', dialect(','), bare, undefined],
  ] as const)('a rule that reads them by place %s', (_what, now, names, positions) => {
    const before = { dialect: dialect(';'), header: bare };
    const carried = carryRules([join], headingsBefore(before, { dialect: now }), names);
    expect(carried).toEqual(
      positions === undefined ? [] : [{ ...join, rule: { rule: 'join', positions, separator: ' ' } }],
    );
  });
});
