import type { ColumnDefinition, Validation } from '../peak/contract/table-definition';
import { DATE_FORMAT, TIMESTAMP_FORMAT, TIMESTAMP_ZONE_FORMAT } from '../peak/contract/table-definition';
import { checkMoment } from './calendar';
import type { Decimal } from './decimal-text';
import { compareDecimals, readDecimal, writeDecimal } from './decimal-text';
import { isWrittenNumber, writeExactJson } from './exact-json';
import type { RowFault } from './refusals';
import { fault } from './refusals';

/** Text for the warehouse to cast, null, or what is wrong with the value. Equal values give equal text. */
export type ColumnCheck = (value: unknown) => string | null | RowFault;

/** Redshift's limit for text, in bytes (§5.1). */
const MOST_TEXT_BYTES = 65_535;
/** Integers are kept in 64 bits; the pages give no limit (§5.1). */
const SMALLEST: Decimal = { negative: true, digits: '9223372036854775808', scale: 0 };
const LARGEST: Decimal = { negative: false, digits: '9223372036854775807', scale: 0 };

/** What Redshift refuses in text, or stores as something else: a NUL, half a surrogate pair. */
const NOT_STORABLE = /[\0\p{Surrogate}]/u;

const encoder = new TextEncoder();

type Rules = Partial<{ [Type in Validation['type']]: Extract<Validation, { type: Type }> }>;

export function rulesOf(column: ColumnDefinition): Rules {
  return Object.fromEntries(column.validations.map((rule) => [rule.type, rule]));
}

/** The format a date or timestamp column is written in; undefined for other types. */
export function formatOf(column: ColumnDefinition): string | undefined {
  if (column.dataType === 'date') return DATE_FORMAT;
  if (column.dataType !== 'timestamp' && column.dataType !== 'datetime') return undefined;
  return rulesOf(column).timestampFormat?.format ?? TIMESTAMP_FORMAT;
}

/** Type of the column in the warehouse. */
export function sqlType(column: ColumnDefinition): string {
  switch (column.dataType) {
    case 'string':
      return 'VARCHAR';
    case 'integer':
      return 'BIGINT';
    case 'boolean':
      return 'BOOLEAN';
    case 'float':
      return 'DOUBLE';
    case 'numeric':
      return `DECIMAL(${column.precision ?? 38}, ${column.scale ?? 0})`;
    case 'json':
      return 'JSON';
    case 'date':
      return 'DATE';
    case 'timestamp':
    case 'datetime':
      // DuckDB's TIMESTAMPTZ forgets the offset a value was written with, Peak's warehouses do not: kept as text.
      return formatOf(column) === TIMESTAMP_ZONE_FORMAT ? 'VARCHAR' : 'TIMESTAMP';
  }
}

const wordFor = (value: unknown) =>
  value === null ? 'null' : isWrittenNumber(value) ? 'number' : Array.isArray(value) ? 'array' : typeof value;

function textCheck(column: ColumnDefinition, rules: Rules): ColumnCheck {
  const name = column.columnName;
  const min = rules.minLength?.value ?? 0;
  const max = rules.maxLength?.value ?? Infinity;
  const allowed = rules.enum && new Set(rules.enum.values);
  const pattern = rules.regex && new RegExp(`^(?:${rules.regex.pattern})$`, 'u');
  return (value) => {
    if (typeof value !== 'string')
      return fault('type-mismatch', `${name} must be a string, got ${wordFor(value)}`, name);
    if (NOT_STORABLE.test(value))
      return fault('not-storable', `${name} holds a character that cannot be stored`, name);
    const tooLong = value.length > MOST_TEXT_BYTES / 3 && encoder.encode(value).length > MOST_TEXT_BYTES;
    if (tooLong) return fault('too-long', `${name} is longer than ${MOST_TEXT_BYTES} bytes`, name);
    // Length in characters; a pair of surrogates is one.
    if (min > 0 || max < Infinity) {
      const length = Array.from(value).length;
      if (length < min) return fault('too-short', `${name} must have at least ${min} characters`, name);
      if (length > max) return fault('too-long', `${name} must have at most ${max} characters`, name);
    }
    if (allowed && !allowed.has(value))
      return fault('value-not-allowed', `${name} must be one of ${[...allowed].join(', ')}`, name);
    if (pattern && !pattern.test(value))
      return fault('pattern-mismatch', `${name} does not match ${pattern.source}`, name);
    return value;
  };
}

function boundsCheck(name: string, rules: Rules): (value: Decimal) => RowFault | undefined {
  const min = rules.range?.min === undefined ? undefined : readDecimal(String(rules.range.min));
  const max = rules.range?.max === undefined ? undefined : readDecimal(String(rules.range.max));
  return (value) => {
    if (min && compareDecimals(value, min) < 0)
      return fault('outside-bounds', `${name} must be at least ${writeDecimal(min)}`, name);
    if (max && compareDecimals(value, max) > 0)
      return fault('outside-bounds', `${name} must be at most ${writeDecimal(max)}`, name);
    return undefined;
  };
}

/** Numbers must be JSON numbers; a quoted one is refused (strictness not published, §10.10). */
function numberCheck(column: ColumnDefinition, rules: Rules): ColumnCheck {
  const name = column.columnName;
  const bounds = boundsCheck(name, rules);
  const { dataType, precision = 38, scale = 0 } = column;
  return (value) => {
    if (!isWrittenNumber(value))
      return fault('type-mismatch', `${name} must be a number, got ${wordFor(value)}`, name);
    const written = value.value;
    if (dataType === 'integer' && !/^-?\d+$/.test(written))
      return fault('type-mismatch', `${name} must be a whole number, got ${written}`, name);
    // Most numbers of most tables: short, whole and without a bound. The long way below gives the same text.
    if (dataType === 'integer' && !rules.range && written.length <= 15 && written !== '-0') return written;
    const decimal = readDecimal(written);
    if (!decimal) return fault('out-of-range', `${name} is too large or too small`, name);
    const outside = bounds(decimal);
    if (outside) return outside;
    if (dataType === 'float') {
      // A DOUBLE is the very float JavaScript has, so the shortest text of it loses nothing.
      const float = Number(written);
      return Number.isFinite(float) ? String(float + 0) : fault('out-of-range', `${name} is too large`, name);
    }
    if (dataType === 'integer') {
      const fits = compareDecimals(decimal, SMALLEST) >= 0 && compareDecimals(decimal, LARGEST) <= 0;
      return fits ? writeDecimal(decimal) : fault('out-of-range', `${name} does not fit into 64 bits`, name);
    }
    if (decimal.scale > scale)
      return fault(
        'scale-exceeded',
        `${name} has ${decimal.scale} digits after the point, ${scale} are allowed`,
        name,
      );
    if (decimal.digits.length - decimal.scale > precision - scale)
      return fault('precision-exceeded', `${name} does not fit into numeric(${precision},${scale})`, name);
    return writeDecimal(decimal);
  };
}

function momentCheck(column: ColumnDefinition): ColumnCheck {
  const name = column.columnName;
  const format = formatOf(column) ?? DATE_FORMAT;
  let lastGood: unknown;
  return (value) => {
    // Neighbouring rows often share a moment.
    if (value === lastGood && typeof value === 'string') return value;
    if (typeof value !== 'string')
      return fault('type-mismatch', `${name} must be a string, got ${wordFor(value)}`, name);
    const verdict = checkMoment(value, format);
    if (verdict === 'other-format')
      return fault('format-mismatch', `${name} must be written as ${format}`, name);
    if (verdict === 'impossible') return fault('date-impossible', `${name} is not in the calendar`, name);
    lastGood = value;
    return value;
  };
}

function typeCheck(column: ColumnDefinition, rules: Rules): ColumnCheck {
  const name = column.columnName;
  switch (column.dataType) {
    case 'string':
      return textCheck(column, rules);
    case 'integer':
    case 'float':
    case 'numeric':
      return numberCheck(column, rules);
    case 'boolean':
      return (value) =>
        typeof value === 'boolean'
          ? String(value)
          : fault('type-mismatch', `${name} must be true or false, got ${wordFor(value)}`, name);
    case 'json':
      return writeExactJson;
    case 'date':
    case 'timestamp':
    case 'datetime':
      return momentCheck(column);
  }
}

/** Compiles one column. A key column refuses null even where the schema forgot to say so (§6.1, last note). */
export function compileColumn(column: ColumnDefinition, inKey: boolean): ColumnCheck {
  const rules = rulesOf(column);
  const name = column.columnName;
  const check = typeCheck(column, rules);
  const onNull = inKey
    ? fault('key-null', `${name} is part of the primary key and must not be null`, name)
    : rules.nonNull
      ? fault('null-not-allowed', `${name} must not be null`, name)
      : null;
  return (value) => (value === null ? onNull : check(value));
}
