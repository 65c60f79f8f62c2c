import { describe, expect, it } from 'vitest';
import { exportReader, momentOf } from './late-export';
import { rules } from './sending-trial';

const { table } = rules;
const HEADER = ['FAILED_AT', 'OPERATION_TYPE', 'ROW_INDEX', 'ROW_DATA', 'ERRORS'];

describe('an export of failed rows', () => {
  it('is read by the names it is likely to have, numbers exactly', () => {
    const read = exportReader(HEADER, table);
    const data = '{"id":12345678901234567890,"V":"x","_LOADED":1}';
    const errors = '[{"code":"DI_E_00007","category":"constraint","message":"no such product"}]';
    const record = read(['2026-05-08 10:30:00.5', 'APPEND', '3', data, errors]);
    expect(record).toMatchObject({
      at: Date.UTC(2026, 4, 8, 10, 30, 0, 500),
      index: 3,
      errors: [{ code: 'DI_E_00007', category: 'constraint', message: 'no such product' }],
    });
    expect([...record.values].map(([name, value]) => [name, String(value)])).toEqual([
      ['id', '12345678901234567890'],
      ['v', 'x'],
    ]);
  });

  it.each<[string, string, object]>([
    ['words alone', 'too late', { code: 'without-code', message: 'too late' }],
    ['one error that is no list', '{"errorCode":"DI_E_1","message":"m"}', { code: 'DI_E_1', message: 'm' }],
    ['nothing', '', { code: 'without-code', message: '' }],
  ])('may say what went wrong as %s', (_, errors, expected) => {
    expect(exportReader(HEADER, table)(['', '', '', '{}', errors]).errors).toEqual([expected]);
  });

  it('may have the table’s own columns instead of JSON, beside code and message', () => {
    const read = exportReader(['Error_Code', 'message', 'id', 'v'], table);
    const record = read(['DI_E_9', 'no room', '3', 'x']);
    expect(record).toMatchObject({ at: undefined, index: undefined });
    expect(record.errors).toEqual([{ code: 'DI_E_9', message: 'no room' }]);
    expect([...record.values]).toEqual([
      ['id', '3'],
      ['v', 'x'],
    ]);
  });

  it('holds no row where the JSON cannot be read', () => {
    expect(exportReader(HEADER, table)(['', '', '', '{"ID": 3', '']).values.size).toBe(0);
  });

  it('is refused where nothing in it says which row failed', () => {
    expect(() => exportReader(['FAILED_AT', 'ERRORS', 'V'], table)).toThrow('not-failed-rows');
  });
});

describe('the moment of a failure', () => {
  const noon = Date.UTC(2026, 0, 2, 12);
  it.each<[string, number | undefined]>([
    ['2026-01-02 12:00:00', noon],
    ['2026-01-02T12:00:00Z', noon],
    ['2026-01-02 12:00', noon],
    ['2026-01-02 13:00:00.000000+01', noon],
    ['2026-01-02 13:00:00 +01:00', noon],
    ['2026-01-02 10:30:00 -0130', noon],
    ['2026-01-02', Date.UTC(2026, 0, 2)],
    ['02/01/2026 12:00', undefined],
    ['', undefined],
  ])('%s', (text, at) => {
    expect(momentOf(text)).toBe(at);
  });
});
