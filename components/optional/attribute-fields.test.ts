import { describe, expect, it } from 'vitest';
import type { TableSpec } from '@/lib/peak/model';
import {
  EMPTY_ATTRIBUTE,
  asColumnName,
  attributeFields,
  attributeOf,
  type AttributeFields,
} from './attribute-fields';

const tables: TableSpec[] = [
  {
    name: 'QP_SALE_OOTB',
    objectName: 'SALE',
    columns: [
      { name: 'sale_id', type: 'string', rawType: 'string', required: true, nullable: false, unchecked: [] },
    ],
    primaryKey: ['sale_id'],
    uniqueKeys: [],
    foreignKeys: [],
  },
];
const good: AttributeFields = { ...EMPTY_ATTRIBUTE, table: 'QP_SALE_OOTB', columnName: 'SUPPLIER_CODE' };

describe('a custom column', () => {
  it('is taken when name and table are right', () => {
    expect(attributeFields(tables).safeParse(good).success).toBe(true);
  });

  it.each<[Partial<AttributeFields>, string, string]>([
    [{ table: '' }, 'table', 'table-missing'],
    [{ columnName: '' }, 'columnName', 'name-missing'],
    [{ columnName: '1ST' }, 'columnName', 'name-form'],
    [{ columnName: 'SALE_ID' }, 'columnName', 'name-taken'],
    [{ dataType: 'integer', defaultValue: '1.5' }, 'defaultValue', 'default-form'],
    [{ dataType: 'date', defaultValue: '01/02/2026' }, 'defaultValue', 'default-form'],
    [{ dataType: 'boolean', defaultValue: 'yes' }, 'defaultValue', 'default-form'],
  ])('with %o is refused at %s as %s', (fields, path, code) => {
    const issues = attributeFields(tables).safeParse({ ...good, ...fields }).error?.issues;
    expect(issues?.map((issue) => [issue.path[0], issue.message])).toEqual([[path, code]]);
  });

  it.each([
    ['supplier code', 'SUPPLIER_CODE'],
    ['supplier-code', 'SUPPLIER_CODE'],
    ['SUPPLIER', 'SUPPLIER'],
  ])('typed as %s is named %s', (typed, name) => {
    expect(asColumnName(typed)).toBe(name);
  });

  it('never asks for a not-null rule or a default that the presence of the key makes void', () => {
    const both = { nonNull: true, defaultValue: 'x' };
    expect(attributeOf('QP', { ...good, ...both, presence: 'optional' })).toMatchObject({
      required: false,
      nonNull: false,
      defaultValue: 'x',
    });
    expect(attributeOf('QP', { ...good, ...both, presence: 'required' })).toEqual({
      solutionName: 'QP',
      columnName: 'SUPPLIER_CODE',
      dataType: 'string',
      required: true,
      nonNull: true,
    });
  });
});
