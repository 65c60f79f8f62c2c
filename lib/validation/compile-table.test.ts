import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mapping } from '../mapping/model';
import type { ColumnSpec, DataType, TableSpec } from '../peak/model';
import type { ColumnRule, Repair } from '../repair/model';
import { codeAt } from './codes';
import { isEncodedTwice } from '../files/encoded-twice';
import { compileTable } from './compile-table';
import { rowJson, valueToken } from './row-json';
import { compareDecimals, decimalKey, decimalToken } from './decimal';
import type { FindingCode } from './model';

const column = (name: string, type: DataType, over: Partial<ColumnSpec> = {}): ColumnSpec => ({
  name,
  type,
  rawType: type,
  required: true,
  nullable: true,
  unchecked: [],
  ...over,
});
const tableOf = (columns: ColumnSpec[], primaryKey: string[] = []): TableSpec => ({
  name: 'T',
  objectName: 'T',
  columns,
  primaryKey,
  uniqueKeys: [],
  foreignKeys: [],
});
const byPosition = (columns: ColumnSpec[]): Mapping =>
  columns.map(({ name }, position) => ({ column: name, source: { kind: 'file', position, by: 'user' } }));

/** One cell of one column: its JSON token (undefined: key left out) and what was found. */
function checkCell(spec: ColumnSpec, text: string, rules: ColumnRule[] = []) {
  const repairs = rules.map((rule, at): Repair => ({
    id: String(at),
    kind: 'column',
    column: spec.name,
    rule,
  }));
  const table = compileTable(tableOf([spec]), byPosition([spec]), repairs, ['h'], { isEncodedTwice });
  table.check({ row: 2, cells: [text], broken: false, undecodable: undefined });
  const token = table.columns[0] === undefined ? undefined : valueToken(table.columns[0], table.values[0]);
  return { token, found: table.faults.codes.map(codeAt), held: table.faults.hasError };
}

type Case = [
  type: DataType,
  text: string,
  token: string | undefined,
  found?: FindingCode | undefined,
  over?: Partial<ColumnSpec>,
];

describe('the token of a good cell, and the finding of a bad one', () => {
  const timestamp = { format: 'YYYY-MM-DD HH:MI:SS' };
  const zoned = { format: 'YYYY-MM-DD HH:MI:SS ±hh:mm' };
  const cases: Case[] = [
    ['integer', '42', '42'],
    ['integer', '-42', '-42'],
    ['integer', '+42', '42'],
    ['integer', '007', '7'],
    ['integer', '-0', '0'],
    ['integer', ' 5 ', '5'],
    ['integer', '9223372036854775807', '9223372036854775807'],
    ['integer', '9223372036854775808', 'null', 'integer-too-large'],
    ['integer', '17850.0', 'null', 'integer-point-zero'],
    ['integer', '1.5', 'null', 'integer-malformed'],
    ['integer', '1e3', 'null', 'integer-exponent'],
    ['integer', '1,234', 'null', 'number-thousands'],
    ['integer', '12,5', 'null', 'integer-malformed'],
    ['integer', '1.234', 'null', 'number-lone-point'],
    ['integer', 'abc', 'null', 'integer-malformed'],
    ['integer', '#REF!', 'null', 'cell-error-value'],
    ['integer', '4', 'null', 'value-out-of-range', { min: '5' }],
    ['integer', '', 'null'],
    ['integer', '  ', 'null'],
    ['integer', '', 'null', 'required-empty', { nullable: false }],
    ['integer', '', undefined, undefined, { nullable: false, required: false }],
    ['float', '2.50', '2.50'],
    ['float', '.5', '0.5'],
    ['float', '5.', '5'],
    ['float', '+1.E5', '1e5'],
    ['float', '-00.10', '-0.10'],
    ['float', '0.1234567890123456789012345', '0.1234567890123456789012345', 'float-rounded'],
    ['float', '1e400', 'null', 'value-out-of-range'],
    ['float', '1e-400', 'null', 'value-out-of-range'],
    ['float', '0e-400', '0e-400'],
    ['float', 'NaN', 'null', 'number-malformed'],
    ['float', '.', 'null', 'number-malformed'],
    ['float', '45,06', 'null', 'number-decimal-comma'],
    ['float', '1.234,50', 'null', 'number-decimal-comma'],
    ['float', '1,234.50', 'null', 'number-thousands'],
    ['float', '1,234', 'null', 'number-thousands'],
    ['float', '(12.5)', 'null', 'number-negative-form'],
    [
      'numeric',
      '12345678901234567890.12',
      '12345678901234567890.12',
      undefined,
      { precision: 38, scale: 10 },
    ],
    ['numeric', '123.4500', '123.4500', undefined, { precision: 5, scale: 2 }],
    ['numeric', '123.456', 'null', 'numeric-scale', { precision: 5, scale: 2 }],
    ['numeric', '1234.5', 'null', 'numeric-precision', { precision: 5, scale: 2 }],
    ['numeric', '1e3', 'null', 'numeric-precision', { precision: 5, scale: 2 }],
    ['numeric', '1e2', '1e2', undefined, { precision: 5, scale: 2 }],
    ['boolean', 'TRUE', 'true'],
    ['boolean', 'false', 'false'],
    ['boolean', 'yes', 'null', 'boolean-malformed'],
    ['boolean', '1', 'null', 'boolean-malformed'],
    ['date', '2024-02-29', '"2024-02-29"'],
    ['date', '2023-02-29', 'null', 'date-not-in-calendar'],
    ['date', '2024-13-01', 'null', 'date-not-in-calendar'],
    ['date', '2024-02-29 00:00:00', '"2024-02-29"'],
    ['date', '2024-02-29 08:00', 'null', 'date-with-time'],
    ['date', '29/02/2024', 'null', 'date-order-unknown'],
    ['date', '2024/02/29', 'null', 'date-order-unknown'],
    ['date', '8/15/14', 'null', 'date-order-unknown'],
    ['date', '41234', 'null', 'date-serial'],
    ['timestamp', '2010-12-01 08:26:00', '"2010-12-01 08:26:00"', undefined, timestamp],
    ['timestamp', '2010-12-01T08:26:00', '"2010-12-01 08:26:00"', undefined, timestamp],
    ['timestamp', '2010-12-01 08:26:00.000', '"2010-12-01 08:26:00"', undefined, timestamp],
    ['timestamp', '2010-12-01 08:26:00.5', 'null', 'date-fraction', timestamp],
    [
      'timestamp',
      '2010-12-01 08:26:00 +14:30',
      'null',
      'date-not-in-calendar',
      { format: 'YYYY-MM-DD HH:MI:SS ±hh:mm' },
    ],
    ['timestamp', '2010-12-01 08:26', '"2010-12-01 08:26:00"', 'timestamp-without-seconds', timestamp],
    ['timestamp', '2010-12-01', '"2010-12-01 00:00:00"', 'timestamp-without-time', timestamp],
    ['timestamp', '2010-12-01T08:26:00Z', 'null', 'date-zone-dropped', timestamp],
    ['timestamp', '2010-12-01 24:00:00', 'null', 'date-not-in-calendar', timestamp],
    ['timestamp', '2010-12-01 08:60:00', 'null', 'date-not-in-calendar', timestamp],
    ['timestamp', '2010-12-01T08:26:00Z', '"2010-12-01 08:26:00 +00:00"', undefined, zoned],
    ['timestamp', '2010-12-01 08:26:00+0545', '"2010-12-01 08:26:00 +05:45"', undefined, zoned],
    ['timestamp', '2010-12-01 08:26:00', 'null', 'date-zone-missing', zoned],
    ['timestamp', '2010-12-01 08:26:00', '"01.12.2010 08:26"', undefined, { format: 'DD.MM.YYYY HH24:MI' }],
    ['json', '{"a": 1.10}', '{"a": 1.10}'],
    ['json', '{a:1}', 'null', 'json-malformed'],
    ['string', 'O"Neil\n', '"O\\"Neil\\n"', 'text-padded'],
    ['string', '=1+1', '"=1+1"'],
    ['string', 'KsiÄ\u0085Å¼ka', '"KsiÄ\u0085Å¼ka"', 'text-encoded-twice'],
    ['string', ' x', '" x"', 'text-padded'],
    ['string', '17850.0', '"17850.0"', 'text-float-shaped-id'],
    ['string', '#N/A', 'null', 'cell-error-value'],
    ['string', '#FORMULA! =A1*B1', 'null', 'cell-formula-uncalculated'],
    ['string', '=A1*B1', '"=A1*B1"', undefined],
    ['string', '#1 seller', '"#1 seller"'],
    ['string', 'é'.repeat(32_768), 'null', 'text-too-long'],
    ['string', 'abcd', 'null', 'text-too-long', { maxLength: 3 }],
    ['string', '🚚🚚🚚', '"🚚🚚🚚"', undefined, { maxLength: 3 }],
    ['string', 'ab', 'null', 'text-too-short', { minLength: 3 }],
    ['string', 'maybe', 'null', 'value-not-allowed', { allowed: ['won', 'lost'] }],
    ['string', 'x1', 'null', 'value-not-matching', { pattern: '^[a-z]+$' }],
    ['string', '', 'null', 'required-empty', { nullable: false }],
  ];
  it.each(cases)('%s %j', (type, text, token, found, over) => {
    const result = checkCell(column('C', type, over), text);
    expect(result.found).toEqual(found === undefined ? [] : [found]);
    expect(result.token).toBe(token);
  });

  it('never lets a key be empty, nullable or not', () => {
    const spec = column('K', 'string', { nullable: true });
    const table = compileTable(tableOf([spec], ['K']), byPosition([spec]), [], ['h']);
    table.check({ row: 2, cells: [''], broken: false, undecodable: undefined });
    expect(table.faults.codes.map(codeAt)).toEqual(['key-empty']);
  });
});

describe('rules of repair before the check', () => {
  const EURO: ColumnRule = { rule: 'strip-unit', units: ['€'] };
  const THOUSANDS: ColumnRule = { rule: 'decimal-comma', lonePoint: 'thousands' };
  const cases: [DataType, string, ColumnRule[], string | undefined, FindingCode?][] = [
    ['integer', '17850.0', [{ rule: 'drop-point-zero' }], '17850'],
    ['float', '45,06', [{ rule: 'decimal-comma' }], '45.06'],
    ['float', '1.234.567', [{ rule: 'decimal-comma' }], '1234567'],
    ['float', '1.234', [{ rule: 'decimal-comma' }], 'null', 'number-lone-point'],
    ['float', '1.5', [{ rule: 'decimal-comma' }], '1.5'],
    ['float', '1.234 €', [EURO, { rule: 'decimal-comma' }], 'null', 'number-lone-point'],
    ['float', '1,234 €', [{ rule: 'decimal-comma' }, EURO], '1.234'],
    ['float', '1.234-', [{ rule: 'decimal-comma' }, { rule: 'negative-forms' }], 'null', 'number-lone-point'],
    ['float', 'Rs.500', [{ rule: 'strip-unit', units: ['Rs'] }], '500'],
    ['float', '12.-', [{ rule: 'negative-forms' }], 'null', 'number-malformed'],
    ['integer', '1.000', [], 'null', 'number-lone-point'],
    ['integer', '1.000', [{ rule: 'drop-point-zero' }], '1'],
    ['integer', '1.000', [{ rule: 'drop-point-zero' }, THOUSANDS], '1000'],
    ['integer', '12.0', [{ rule: 'drop-point-zero' }, THOUSANDS], '12'],
    ['integer', '1.234', [{ rule: 'decimal-comma', lonePoint: 'thousands' }], '1234'],
    ['float', '0,125', [{ rule: 'decimal-comma' }], '0.125'],
    ['float', ' -1,234 ', [{ rule: 'trim' }, { rule: 'decimal-comma' }], '-1.234'],
    ['float', '1,234.50', [{ rule: 'thousands-comma' }], '1234.50'],
    ['integer', '1,000.00', [{ rule: 'thousands-comma' }, { rule: 'drop-point-zero' }], '1000'],
    ['date', '01/12/2010', [{ rule: 'date-order', order: 'day-first' }], '"2010-12-01"'],
    ['date', '01/12/2010', [{ rule: 'date-order', order: 'month-first' }], '"2010-01-12"'],
    ['date', '31/12/2010', [{ rule: 'date-order', order: 'month-first' }], 'null', 'date-not-in-calendar'],
    ['date', '2010/12/1', [{ rule: 'date-order', order: 'year-first' }], '"2010-12-01"'],
    ['timestamp', '1/12/2010 8:26:30', [{ rule: 'date-order', order: 'day-first' }], '"2010-12-01 08:26:30"'],
    ['string', ' x ', [{ rule: 'trim' }], '"x"'],
    ['string', 'n/a', [{ rule: 'empty-words', words: ['N/A'] }], 'null'],
    ['string', '', [{ rule: 'constant-when-empty', value: 'EUR' }], '"EUR"'],
  ];
  it.each(cases)('%s %j under %j', (type, text, rules, token, found) => {
    const result = checkCell(column('C', type), text, rules);
    expect(result).toMatchObject({ token, found: found === undefined ? [] : [found] });
  });
});

describe('rows', () => {
  const columns = [
    column('A', 'string'),
    column('B', 'integer'),
    column('N', 'string'),
    column('O', 'string', { required: false }),
  ];
  const mapping: Mapping = [
    { column: 'A', source: { kind: 'file', position: 2, by: 'user' } },
    { column: 'B', source: { kind: 'file', position: 0, by: 'user' } },
    { column: 'N', source: { kind: 'null' } },
    { column: 'O', source: { kind: 'omit' } },
  ];
  const check = (cells: string[], repairs: Repair[] = [], broken = false) => {
    const table = compileTable(tableOf(columns), mapping, repairs, ['b', 'x', 'a']);
    table.check({ row: 5, cells, broken, undecodable: undefined });
    return { json: rowJson(table.columns, table.values), found: table.faults.codes.map(codeAt) };
  };

  it('become JSON in the schema’s order with null keys sent and omitted keys left out', () => {
    expect(check(['7', 'x', 'é'])).toEqual({ json: '{"A":"é","B":7,"N":null}', found: [] });
  });

  it.each([
    [['1', 'x'], ['row-ragged-short']],
    [['1', 'x', 'y', 'z'], ['row-ragged-long']],
    [['1', 'x', 'y', '', ''], ['row-empty-beyond']],
    [
      ['b', 'x', 'a'],
      ['header-only-row', 'integer-malformed'],
    ],
  ])('%j: %j', (cells, found) => {
    expect(check(cells).found).toEqual(found);
  });

  it('with broken quotes are held', () => {
    expect(check(['1', 'x', 'y'], [], true).found).toEqual(['row-quote-broken']);
  });

  it('take edits as if the file had held them, the last one of a cell counting', () => {
    const edit = (column: string, text: string): Repair => ({ id: text, kind: 'cell', row: 5, column, text });
    expect(check(['bad', 'x', 'y'], [edit('B', '1'), edit('B', '2'), edit('N', 'n')])).toEqual({
      json: '{"A":"y","B":2,"N":"n"}',
      found: [],
    });
    expect(check(['1', 'x'], [edit('A', 'whole again')]).found).toEqual([]);
  });

  it('that no request could carry are held', () => {
    const wide = Array.from({ length: 20 }, (_, at) => column(`C${at}`, 'string'));
    const header = wide.map(({ name }) => name.toLowerCase());
    const table = compileTable(tableOf(wide), byPosition(wide), [], header);
    const cells = wide.map(() => 'x'.repeat(60_000));
    table.check({ row: 2, cells, broken: false, undecodable: undefined });
    expect(table.faults.codes.map(codeAt)).toEqual(['row-too-large']);
  });
});

describe('exact decimals', () => {
  const digits = fc.stringMatching(/^[0-9]{1,30}$/);
  const decimal = fc
    .tuple(fc.constantFrom('', '-', '+'), digits, fc.option(digits))
    .map(([sign, whole, fraction]) => `${sign}${whole}${fraction === null ? '' : `.${fraction}`}`);
  const scaled = (text: string) => {
    const [whole = '', fraction = ''] = text.replace('+', '').split('.');
    return BigInt(whole + fraction.padEnd(30, '0'));
  };

  it('keep their value to the last digit and are always JSON', () => {
    fc.assert(
      fc.property(decimal, (text) => {
        const token = decimalToken(text) ?? 'none';
        expect(typeof JSON.parse(token)).toBe('number');
        expect(scaled(token)).toBe(scaled(text));
      }),
    );
  });

  it('compare and key as the numbers they are', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const [left, right] = [decimalToken(a) ?? '', decimalToken(b) ?? ''];
        const [x, y] = [scaled(a), scaled(b)];
        expect(Math.sign(compareDecimals(left, right))).toBe(x < y ? -1 : x > y ? 1 : 0);
        expect(decimalKey(left) === decimalKey(right)).toBe(x === y);
      }),
    );
  });
});
