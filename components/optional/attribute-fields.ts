import { z } from 'zod';
import { attributeRequest, type AttributeRequest } from '@/lib/gateway/contract';
import type { TableSpec } from '@/lib/peak/model';

/** Codes of the form's own findings; sentences in components/messages/optional.ts. */
export type AttributeFieldCode =
  'table-missing' | 'name-missing' | 'name-form' | 'name-taken' | 'default-form';

export interface AttributeFields {
  table: string;
  columnName: string;
  dataType: AttributeRequest['dataType'];
  presence: 'required' | 'optional';
  nonNull: boolean;
  defaultValue: string;
}

export const EMPTY_ATTRIBUTE: AttributeFields = {
  table: '',
  columnName: '',
  dataType: 'string',
  presence: 'optional',
  nonNull: false,
  defaultValue: '',
};

export const ATTRIBUTE_TYPES = attributeRequest.shape.dataType.options;

/** What a default must look like to be a value of the type (§5.1); a string takes anything. */
const DEFAULT_FORM: Record<AttributeRequest['dataType'], RegExp> = {
  string: /^/,
  integer: /^[+-]?\d+$/,
  float: /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/,
  boolean: /^(?:true|false)$/,
  datetime: /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
};

/** Supplier code → SUPPLIER_CODE: §3.5 wants upper case, and it is shown while typing. */
export const asColumnName = (typed: string): string => typed.toUpperCase().replace(/[\s-]+/g, '_');

/** The form held against the tables as they are. */
export function attributeFields(tables: readonly TableSpec[]) {
  const code = (value: AttributeFieldCode) => value;
  return z
    .object({
      table: z.string().min(1, code('table-missing')),
      columnName: z.string(),
      dataType: attributeRequest.shape.dataType,
      presence: z.enum(['required', 'optional']),
      nonNull: z.boolean(),
      defaultValue: z.string(),
    })
    .superRefine(({ table, columnName, dataType, defaultValue }, context) => {
      const add = (path: keyof AttributeFields, message: AttributeFieldCode) =>
        context.addIssue({ code: 'custom', path: [path], message });
      const columns = tables.find((each) => each.name === table)?.columns ?? [];
      if (columnName === '') add('columnName', 'name-missing');
      else if (!attributeRequest.shape.columnName.safeParse(columnName).success)
        add('columnName', 'name-form');
      else if (columns.some((column) => column.name.toUpperCase() === columnName))
        add('columnName', 'name-taken');
      if (defaultValue !== '' && !DEFAULT_FORM[dataType].test(defaultValue))
        add('defaultValue', 'default-form');
    });
}

/** `nonNull` may only stand next to `required` (§3.2), and a default only helps where the key may be left out. */
export function attributeOf(solutionName: string, fields: AttributeFields): AttributeRequest {
  const required = fields.presence === 'required';
  return {
    solutionName,
    columnName: fields.columnName,
    dataType: fields.dataType,
    required,
    nonNull: required && fields.nonNull,
    ...(required || fields.defaultValue === '' ? {} : { defaultValue: fields.defaultValue }),
  };
}
