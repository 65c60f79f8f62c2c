import type { ColumnDefinition, TableDefinition } from '../peak/contract/table-definition';
import { schemaDefinition } from '../peak/contract/table-definition';
import type { Result } from '../base/result';
import { err, ok } from '../base/result';
import { compileColumn, rulesOf } from './column-check';
import { WrittenNumber } from './exact-json';

/** A default is stored as if it had been sent, so it must pass the column's own checks. */
function defaultFits(column: ColumnDefinition): boolean {
  const { dataType, defaultValue: text } = column;
  if (text === undefined) return true;
  const check = compileColumn(column, false);
  if (dataType === 'boolean') return text === 'true' || text === 'false';
  const isNumber = dataType === 'integer' || dataType === 'float' || dataType === 'numeric';
  if (isNumber && !/^-?\d+(\.\d+)?$/.test(text)) return false;
  return typeof check(isNumber ? new WrittenNumber(text) : text) === 'string';
}

function patternCompiles(pattern: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

/** What a column must keep beyond its shape (§3.2, 5.1). Sentences for whoever wrote the definition. */
export function columnProblems(column: ColumnDefinition): string[] {
  const name = column.columnName;
  const { dataType, precision, scale } = column;
  const rules = rulesOf(column);
  const problems: string[] = [];
  if ((rules.required === undefined) === (rules.optional === undefined))
    problems.push(`${name} must have exactly one of required and optional`);
  if (rules.nonNull && !rules.required) problems.push(`${name} may only be nonNull when it is required`);
  if (new Set(column.validations.map(({ type }) => type)).size < column.validations.length)
    problems.push(`${name} has a validation twice`);
  if (dataType === 'numeric') {
    if (precision === undefined || scale === undefined) problems.push(`${name} needs precision and scale`);
    else if (scale > precision) problems.push(`${name} has a scale larger than its precision`);
  } else if (precision !== undefined || scale !== undefined)
    // Refused since the later pages (§5.1); the first ones wanted them for float.
    problems.push(`${name} takes no precision and scale, because it is ${dataType}`);
  const isMoment = dataType === 'date' || dataType === 'timestamp';
  if (isMoment && !rules.timestampFormat) problems.push(`${name} needs timestampFormat`);
  if (rules.timestampFormat && (dataType === 'date') !== (rules.timestampFormat.format === 'YYYY-MM-DD'))
    problems.push(`${name} has a timestampFormat that does not fit ${dataType}`);
  const isText = dataType === 'string';
  if (!isText && (rules.minLength ?? rules.maxLength ?? rules.enum ?? rules.regex))
    problems.push(`${name} has a validation for text, but is ${dataType}`);
  if (rules.regex && !patternCompiles(rules.regex.pattern))
    problems.push(`${name} has a regex that cannot be read`);
  if (problems.length === 0 && !defaultFits(column))
    problems.push(`${name} has a defaultValue that does not fit`);
  return problems;
}

function repeated(names: readonly string[]): string[] {
  const upper = names.map((name) => name.toUpperCase());
  return [...new Set(upper.filter((name, at) => upper.indexOf(name) < at))];
}

function tableProblems(table: TableDefinition): string[] {
  const columns = new Map(table.columns.map((column) => [column.columnName.toUpperCase(), column]));
  const unknown = [
    ...table.primaryKey,
    ...table.uniqueKey.flat(),
    ...table.foreignKeys.flatMap((key) => key.columns),
  ].filter((name) => !columns.has(name.toUpperCase()));
  const leftOut = table.primaryKey.filter((name) => {
    const column = columns.get(name.toUpperCase());
    return column && !rulesOf(column).required;
  });
  return [
    ...repeated(table.columns.map(({ columnName }) => columnName)).map(
      (name) => `${name} stands there twice`,
    ),
    ...[...new Set(unknown)].map((name) => `${name} is used in a key but is no column`),
    ...leftOut.map((name) => `${name} is in the primary key and must be required`),
    ...table.columns.flatMap(columnProblems),
  ].map((problem) => `${table.objectName}: ${problem}`);
}

/** Reads the string of §3.2. The error lists every problem, in sentences. */
export function readDefinition(text: string): Result<TableDefinition[], string[]> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return err(['schemaDefinition must be a string that holds JSON']);
  }
  const parsed = schemaDefinition.safeParse(json);
  if (!parsed.success)
    return err(
      parsed.error.issues.map(
        (issue) =>
          `schemaDefinition${issue.path.map((part) => `[${String(part)}]`).join('')}: ${issue.message}`,
      ),
    );
  const problems = [
    ...repeated(parsed.data.map(({ objectName }) => objectName)).map((name) => `${name} is defined twice`),
    ...parsed.data.flatMap(tableProblems),
  ];
  return problems.length > 0 ? err(problems) : ok(parsed.data);
}
