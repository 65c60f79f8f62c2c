import type { FailedRow, RowError } from '../gateway/contract';
import type { RejectedRow } from './model';

/** What was sent, so that an answer can be laid beside it. */
export interface Sent {
  /** The user's row number of each entry, in order. */
  readonly rows: readonly number[];
  /** The JSON array as it was sent. */
  readonly body: Uint8Array<ArrayBuffer>;
  readonly primaryKey: readonly string[];
}

type Row = Readonly<Record<string, unknown>>;
const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Names of columns are compared without case: the schema's spelling and the echo's may differ (§4.1). */
const lower = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name.toLowerCase(), value]));

/** Numbers may come back as text, and text as numbers; digits beyond a float's are lost on both sides alike. */
function comparable(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text) ? String(Number(text)) : text;
}

const keyOf = (row: Row, columns: readonly string[]): string =>
  JSON.stringify(columns.map((column) => comparable(row[column])));

/**
 * Finds the entry an echoed row belongs to: by primary key, or by the whole echo where there is no key. Undefined when
 * none or several fit; a guess would blame a row that was stored.
 */
function echoFinder(sent: Sent): (echo: Row) => number | undefined {
  let entries: readonly Row[] | undefined;
  const maps = new Map<string, Map<string, number | undefined>>();
  return (echo) => {
    entries ??= readBody(sent.body);
    const asked = lower(echo);
    const key = sent.primaryKey.map((name) => name.toLowerCase());
    const byKey = key.length > 0 && key.every((name) => name in asked);
    const columns = byKey ? key : Object.keys(asked).sort();
    if (columns.length === 0) return undefined;
    const kind = columns.join('\u0000');
    let map = maps.get(kind);
    if (!map) {
      map = new Map();
      for (const [index, entry] of entries.entries()) {
        const text = keyOf(entry, columns);
        map.set(text, map.has(text) ? undefined : index);
      }
      maps.set(kind, map);
    }
    return map.get(keyOf(asked, columns));
  };
}

function readBody(body: Uint8Array<ArrayBuffer>): readonly Row[] {
  const parsed: unknown = JSON.parse(new TextDecoder().decode(body));
  return Array.isArray(parsed) ? parsed.map((entry: unknown) => (isRow(entry) ? lower(entry) : {})) : [];
}

/**
 * Lays the failed rows of an answer beside what was sent: by echo when it fits exactly one row, else by index (whether
 * it counts from 0 was settled by lib/peak/reshape), else unnamed. Several entries for one row become one.
 */
export function nameFailedRows(
  failed: readonly FailedRow[],
  sent: Sent,
): { readonly rejected: readonly RejectedRow[]; readonly unnamed: readonly (readonly RowError[])[] } {
  const find = echoFinder(sent);
  const errors = new Map<number, RowError[]>();
  const unnamed: (readonly RowError[])[] = [];
  for (const entry of failed) {
    const index = (entry.echo && find(entry.echo)) ?? entry.index;
    const row = index === undefined ? undefined : sent.rows[index];
    if (row === undefined) unnamed.push(entry.errors);
    else errors.set(row, [...(errors.get(row) ?? []), ...entry.errors]);
  }
  const rejected = [...errors].map(([row, list]) => ({ row, errors: list }));
  return { rejected: rejected.sort((a, b) => a.row - b.row), unnamed };
}
