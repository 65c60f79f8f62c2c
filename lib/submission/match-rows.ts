import type { FailedRow, RowError } from '../gateway/contract';
import { echoFinder } from '../peak/find-echo';
import type { RejectedRow } from './model';

/** What was sent, so that an answer can be laid beside it. */
export interface Sent {
  /** The user's row number of each entry, in order. */
  readonly rows: readonly number[];
  /** The JSON array as it was sent. */
  readonly body: Uint8Array<ArrayBuffer>;
  readonly primaryKey: readonly string[];
}

/**
 * Lays the failed rows of an answer beside what was sent: by echo when it fits exactly one row, else by index (whether
 * it counts from 0 was settled by lib/peak/reshape), else unnamed. Several entries for one row become one.
 */
export function nameFailedRows(
  failed: readonly FailedRow[],
  sent: Sent,
): { readonly rejected: readonly RejectedRow[]; readonly unnamed: readonly (readonly RowError[])[] } {
  const find = echoFinder(sent.body, sent.primaryKey);
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
