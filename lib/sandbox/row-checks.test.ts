import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Started } from './fixture';
import { ID, column, startSandbox } from './fixture';

/** Every rule of §5, one column and one value at a time, over the real endpoint. */

const numeric = { ...column('V', 'numeric'), precision: 38, scale: 10 };
const money = { ...column('V', 'numeric'), precision: 9, scale: 2 };
const stamp = (format: string, type = 'timestamp') => column('V', type, { type: 'timestampFormat', format });
const DAY = stamp('YYYY-MM-DD', 'date');
const MOMENT = stamp('YYYY-MM-DD HH:MI:SS');
const ZONED = stamp('YYYY-MM-DD HH:MI:SS ±hh:mm');

const GOOD = [
  ['text', column('V'), '"Zürich 🚲"', 'Zürich 🚲'],
  ['empty text, which is not null', column('V'), '""', ''],
  ['null where it is allowed', column('V'), 'null', null],
  ['a whole number', column('V', 'integer'), '-42', '-42'],
  ['minus zero as zero', column('V', 'integer'), '-0', '0'],
  ['the largest 64-bit number', column('V', 'integer'), '9223372036854775807', '9223372036854775807'],
  ['a float with an exponent', column('V', 'float'), '1.5e3', '1500.0'],
  [
    '38 digits',
    numeric,
    '1234567890123456789012345678.0123456789',
    '1234567890123456789012345678.0123456789',
  ],
  [
    '38 digits below zero',
    numeric,
    '-1234567890123456789012345678.0123456789',
    '-1234567890123456789012345678.0123456789',
  ],
  ['the smallest step of a numeric', numeric, '-1e-10', '-0.0000000001'],
  ['zeros after the last place', money, '1.50000', '1.50'],
  ['true', column('V', 'boolean'), 'true', 'true'],
  ['JSON with exact numbers', column('V', 'json'), '{"a":[1.10,null]}', '{"a":[1.10,null]}'],
  ['a leap day', DAY, '"2024-02-29"', '2024-02-29'],
  ['the first day of the calendar', DAY, '"0001-01-01"', '0001-01-01'],
  ['a moment that no clock in Nepal has twice', MOMENT, '"1985-12-31 23:59:59"', '1985-12-31 23:59:59'],
  ['a moment with its offset', ZONED, '"2026-05-08 10:30:00 +05:45"', '2026-05-08 10:30:00 +05:45'],
  ['the longest allowed text', column('V', 'string', { type: 'maxLength', value: 2 }), '"🚲🚲"', '🚲🚲'],
  ['a listed value', column('V', 'string', { type: 'enum', values: ['won', 'lost'] }), '"won"', 'won'],
  ['a value on the bound', column('V', 'float', { type: 'range', min: '0.1', max: 1 }), '0.1', '0.1'],
  ['a text that matches', column('V', 'string', { type: 'regex', pattern: 'A|B' }), '"B"', 'B'],
] as const;

const BAD = [
  ['a number for text', column('V'), '1', 'DI_E_20001'],
  ['text over 65,535 bytes', column('V'), `"${'ü'.repeat(32_768)}"`, 'DI_E_30002'],
  ['text with a NUL, which no warehouse keeps', column('V'), '"a\\u0000b"', 'DI_E_20007'],
  ['half a surrogate pair', column('V'), '"a\\ud800b"', 'DI_E_20007'],
  ['null where it is not allowed', column('V', 'string', { type: 'nonNull' }), 'null', 'DI_E_10005'],
  ['a quoted number', column('V', 'integer'), '"1"', 'DI_E_20001'],
  ['a fraction of nothing', column('V', 'integer'), '1.0', 'DI_E_20001'],
  ['an integer with an exponent', column('V', 'integer'), '1e2', 'DI_E_20001'],
  ['an integer beyond 64 bits', column('V', 'integer'), '9223372036854775808', 'DI_E_20002'],
  ['a float beyond the largest', column('V', 'float'), '1e999', 'DI_E_20002'],
  ['a number with a thousand places', numeric, '1e-1000', 'DI_E_20002'],
  ['one place too many', money, '1.005', 'DI_E_20004'],
  ['one digit too many', money, '12345678', 'DI_E_20003'],
  ['a quoted boolean', column('V', 'boolean'), '"true"', 'DI_E_20001'],
  ['one for true', column('V', 'boolean'), '1', 'DI_E_20001'],
  ['a day that is not in the calendar', DAY, '"2023-02-29"', 'DI_E_20006'],
  ['a month that is not', DAY, '"2023-13-01"', 'DI_E_20006'],
  ['a day in another order', DAY, '"01/02/2023"', 'DI_E_20005'],
  ['a moment where a day is wanted', DAY, '"2023-01-01 00:00:00"', 'DI_E_20005'],
  ['a moment in ISO form', MOMENT, '"2023-01-01T10:00:00Z"', 'DI_E_20005'],
  ['a day where a moment is wanted', MOMENT, '"2023-01-01"', 'DI_E_20005'],
  ['the 24th hour', MOMENT, '"2023-01-01 24:00:00"', 'DI_E_20006'],
  ['a moment without its offset', ZONED, '"2023-01-01 10:00:00"', 'DI_E_20005'],
  ['an offset that no place has', ZONED, '"2023-01-01 10:00:00 +15:00"', 'DI_E_20006'],
  ['a text too short', column('V', 'string', { type: 'minLength', value: 2 }), '"x"', 'DI_E_30001'],
  ['a text too long', column('V', 'string', { type: 'maxLength', value: 2 }), '"xyz"', 'DI_E_30002'],
  [
    'a value that is not listed',
    column('V', 'string', { type: 'enum', values: ['won'] }),
    '"Won"',
    'DI_E_30003',
  ],
  [
    'a text that matches in part',
    column('V', 'string', { type: 'regex', pattern: 'A|B' }),
    '"AB"',
    'DI_E_30004',
  ],
  [
    'a value below the bound',
    column('V', 'float', { type: 'range', min: '0.1' }),
    '0.09999999999999999999',
    'DI_E_30005',
  ],
  ['a value above the bound', column('V', 'integer', { type: 'range', max: 5 }), '6', 'DI_E_30005'],
  ['an object for text', column('V'), '{}', 'DI_E_20001'],
] as const;

const BAD_ROWS = [
  ['a required key left out', '{"ID":"1"}', 'DI_E_10002'],
  ['a key that is no column', '{"ID":"1","V":"x","W":1}', 'DI_E_10003'],
  ['a column twice in two spellings', '{"ID":"1","V":"x","v":"x"}', 'DI_E_10004'],
  ['a null in the key', '{"ID":null,"V":"x"}', 'DI_E_10006'],
  ['a row that is no object', '["1","x"]', 'DI_E_10001'],
] as const;

let started: Started;
beforeAll(async () => void (started = await startSandbox()));
afterAll(() => started.sandbox.close());

/** A fresh tenant with one table of the key and the column under test. */
async function tableWith(tested: Parameters<Started['table']>[0][number]) {
  await started.control.reset();
  return started.table([ID, tested], ['ID']);
}

describe('row checks', () => {
  it.each(GOOD)('store %s as it was written', async (_what, tested, json, stored) => {
    const address = await tableWith(tested);
    const { status } = await started.send(address.table, `[{"ID":"1","V":${json}}]`);
    expect(status).toBe(200);
    expect(await started.control.rows(address)).toEqual([{ ID: '1', V: stored }]);
  });

  it.each(BAD)('refuse %s', async (_what, tested, json, code) => {
    const address = await tableWith(tested);
    const { status, body } = await started.send(address.table, `[{"ID":"1","V":${json}}]`);
    expect(status).toBe(400);
    expect(body.failed).toMatchObject([{ index: 0, errors: [{ code, column: 'V' }] }]);
    expect(await started.control.count(address)).toMatchObject({ rows: 0, failedRows: 1 });
  });

  it.each(BAD_ROWS)('refuse %s', async (_what, row, code) => {
    const address = await tableWith(column('V'));
    const { status, body } = await started.send(address.table, `[${row}]`);
    expect(status).toBe(400);
    expect(body.failed?.[0]?.errors[0]?.code).toBe(code);
  });

  it('take column names in any case', async () => {
    const address = await tableWith(column('V'));
    await started.send(address.table, '[{"id":"1","v":"x"}]');
    expect(await started.control.rows(address)).toEqual([{ ID: '1', V: 'x' }]);
  });

  it('store the default, or null, for an optional column that was left out', async () => {
    await started.control.reset();
    const withDefault = { ...column('D', 'integer', { type: 'optional' }), defaultValue: '7' };
    const address = await started.table(
      [ID, withDefault, column('N', 'string', { type: 'optional' })],
      ['ID'],
    );
    await started.send(address.table, '[{"ID":"1"}]');
    expect(await started.control.rows(address)).toEqual([{ ID: '1', D: '7', N: null }]);
  });

  it('tell everything that is wrong with a row at once', async () => {
    const address = await tableWith(column('V', 'integer'));
    const { body } = await started.send(address.table, '[{"ID":null,"V":"x","Z":1}]');
    expect(body.failed?.[0]?.errors.map(({ code }) => code)).toEqual([
      'DI_E_10006',
      'DI_E_20001',
      'DI_E_10003',
    ]);
  });
});
