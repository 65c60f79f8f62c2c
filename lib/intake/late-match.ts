import { isLosslessNumber } from 'lossless-json';
import type { ColumnSpec, TableSpec } from '../peak/model';
import { decimalKey, decimalToken } from '../validation/decimal';
import type { FailedRecord } from './late-export';
import type { SentRow } from './sent-rows';

/** Clocks of two machines differ, and so do the moments at which they look at them; in ms. */
const CLOCKS_MS = 5 * 60_000;

/** One spelling per value, so that a warehouse's 1.5 is the file's 1.50. Empty and absent are one. */
function spelling(type: ColumnSpec['type'], value: unknown): string {
  if (value === null || value === undefined) return '';
  const text =
    typeof value === 'string' ? value : isLosslessNumber(value) ? value.toString() : JSON.stringify(value);
  switch (type) {
    case 'integer':
    case 'float':
    case 'numeric': {
      const token = decimalToken(text.trim());
      return token === undefined ? text : decimalKey(token);
    }
    case 'boolean':
      return text.toLowerCase();
    case 'date':
    case 'timestamp':
      return text.replace('T', ' ').replace(/\.0+(?=$|[ Z+-])/, '');
    case 'string':
    case 'json':
      return text;
  }
}

/** Lines that can be compared by the same columns. */
interface Kind {
  readonly columns: readonly ColumnSpec[];
  readonly records: Map<string, FailedRecord[]>;
}

/**
 * Lays lines of an export beside rows that were sent with these columns. A line names a row when every value that both
 * have is the same, the whole key among them; a guess would blame a row that was stored.
 */
export class LateMatch {
  readonly #hits = new Map<FailedRecord, SentRow[]>();
  readonly #sameKey = new Set<FailedRecord>();
  readonly #bySize: Kind[] = [];
  readonly #byKey = new Map<string, FailedRecord[]>();
  readonly #key: ColumnSpec[];

  constructor(
    records: readonly FailedRecord[],
    table: Pick<TableSpec, 'columns' | 'primaryKey'>,
    sent: ReadonlySet<string>,
  ) {
    this.#key = table.columns.filter(({ name }) => table.primaryKey.includes(name));
    const kinds = new Map<string, Kind>();
    for (const record of records) {
      const columns = table.columns.filter(({ name }) => {
        const lower = name.toLowerCase();
        return sent.has(lower) && record.values.has(lower);
      });
      if (columns.length === 0 || this.#key.some((column) => !columns.includes(column))) continue;
      const kindName = columns.map(({ name }) => name).join('\u0000');
      const kind = kinds.get(kindName) ?? { columns, records: new Map() };
      if (!kinds.has(kindName)) this.#bySize.push(kind);
      kinds.set(kindName, kind);
      const add = (map: Map<string, FailedRecord[]>, key: string) => {
        const same = map.get(key);
        if (same === undefined) map.set(key, [record]);
        else same.push(record);
      };
      add(kind.records, textOf(columns, record.values));
      if (this.#key.length > 0) add(this.#byKey, textOf(this.#key, record.values));
    }
  }

  /** One row that was sent; values by column in lower case. */
  offer(values: ReadonlyMap<string, unknown>, row: SentRow): void {
    for (const { columns, records } of this.#bySize)
      for (const record of records.get(textOf(columns, values)) ?? [])
        this.#hits.set(record, [...(this.#hits.get(record) ?? []), row]);
    if (this.#key.length === 0) return;
    for (const record of this.#byKey.get(textOf(this.#key, values)) ?? []) this.#sameKey.add(record);
  }

  rowsFor(record: FailedRecord): readonly SentRow[] {
    return this.#hits.get(record) ?? [];
  }

  /** The key was sent, with other values. */
  hasKeyOf(record: FailedRecord): boolean {
    return this.#sameKey.has(record);
  }
}

const textOf = (columns: readonly ColumnSpec[], values: ReadonlyMap<string, unknown>): string =>
  JSON.stringify(columns.map(({ name, type }) => spelling(type, values.get(name.toLowerCase()))));

/**
 * The row one line speaks of, among rows that all look like it: sent before it failed, the last sent first, then the one
 * at the place the line names. `older`: it failed before any of them was sent. Undefined: all of them are spoken for.
 */
export function rowMeant(
  { at, index }: Pick<FailedRecord, 'at' | 'index'>,
  rows: readonly SentRow[],
  taken: ReadonlySet<SentRow>,
): SentRow | 'older' | undefined {
  const before = rows.filter(({ sentAt }) => at === undefined || sentAt <= at + CLOCKS_MS);
  if (before.length === 0) return 'older';
  const surely = (row: SentRow) => (at === undefined || row.sentAt <= at ? 1 : 0);
  const placed = (row: SentRow) => (row.place === index ? 1 : 0);
  // Without a time the refusals that are known already come first: they are in the same table.
  const known = (row: SentRow) => (at === undefined && row.fate === 'refused' ? 1 : 0);
  const [meant] = before
    .filter((row) => !taken.has(row))
    .sort(
      (a, b) =>
        known(b) - known(a) ||
        surely(b) - surely(a) ||
        (at === undefined ? 0 : b.sentAt - a.sentAt) ||
        placed(b) - placed(a),
    );
  return meant;
}
