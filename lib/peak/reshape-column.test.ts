import { describe, expect, it } from 'vitest';
import { reshapeColumn } from './reshape-column';

const column = (facts: Record<string, unknown>) =>
  reshapeColumn({ columnName: 'C', dataType: 'string', ...facts }, false);

describe('reshapeColumn', () => {
  it.each([
    ['string', 'string'],
    ['VARCHAR(255)', 'string'],
    ['enum', 'string'],
    ['integer', 'integer'],
    ['BIGINT', 'integer'],
    ['boolean', 'boolean'],
    ['float', 'float'],
    ['double precision', 'float'],
    ['numeric', 'numeric'],
    ['NUMBER(38,10)', 'numeric'],
    ['json', 'json'],
    ['VARIANT', 'json'],
    ['date', 'date'],
    ['timestamp', 'timestamp'],
    ['datetime', 'timestamp'],
    ['timestamp_tz', 'timestamp'],
    ['TIMESTAMP WITHOUT TIME ZONE', 'timestamp'],
  ])('reads the type %s as %s and keeps the word', (dataType, type) => {
    expect(column({ dataType })).toMatchObject({ type, rawType: dataType, unchecked: [] });
  });

  it('takes an unknown type for text, and says so', () => {
    expect(column({ dataType: 'geography' })).toMatchObject({
      type: 'string',
      unchecked: ['dataType geography'],
    });
    expect(column({ dataType: undefined })).toMatchObject({ type: 'string', unchecked: ['dataType ?'] });
  });

  it.each([
    [{ dataType: 'NUMERIC(38,10)' }, { precision: 38, scale: 10 }],
    [
      { dataType: 'numeric', precision: 20, scale: '4' },
      { precision: 20, scale: 4 },
    ],
    [{ dataType: 'varchar(40)' }, { maxLength: 40 }],
    [{ default_value: 0 }, { defaultValue: '0' }],
  ])('reads %j', (facts, expected) => expect(column(facts)).toMatchObject(expected));

  it.each<[unknown, Record<string, unknown>]>([
    [[{ type: 'required' }], { required: true, nullable: true }],
    [[{ type: 'optional' }], { required: false, nullable: true }],
    [[{ type: 'required' }, { type: 'nonNull' }], { required: true, nullable: false }],
    [['nonNull'], { required: true, nullable: false }],
    [['REQUIRED', 'not_null'], { required: true, nullable: false }],
    [
      { required: true, nonNull: false },
      { required: true, nullable: true },
    ],
    [[{ type: 'maxLength', value: 10 }], { maxLength: 10 }],
    [[{ type: 'maxLength', maxLength: '10' }], { maxLength: 10 }],
    [[{ type: 'minLength', params: { value: 2 } }], { minLength: 2 }],
    [{ maxLength: 10 }, { maxLength: 10 }],
    [[{ type: 'timestampFormat', format: 'YYYY-MM-DD HH:MI:SS' }], { format: 'YYYY-MM-DD HH:MI:SS' }],
    [[{ type: 'enum', values: ['won', 'lost'] }], { allowed: ['won', 'lost'] }],
    [[{ type: 'allowedValues', allowedValues: ['a', 1] }], { allowed: ['a', '1'] }],
    [[{ type: 'range', min: 0, max: '9.5' }], { min: '0', max: '9.5' }],
    [[{ type: 'minimum', value: -1 }], { min: '-1' }],
    [[{ type: 'regex', pattern: '^A' }], { pattern: '^A' }],
    [undefined, { required: false, nullable: true }],
  ])('reads the validations %j', (validations, expected) => {
    expect(column({ validations })).toMatchObject({ ...expected, unchecked: [] });
  });

  it.each([
    [[{ type: 'luhn' }], ['luhn']],
    [[{ type: 'maxLength' }], ['maxLength']],
    [[{ type: 'enum', of: 'x' }], ['enum']],
    [['iban', { type: 'required' }], ['iban']],
  ])('lists what it cannot check: %j', (validations, unchecked) => {
    expect(column({ validations })).toMatchObject({ unchecked });
  });

  it('takes a key column for required when nothing is said', () => {
    expect(reshapeColumn({ name: 'ID', type: 'string' }, true)).toMatchObject({ required: true });
  });

  it('is undefined without a name', () =>
    expect(reshapeColumn({ dataType: 'string' }, false)).toBeUndefined());
});
