import { describe, expect, it } from 'vitest';
import { makeWorkbook, type MadeCell } from '../../e2e/files/make-workbook';
import type { DataType } from '../peak/model';
import { sampleColumn, sampleTable } from '../peak/sample-table';
import type { ColumnRule, Repair } from '../repair/model';
import { readingTrial, sampleRules } from './reading-trial';

/** A column of cells under a heading, beside a key, checked as a column of `type`. */
async function checker(cells: readonly MadeCell[], type: DataType = 'float') {
  const table = sampleTable([
    sampleColumn('ID', 'string', { required: false }),
    sampleColumn('PRICE', type, { required: false }),
  ]);
  const rows = [['id', 'price'], ...cells.map((cell, at) => [`k${at}`, cell])];
  const bytes = makeWorkbook({ sheets: [{ name: 'S', rows }] });
  const { reading } = readingTrial();
  await reading.open({ loadId: 'l', file: new File([bytes], 'a.xlsx') });
  const repairsOf = (rules: readonly ColumnRule[]) =>
    rules.map((rule, at): Repair => ({ id: String(at), kind: 'column', column: 'PRICE', rule }));
  const rulesOf = (repairs: readonly Repair[]) => sampleRules(table, { repairs: [...repairs] });
  let runId = 0;
  const check = (rules: readonly ColumnRule[] = [], edits: readonly Repair[] = []) =>
    reading.check({ loadId: 'l', runId: ++runId, rules: rulesOf([...repairsOf(rules), ...edits]) });
  const tokens = async () =>
    (await reading.rows({ loadId: 'l', filter: { kind: 'all' }, from: 0, count: 50 })).rows.map(
      (row) => row.tokens[1],
    );
  const preview = (rule: ColumnRule) => reading.preview({ loadId: 'l', column: 'PRICE', rule });
  const sent = async (rules: readonly ColumnRule[]) => {
    const prepared = await reading.prepared('l', rulesOf(repairsOf(rules)));
    const prices: unknown[] = [];
    for await (const block of prepared.walk({}, new AbortController().signal))
      for (const { json } of block) if (json !== null) prices.push(/"PRICE":([^}]*)/.exec(json)?.[1]);
    return prices;
  };
  return { check, tokens, preview, sent };
}

const text = (value: string) => ({ inline: value });
const thousands: ColumnRule = { rule: 'decimal-comma', lonePoint: 'thousands' };

describe('a cell that is a number in its workbook', () => {
  it('is never asked about: its point is decimal', async () => {
    const { check, tokens } = await checker([{ n: '1.234' }, 5, { n: '-12.500' }]);
    expect(await check()).toMatchObject({ ready: 3, held: 0, errors: 0, groups: [] });
    expect(await tokens()).toEqual(['1.234', '5', '-12.500']);
  });

  it.each([
    ['in line', text('1.234')],
    ['shared', '1.234'],
    ['of a formula', { xml: '<c r="B3" t="str"><f>A1</f><v>1.234</v></c>' }],
    ['with blanks around it', text(' 1.234 ')],
  ])('is told from a text that looks like one: %s', async (_kind, cell) => {
    const { check, tokens } = await checker([{ n: '1.234' }, cell, { n: '2.5' }]);
    const summary = await check();
    expect(summary).toMatchObject({ ready: 2, held: 1, errors: 1 });
    expect(summary.groups[0]).toMatchObject({ code: 'number-point-group', count: 1, examples: [{ row: 3 }] });
    expect(await tokens()).toEqual(['1.234', null, '2.5']);
  });

  it('proves nothing of texts, which prove themselves', async () => {
    const { check, tokens } = await checker([{ n: '7.25' }, text('1.234'), text('0.5')]);
    expect(await check()).toMatchObject({ ready: 3, held: 0, errors: 0 });
    expect(await tokens()).toEqual(['7.25', '1.234', '0.5']);
  });

  it('stays what it is where the texts beside it have a decimal comma', async () => {
    const { check, tokens, preview, sent } = await checker([{ n: '1.234' }, text('1.234'), text('0,5')]);
    const [commas] = (await check()).groups.filter(({ code }) => code === 'number-decimal-comma');
    expect(commas).toMatchObject({ offer: { rule: 'decimal-comma' } });
    expect(await preview(thousands)).toMatchObject({ touched: 2 });
    expect(await check([thousands])).toMatchObject({ ready: 3, held: 0 });
    expect(await tokens()).toEqual(['1.234', '1234', '0.5']);
    expect(await sent([thousands])).toEqual(['1.234', '1234', '0.5']);
    expect(await check([{ rule: 'decimal-comma' }])).toMatchObject({ ready: 2, held: 1 });
  });

  it('with an amount beside it as a text with its unit, which is read by the rules for texts', async () => {
    const rules: ColumnRule[] = [{ rule: 'strip-unit', units: ['€'] }, thousands];
    const { check, tokens } = await checker([{ n: '1.234' }, text('1.234 €')]);
    expect(await check(rules)).toMatchObject({ ready: 2, held: 0 });
    expect(await tokens()).toEqual(['1.234', '1234']);
  });

  it('is no whole number with thousands', async () => {
    const { check, tokens } = await checker([{ n: '1.234' }, text('1.234')], 'integer');
    const { groups } = await check();
    expect(groups.map(({ code, count }) => [code, count])).toEqual(
      expect.arrayContaining([
        ['integer-malformed', 1],
        ['number-lone-point', 1],
      ]),
    );
    await check([thousands]);
    expect(await tokens()).toEqual([null, '1234']);
  });

  it('is a text again once it is edited', async () => {
    const { check, tokens } = await checker([{ n: '2.5' }, 5]);
    const edit: Repair = { id: 'e', kind: 'cell', row: 3, column: 'PRICE', text: '1.234' };
    expect(await check([], [edit])).toMatchObject({ ready: 1, held: 1 });
    expect(await check([thousands], [edit])).toMatchObject({ ready: 2 });
    expect(await tokens()).toEqual(['2.5', '1234']);
  });
});

describe('percents with a decimal comma', () => {
  const cells = [text('12,5 %'), text('1.234 %'), text('7%')];
  const fraction: ColumnRule = { rule: 'percent-to-fraction' };

  it.each([
    ['divided first', [fraction, thousands]],
    ['read first', [thousands, fraction]],
  ])('become fractions, %s', async (_order, rules) => {
    const { check, tokens } = await checker(cells);
    expect(await check(rules)).toMatchObject({ ready: 3, held: 0 });
    expect(await tokens()).toEqual(['0.125', '12.34', '0.07']);
  });

  it('are asked for the sign of their decimals first, and then for what they are', async () => {
    const { check } = await checker(cells);
    expect((await check()).groups).toMatchObject([
      { code: 'number-percent', count: 2 },
      { code: 'number-decimal-comma', count: 1, offer: { rule: 'decimal-comma' } },
    ]);
    expect((await check([thousands])).groups).toMatchObject([{ code: 'number-percent', count: 3 }]);
  });

  it('are asked about where only a point stands before three digits', async () => {
    const { check } = await checker(cells);
    expect((await check([fraction, { rule: 'decimal-comma' }])).groups).toMatchObject([
      { code: 'number-lone-point', count: 1 },
    ]);
  });
});

describe('a number cell in a text column', () => {
  it.each([
    ['123.0', '123'],
    ['-12.500', '-12.5'],
    ['0.0', '0'],
    ['-0.0', '0'],
    ['5.', '5'],
    ['.5', '0.5'],
    ['1E7', '10000000'],
    ['1e+05', '100000'],
    ['12.5E3', '12500'],
    ['1E-4', '0.0001'],
    ['1.0E-4', '0.0001'],
    ['-1.23E-7', '-0.000000123'],
    ['1.2345678901234E14', '123456789012340'],
    ['1.0E20', '1E+20'],
    ['1.5E-10', '1.5E-10'],
    ['2e-9', '0.000000002'],
    ['100', '100'],
    ['12.5', '12.5'],
  ])('%s is sent as it is shown: %s', async (n, shown) => {
    const { check, tokens, sent } = await checker([{ n }, text('Yangon')], 'string');
    expect(await check()).toMatchObject({ ready: 2, errors: 0 });
    expect(await tokens()).toEqual([`"${shown}"`, '"Yangon"']);
    expect(await sent([])).toEqual([`"${shown}"`, '"Yangon"']);
  });

  it.each(['123.0', '1E7', '1E-4', '1.0E-4', '12E+03', '5.'])(
    '%s stays as it is where it is a text',
    async (code) => {
      const { check, tokens } = await checker([text(code), code, { n: '7.0' }], 'string');
      await check();
      expect(await tokens()).toEqual([`"${code}"`, `"${code}"`, '"7"']);
    },
  );

  it('is said where what is shown has an exponent', async () => {
    const { check } = await checker([{ n: '1.0E20' }, text('a')], 'string');
    expect((await check()).groups).toMatchObject([{ code: 'text-scientific', count: 1 }]);
  });

  it('keeps the digits of the file in a column of numbers', async () => {
    const { check, tokens } = await checker([{ n: '123.0' }, { n: '1E-4' }, { n: '1E7' }], 'float');
    expect(await check()).toMatchObject({ ready: 3, groups: [] });
    expect(await tokens()).toEqual(['123.0', '1e-4', '1e7']);
  });

  it('is repaired in the form in which it is sent, and an edit is taken as it is written', async () => {
    const { check, tokens } = await checker([{ n: '123.0' }, { n: '7.0' }], 'string');
    await check(
      [{ rule: 'pad-zeros', length: 5 }],
      [{ id: 'e', kind: 'cell', row: 3, column: 'PRICE', text: '8.0' }],
    );
    expect(await tokens()).toEqual(['"00123"', '"8.0"']);
  });
});

describe('a text that says another number by its look', () => {
  const run = (look: string, part: string) => `<r><rPr>${look}</rPr><t xml:space="preserve">${part}</t></r>`;
  const cell = (at: number, ...runs: string[]) => ({
    xml: `<c r="B${at}" t="inlineStr"><is>${runs.join('')}</is></c>`,
  });
  const raised = '<vertAlign val="superscript"/>';
  const note = cell(2, run('', '€ 250'), run(raised, '1'));
  const struck = cell(3, run('<strike/>', '19 '), run('', '15'));
  const unit: ColumnRule = { rule: 'strip-unit', units: ['€'] };
  const marked = (as: 'left-out' | 'kept'): ColumnRule => ({ rule: 'marked-parts', as });

  it.each(['string', 'float', 'numeric', 'integer', 'date', 'timestamp', 'boolean', 'json'] as const)(
    'is held in a column of %s, and asked about',
    async (type) => {
      const { check } = await checker([note, struck], type);
      expect(await check()).toMatchObject({
        held: 2,
        groups: [
          {
            code: 'cell-parts-marked',
            severity: 'error',
            count: 2,
            examples: [{ value: '#MARKED! € 250⟨1⟩' }, { value: '#MARKED! ⟨19 ⟩15' }],
            choices: [marked('left-out'), marked('kept')],
          },
        ],
      });
    },
  );

  it('is read as the user says, before any other rule', async () => {
    const { check, tokens } = await checker([note, struck, 7]);
    expect(await check([unit, marked('left-out')])).toMatchObject({ ready: 3, errors: 0 });
    expect(await tokens()).toEqual(['250', '15', '7']);
    expect(await check([marked('left-out'), unit, marked('kept')])).toMatchObject({ ready: 2, errors: 1 });
    expect(await tokens()).toEqual(['2501', null, '7']);
  });

  it('is left as it is where nothing else stands in it', async () => {
    const { check } = await checker([cell(2, run(raised, '1'), run('<strike/>', '9'))]);
    expect(await check([marked('left-out')])).toMatchObject({ held: 1 });
  });

  it('is what the user writes instead', async () => {
    const { check, tokens } = await checker([note, 5]);
    const edit: Repair = { id: 'e', kind: 'cell', row: 2, column: 'PRICE', text: '250' };
    expect(await check([], [edit])).toMatchObject({ ready: 2 });
    expect(await tokens()).toEqual(['250', '5']);
  });
});

describe('a cell that is an error in its workbook', () => {
  const error = (at: number, word: string) => ({ xml: `<c r="B${at + 2}" t="e"><v>${word}</v></c>` });
  const words = ['#N/A', '#SPILL!', '#CALC!', '#FIELD!', '#BLOCKED!', '#CONNECT!', '#BUSY!', '#EXTERNAL!'];
  const others = [
    '#PYTHON!',
    '#TIMEOUT!',
    '#GETTING_DATA',
    '#NULL!',
    'Err:502',
    '#UNKNOWN',
    '42',
    '2024-01-01',
  ];
  const cells = [...words, ...others].map((word, at) => error(at, word));

  it.each(['string', 'float', 'integer', 'date', 'timestamp', 'boolean', 'json'] as const)(
    'is sent as no %s, whatever its words are',
    async (type) => {
      const { check } = await checker(cells, type);
      expect(await check()).toMatchObject({ ready: 0, groups: [{ code: 'cell-error-value', count: 16 }] });
    },
  );
});

it('a number that a rule of a text column takes from another cell is what is shown of it, and what the user wrote stays', async () => {
  const join: ColumnRule = { rule: 'join', positions: [1, 0], separator: '-' };
  const { check, tokens, preview } = await checker([{ n: '123.0' }, { n: '1E-4' }, text('123.0')], 'string');
  await check();
  expect((await preview(join)).samples.map(({ after }) => after)).toEqual([
    '123-k0',
    '0.0001-k1',
    '123.0-k2',
  ]);
  await check([join]);
  expect(await tokens()).toEqual(['"123-k0"', '"0.0001-k1"', '"123.0-k2"']);
  await check([join], [{ id: 'e', kind: 'cell', row: 2, column: 'PRICE', text: '7.0' }]);
  expect((await tokens())[0]).toBe('"7.0-k0"');
});
