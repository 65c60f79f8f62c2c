import type { FailedRow, RowError } from '../gateway/contract';
import type { WireRecord } from './wire';
import { field, flagField, isList, isRecord, layers, readJson, textField, textOf, wholeField } from './wire';

/** For an error that came without a code; codes of Peak pass through unchanged (§4.4). */
export const NO_CODE = 'without-code';
const LONGEST_MESSAGE = 500;

const CODE = ['code', 'errorcode', 'errcode', 'validationcode'];
const MESSAGE = ['message', 'errormessage', 'msg', 'detail', 'description', 'reason', 'title'];
const ROW_ERRORS = ['errors', 'validationerrors', 'failures', 'feedback', 'validations', 'messages', 'error'];
const ECHO = ['row', 'record', 'data', 'input', 'echo', 'payload', 'values', 'primarykey', 'key', 'keys'];
/** Counted from 0 unless the answer itself shows otherwise; the base is not published (§10.2). */
const FROM_ZERO = ['index', 'rowindex', 'recordindex', 'position', 'row'];
const FROM_ONE = ['rownumber', 'rowno', 'rownum', 'line', 'linenumber', 'recordnumber'];
const FAILED = ['failed', 'failedrows', 'failedrecords', 'rejected', 'rejectedrows'];
const ACCEPTED = [
  'accepted',
  'acceptedcount',
  'acceptedrows',
  'successcount',
  'successfulcount',
  'successful',
  'succeeded',
  'success',
  'ingested',
  'ingestedcount',
  'rowsaccepted',
  'rowsingested',
];

function oneError(value: unknown): RowError | undefined {
  const plainText = textOf(value);
  if (plainText !== undefined) return { code: NO_CODE, message: plainText.slice(0, LONGEST_MESSAGE) };
  if (!isRecord(value)) return undefined;
  const nested = field(value, 'error');
  if (isRecord(nested)) return oneError(nested);
  const code = textField(value, ...CODE);
  const said = textField(value, ...MESSAGE) ?? textOf(nested);
  if (code === undefined && said === undefined) return undefined;
  const category = textField(value, 'category', 'errorcategory', 'type');
  const column = textField(value, 'column', 'columnname', 'field', 'attribute');
  const unnamed = column === undefined || (said ?? '').toLowerCase().includes(column.toLowerCase());
  const message = unnamed ? (said ?? '') : `${column}: ${said ?? ''}`;
  return {
    code: code ?? NO_CODE,
    ...(category === undefined ? {} : { category }),
    message: message.slice(0, LONGEST_MESSAGE),
  };
}

function errorsOf(entry: WireRecord): RowError[] {
  for (const name of ROW_ERRORS) {
    const value = field(entry, name);
    const found = (isList(value) ? value : [value]).flatMap((item) => oneError(item) ?? []);
    if (found.length > 0) return found;
  }
  const itself = oneError(entry);
  return itself ? [itself] : [];
}

/** The errors of one failed row, whatever holds them: a list, one object, or plain words (§4.4). */
export const reshapeRowErrors = (errors: unknown): RowError[] => errorsOf({ errors });

/** The error that an answer carries as a whole: at the top, in a wrapper, or the first of a list (§4.3, 4.4). */
export function reshapeError(body: unknown): RowError | undefined {
  if (typeof body === 'string') return oneError(body);
  for (const layer of layers(body)) {
    const errors = field(layer, 'errors');
    const found = (isList(errors) ? oneError(errors[0]) : undefined) ?? oneError(layer);
    if (found) return found;
  }
  return undefined;
}

const DENIED = /^(?:error|errored|fail|failed|failure|rejected|denied)$/i;
const NOTHING = /^\s*(?:|0|false|no|none|null|nil|n\/?a|ok|success|no errors?)[.!]?\s*$/i;

/** Whether what stands under the name of an error says anything: records of nothing, such as a count of 0, do not. */
function isSaid(value: unknown): boolean {
  if (isList(value)) return value.length > 0;
  return isRecord(value) ? Object.values(value).some(isSaid) : !NOTHING.test(textOf(value) ?? '');
}

/**
 * What an answer that is a success by its status says against that: a denied success, or an error of somebody between
 * us and Peak whose function broke.
 */
export function reshapeContradiction(body: unknown): RowError | undefined {
  for (const layer of layers(body)) {
    const isDenied =
      flagField(layer, 'success', 'ok', 'succeeded') === false ||
      DENIED.test(textField(layer, 'status', 'result', 'outcome') ?? '');
    const isBroken = ['error', 'errors', 'errormessage', 'errortype'].some((name) =>
      isSaid(field(layer, name)),
    );
    if (isDenied || isBroken) return reshapeError(body) ?? { code: NO_CODE, message: '' };
  }
  return undefined;
}

interface Reference {
  readonly at: number;
  readonly base: 0 | 1;
}

function referenceOf(entry: WireRecord): Reference | undefined {
  const fromZero = wholeField(entry, ...FROM_ZERO);
  if (fromZero !== undefined) return { at: fromZero, base: 0 };
  const fromOne = wholeField(entry, ...FROM_ONE);
  return fromOne === undefined ? undefined : { at: fromOne, base: 1 };
}

function echoOf(entry: WireRecord): WireRecord | undefined {
  for (const name of ECHO) {
    const value = field(entry, name);
    const echo = typeof value === 'string' && value.startsWith('{') ? readJson(value) : value;
    if (isRecord(echo)) return echo;
  }
  return undefined;
}

/** The list of refused rows. `errors` is one only when it points at rows, or when the status says that rows are meant. */
function failedList(body: unknown, status: number): readonly unknown[] {
  for (const layer of layers(body)) {
    for (const name of FAILED) {
      const value = field(layer, name);
      if (isList(value)) return value;
    }
    const errors = field(layer, 'errors');
    const points = (item: unknown) => isRecord(item) && (referenceOf(item) ?? echoOf(item)) !== undefined;
    if (isList(errors) && (status === 207 || errors.some(points))) return errors;
  }
  return [];
}

/**
 * Refused rows by their place in the request, counted from 0. A 0 anywhere proves counting from 0, the number of rows
 * sent proves counting from 1; a place outside of the request is dropped, so that no wrong row is ever blamed.
 */
export function reshapeFailed(body: unknown, status: number, rowsSent: number): FailedRow[] {
  const entries = failedList(body, status).map((item) => ({ item, record: isRecord(item) ? item : {} }));
  const places = entries.flatMap(({ record }) => referenceOf(record) ?? []);
  const proven = places.some(({ at }) => at === 0)
    ? 0
    : places.some(({ at }) => at === rowsSent)
      ? 1
      : undefined;
  const named = new Map<number, FailedRow>();
  const unnamed: FailedRow[] = [];
  for (const { item, record } of entries) {
    const reference = referenceOf(record);
    const index = reference ? reference.at - (proven ?? reference.base) : undefined;
    const echo = echoOf(record);
    const plainText = oneError(textOf(item));
    const errors = plainText ? [plainText] : errorsOf(record);
    const row: FailedRow = { ...(echo ? { echo } : {}), errors };
    if (index === undefined || index < 0 || index >= rowsSent) unnamed.push(row);
    else {
      const known = named.get(index);
      named.set(index, known ? { ...known, errors: [...known.errors, ...errors] } : { index, ...row });
    }
  }
  return [...named.values(), ...unnamed];
}

/** Peak's own counter of accepted rows, when the answer has one. */
export function reshapeAccepted(body: unknown): number | undefined {
  for (const layer of layers(body)) {
    const count = wholeField(layer, ...ACCEPTED);
    if (count !== undefined && count >= 0) return count;
  }
  return undefined;
}
