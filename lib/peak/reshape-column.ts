import type { ColumnSpec, DataType } from './model';
import type { WireRecord } from './wire';
import { field, flagField, isList, isRecord, textField, textOf, wholeField } from './wire';

/** Words for a type that were seen (§5.1) or that a warehouse uses for the same thing. */
const TYPES: Readonly<Record<string, DataType>> = {
  string: 'string',
  text: 'string',
  varchar: 'string',
  char: 'string',
  charactervarying: 'string',
  enum: 'string',
  uuid: 'string',
  integer: 'integer',
  int: 'integer',
  bigint: 'integer',
  smallint: 'integer',
  boolean: 'boolean',
  bool: 'boolean',
  float: 'float',
  double: 'float',
  doubleprecision: 'float',
  real: 'float',
  numeric: 'numeric',
  decimal: 'numeric',
  number: 'numeric',
  json: 'json',
  jsonb: 'json',
  variant: 'json',
  super: 'json',
  object: 'json',
  date: 'date',
  timestamp: 'timestamp',
  datetime: 'timestamp',
  timestamptz: 'timestamp',
  timestampntz: 'timestamp',
  timestampltz: 'timestamp',
  timestampwithtimezone: 'timestamp',
  timestampwithouttimezone: 'timestamp',
};

/** Where a validation keeps its bound: the key's name is not published (§10.9). */
const BOUND = ['value', 'bound', 'limit', 'length', 'size'];

type Facts = { -readonly [K in keyof ColumnSpec]?: ColumnSpec[K] } & { unchecked: string[] };

function bound(rule: WireRecord, ...names: readonly string[]): string | undefined {
  const params = field(rule, 'params', 'parameters', 'options', 'config');
  const own = textField(rule, ...names, ...BOUND);
  return own ?? (isRecord(params) ? textField(params, ...names, ...BOUND) : undefined);
}

function wholeBound(rule: WireRecord, ...names: readonly string[]): number | undefined {
  const text = bound(rule, ...names);
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

function choices(rule: WireRecord): string[] | undefined {
  const list = field(rule, 'allowedvalues', 'values', 'enum', 'allowed', 'options', 'value');
  if (!isList(list)) return undefined;
  return list.flatMap((item) => textOf(item) ?? []);
}

/** Puts one value under its key, or says that the rule could not be read (then it is shown as not checked here). */
function put<K extends keyof ColumnSpec>(facts: Facts, key: K, value: ColumnSpec[K] | undefined): boolean {
  if (value === undefined) return false;
  Object.assign(facts, { [key]: value });
  return true;
}

/** One entry of `validations` (§3.2, 5.2). Answers false when it is not known or cannot be read. */
function applyRule(facts: Facts, type: string, rule: WireRecord): boolean {
  switch (type.toLowerCase().replace(/[_\s-]/g, '')) {
    case 'required':
      return put(facts, 'required', flagField(rule, 'value') ?? true);
    case 'optional':
      return put(facts, 'required', !(flagField(rule, 'value') ?? true));
    case 'nonnull':
    case 'notnull':
      return put(facts, 'nullable', !(flagField(rule, 'value') ?? true));
    case 'nullable':
      return put(facts, 'nullable', flagField(rule, 'value') ?? true);
    case 'minlength':
      return put(facts, 'minLength', wholeBound(rule, 'minlength', 'min'));
    case 'maxlength':
      return put(facts, 'maxLength', wholeBound(rule, 'maxlength', 'max'));
    case 'timestampformat':
    case 'dateformat':
      return put(facts, 'format', bound(rule, 'format', 'timestampformat'));
    case 'enum':
    case 'allowedvalues':
    case 'oneof':
      return put(facts, 'allowed', choices(rule));
    case 'regex':
    case 'pattern':
      return put(facts, 'pattern', bound(rule, 'pattern', 'regex', 'expression'));
    case 'min':
    case 'minimum':
      return put(facts, 'min', bound(rule, 'min', 'minimum'));
    case 'max':
    case 'maximum':
      return put(facts, 'max', bound(rule, 'max', 'maximum'));
    case 'range': {
      const low = put(facts, 'min', textField(rule, 'min', 'minimum', 'from'));
      return put(facts, 'max', textField(rule, 'max', 'maximum', 'to')) || low;
    }
    case 'primarykey':
      return true;
    default:
      return false;
  }
}

/** Validations as `[{type, …}]`, `['required']` or `{required: true, maxLength: 10}`. */
function rulesOf(column: WireRecord): readonly { type: string; rule: WireRecord }[] {
  const value = field(column, 'validations', 'validation', 'constraints', 'rules');
  if (isList(value))
    return value.flatMap((item) => {
      if (typeof item === 'string') return [{ type: item, rule: {} }];
      const type = isRecord(item) ? textField(item, 'type', 'name', 'rule', 'validation') : undefined;
      return type !== undefined && isRecord(item) ? [{ type, rule: item }] : [];
    });
  if (!isRecord(value)) return [];
  return Object.entries(value).map(([type, rule]) => ({
    type,
    rule: isRecord(rule) ? rule : { value: rule },
  }));
}

/** Whether the column itself says that it is part of the key. */
export function saysPrimaryKey(column: WireRecord): boolean {
  const told = flagField(column, 'primarykey', 'isprimarykey', 'ispk', 'pk') === true;
  return (
    told || rulesOf(column).some(({ type }) => type.toLowerCase().replace(/[_\s-]/g, '') === 'primarykey')
  );
}

/** One column of a schema read or saved (§3.2, 3.5, 3.7, 5); undefined without a name. */
export function reshapeColumn(column: WireRecord, inKey: boolean): ColumnSpec | undefined {
  const name = textField(column, 'columnname', 'name', 'column', 'attributename', 'field');
  if (name === undefined || name === '') return undefined;
  const rawType = textField(column, 'datatype', 'type', 'columntype') ?? '';
  const [, word = '', first, second] =
    /^\s*([A-Za-z_\s]+?)\s*(?:\(\s*(\d+)\s*(?:,\s*(\d+)\s*)?\))?\s*$/.exec(rawType) ?? [];
  const type = TYPES[word.toLowerCase().replace(/[_\s]/g, '')];
  const facts: Facts = { unchecked: type === undefined ? [`dataType ${rawType || '?'}`] : [] };
  if (type === 'numeric') {
    put(facts, 'precision', wholeField(column, 'precision') ?? (first ? Number(first) : undefined));
    put(facts, 'scale', wholeField(column, 'scale') ?? (second ? Number(second) : undefined));
  }
  if (type === 'string' && first) facts.maxLength = Number(first);
  put(facts, 'required', flagField(column, 'required', 'isrequired', 'mandatory'));
  put(facts, 'nullable', flagField(column, 'nullable', 'isnullable', 'allownull'));
  if (flagField(column, 'nonnull', 'notnull') === true) facts.nullable = false;
  put(facts, 'format', textField(column, 'format', 'timestampformat'));
  put(facts, 'defaultValue', textField(column, 'defaultvalue', 'default'));
  put(facts, 'description', textField(column, 'description', 'comment'));
  put(facts, 'allowed', choices({ values: field(column, 'allowedvalues', 'enum', 'enumvalues') }));
  for (const { type: rule, rule: entry } of rulesOf(column))
    if (!applyRule(facts, rule, entry)) facts.unchecked.push(rule);
  // §3.2: `nonNull` may only stand next to `required`, and key columns must be required.
  const required = facts.required ?? (inKey || facts.nullable === false);
  return { ...facts, name, type: type ?? 'string', rawType, required, nullable: facts.nullable ?? true };
}
