import { parse } from 'lossless-json';
import type { RowError } from '../gateway/contract';
import type { TableSpec } from '../peak/model';
import { NO_CODE, reshapeRowErrors } from '../peak/reshape-rows';
import { trouble } from './errors';

/** One line of an export of `_failed_rows`. */
export interface FailedRecord {
  /** When it failed, ms since the epoch; undefined where the export does not say. */
  readonly at: number | undefined;
  /** Its place in the request, as the export counts. */
  readonly index: number | undefined;
  /** What failed, by column in lower case; numbers are not floats (lossless-json). Empty where it says nothing. */
  readonly values: ReadonlyMap<string, unknown>;
  readonly errors: readonly RowError[];
}

/** The columns of `_failed_rows` are not published (§7): whatever they are likely to be called. */
const NAMES = {
  at: [
    'failedat',
    'failuretime',
    'errorat',
    'rejectedat',
    'insertedat',
    'ingestedat',
    'createdat',
    'timestamp',
  ],
  index: ['rowindex', 'index', 'recordindex', 'position'],
  data: ['rowdata', 'data', 'row', 'record', 'rawdata', 'rawrow', 'payload', 'values'],
  errors: ['errors', 'error', 'errordetails', 'validationerrors', 'failures', 'messages'],
  code: ['errorcode', 'code'],
  category: ['errorcategory', 'category'],
  message: ['errormessage', 'message', 'reason'],
} as const;

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Without a zone the moment is taken as UTC, which is how warehouses store it unless told otherwise. */
export function momentOf(text: string): number | undefined {
  const parts =
    /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?))?\s*(Z|[+-]\d\d(?::?\d\d)?)?$/i.exec(
      text.trim(),
    );
  if (parts === null) return undefined;
  const [, day = '', time = '00:00', zone = 'Z'] = parts;
  const full = /^[+-]\d\d$/.test(zone)
    ? `${zone}:00`
    : zone.toUpperCase().replace(/^([+-]\d\d)(\d\d)$/, '$1:$2');
  const at = Date.parse(
    `${day}T${time.length === 5 ? `${time}:00` : time.replace(/(\.\d{3})\d+$/, '$1')}${full}`,
  );
  return Number.isNaN(at) ? undefined : at;
}

function parsed(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Errors are read as those of an answer, so numbers may become floats here: none of them is data. */
function errorsIn(text: string): RowError[] {
  if (text.trim() === '') return [];
  try {
    return reshapeRowErrors(JSON.parse(text));
  } catch {
    return reshapeRowErrors(text);
  }
}

/**
 * Says how lines of an export are read, from its headings: the failed row as JSON in one column, or the table's own
 * columns beside what went wrong. Throws IntakeError not-failed-rows when the headings offer neither.
 */
export function exportReader(
  header: readonly string[],
  table: Pick<TableSpec, 'columns' | 'primaryKey'>,
): (cells: readonly string[]) => FailedRecord {
  const own = new Map(table.columns.map(({ name }) => [name.toLowerCase(), name]));
  const columns = header.map((name) => name.trim().toLowerCase());
  const place = (kind: keyof typeof NAMES, mayBeColumn = false): number => {
    const names: readonly string[] = NAMES[kind];
    const found = columns.findIndex((name) => names.includes(plain(name)) && (mayBeColumn || !own.has(name)));
    return found;
  };
  const at = place('at');
  const index = place('index');
  const data = place('data');
  const errors = place('errors');
  const [code, category, message] = [place('code'), place('category'), place('message')];
  const flat = columns.flatMap((name, position) => (own.has(name) ? [{ name, position }] : []));
  const wanted = table.primaryKey.length > 0 ? table.primaryKey : table.columns.map(({ name }) => name);
  const isFlat = wanted.every((name) => columns.includes(name.toLowerCase()));
  if (data < 0 && !isFlat) throw trouble('not-failed-rows');

  return (cells) => {
    const cell = (position: number): string => cells[position] ?? '';
    const json = data < 0 ? undefined : parsed(cell(data));
    const values: [string, unknown][] =
      data < 0
        ? flat.map(({ name, position }) => [name, cell(position)])
        : isRecord(json)
          ? Object.entries(json).map(([name, value]) => [name.toLowerCase(), value])
          : [];
    const said = errorsIn(cell(errors));
    const words = cell(message);
    const alone: RowError = {
      code: cell(code) === '' ? NO_CODE : cell(code),
      ...(cell(category) === '' ? {} : { category: cell(category) }),
      message: words,
    };
    const number = cell(index).trim();
    return {
      at: momentOf(cell(at)),
      index: /^\d{1,9}$/.test(number) ? Number(number) : undefined,
      values: new Map(values.filter(([name]) => own.has(name))),
      errors: said.length > 0 ? said : [alone],
    };
  };
}
