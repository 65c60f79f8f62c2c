import type { RolloutAnswer } from '../gateway/contract';
import type { Solution, TableSpec } from './model';
import { reshapeError } from './reshape-rows';
import type { NameParts } from './reshape-table';
import { fullName, isFailedRows, recordsOf, reshapeTable } from './reshape-table';
import type { WireRecord } from './wire';
import { field, isList, isRecord, layers, listIn, readJson, textField, textOf, wholeField } from './wire';

/** With its sisters `reshape-*`, the only crossing from Peak's answers to our names. Undefined: not recognisable. */

function reshapeSolution(item: unknown): Solution | undefined {
  const bare = textOf(item);
  if (bare) return { solutionName: bare, prefix: '', suffix: '', targetSchemaName: '' };
  if (!isRecord(item)) return undefined;
  const solutionName = textField(item, 'solutionname', 'name', 'solution', 'solutionid', 'id');
  if (!solutionName) return undefined;
  const tables = field(item, 'tables', 'objects');
  const tableCount =
    wholeField(item, 'tablecount', 'tablescount', 'objectcount', 'tables') ??
    (isList(tables) ? tables.length : undefined);
  const appName = textField(item, 'appname', 'app', 'application');
  const appVersion = textField(item, 'appversion', 'version', 'schemaversion');
  return {
    solutionName,
    prefix: textField(item, 'prefix', 'tableprefix') ?? '',
    suffix: textField(item, 'suffix', 'tablesuffix') ?? '',
    targetSchemaName: textField(item, 'targetschemaname', 'targetschema', 'warehouseschema') ?? '',
    ...(tableCount === undefined ? {} : { tableCount }),
    ...(appName === undefined ? {} : { appName }),
    ...(appVersion === undefined ? {} : { appVersion }),
  };
}

/** The list of solutions (§3.6). An entry without a name makes the answer unrecognisable: none is left out silently. */
export function reshapeSolutions(body: unknown): Solution[] | undefined {
  const list = listIn(body, 'solutions', 'items');
  const solutions = list?.map(reshapeSolution);
  return solutions?.every((item) => item !== undefined) ? solutions : undefined;
}

/** What a schema answer says of the solution itself; Peak may leave all of it out (§3.7). */
export function reshapeSolutionFacts(
  body: unknown,
  solutionName: string,
): Partial<NameParts> & { solution: Solution } {
  const told = layers(body).flatMap((layer) => {
    const inner = field(layer, 'solution');
    return isRecord(inner) ? [inner, layer] : [layer];
  });
  const facts = told.find((layer) => field(layer, 'prefix', 'suffix') !== undefined) ?? {};
  const solution = {
    ...(reshapeSolution({ ...facts, solutionName }) ?? { prefix: '', suffix: '', targetSchemaName: '' }),
    solutionName,
  };
  const prefix = textField(facts, 'prefix');
  const suffix = textField(facts, 'suffix');
  return {
    solution,
    ...(prefix === undefined ? {} : { prefix }),
    ...(suffix === undefined ? {} : { suffix }),
  };
}

function tableRecords(body: unknown): readonly WireRecord[] | undefined {
  const text = isRecord(body) ? field(body, 'schemadefinition') : undefined;
  if (typeof text === 'string') return tableRecords(readJson(text));
  const list = listIn(body, 'tables', 'objects', 'schema', 'schemas', 'schemadefinition', 'tabledefinitions');
  if (list) return list.filter(isRecord);
  for (const layer of layers(body)) {
    const keyed = field(layer, 'tables', 'objects', 'schema');
    if (typeof keyed === 'string') return tableRecords(readJson(keyed));
    if (isRecord(keyed)) {
      const inner = tableRecords(keyed);
      const records = inner ?? recordsOf(keyed, 'tableName');
      if (records.length > 0) return records;
    }
  }
  return undefined;
}

/** The tables of a schema (§3.7), without the failed-rows tables Peak keeps beside them. */
export function reshapeTables(body: unknown, parts: NameParts): TableSpec[] | undefined {
  const tables = tableRecords(body)
    ?.map((record) => reshapeTable(record, parts))
    .filter((table) => table === undefined || !isFailedRows(table.name));
  return tables?.every((table) => table !== undefined) ? tables : undefined;
}

/** Words by which Peak may say that something is there already; codes and status are not published (§3.2, §10.6). */
export function saysAlready(body: unknown): boolean {
  const error = reshapeError(body);
  return error !== undefined && ALREADY.test(`${error.code} ${error.message}`);
}
const ALREADY = /already|exists|duplicate|conflict/i;

function nameAndReason(item: unknown, parts: NameParts): { name: string; message?: string } | undefined {
  const bare = textOf(item);
  if (bare) return { name: fullName(bare, parts) };
  if (!isRecord(item)) return undefined;
  const name = textField(item, 'tablename', 'objectname', 'name', 'object', 'table');
  if (!name) return undefined;
  const message = reshapeError(item)?.message;
  return { name: fullName(name, parts), ...(message ? { message } : {}) };
}

/** The two lists of a rollout (§3.3), names made full. Undefined when the answer has neither list. */
export function reshapeRollout(
  body: unknown,
  parts: NameParts,
): Pick<RolloutAnswer, 'successful' | 'failed' | 'alreadyRolledOut'> | undefined {
  for (const layer of layers(body)) {
    const good = field(layer, 'successfulobjects', 'successfultables', 'successful');
    const bad = field(layer, 'failedobjects', 'failedtables', 'failed');
    if (!isList(good) && !isList(bad)) continue;
    const successful = (isList(good) ? good : []).flatMap((item) => nameAndReason(item, parts)?.name ?? []);
    const failed = (isList(bad) ? bad : []).flatMap((item) => nameAndReason(item, parts) ?? []);
    const already = failed.length > 0 && failed.every(({ message }) => message && ALREADY.test(message));
    return {
      successful: successful.filter((name) => !isFailedRows(name)),
      failed,
      alreadyRolledOut: successful.length === 0 && already,
    };
  }
  return undefined;
}
