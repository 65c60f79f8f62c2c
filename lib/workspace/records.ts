import type { z } from 'zod';
import type { Connection } from '../gateway/contract';
import { StorageError } from './errors';
import { accountAt } from './model';
import type { Load, Workspace } from './model';

/** A record that is there but has not the agreed shape. It stays where it is until the user decides. */
export interface UnreadableRecord {
  readonly kind: 'workspace' | 'load';
  readonly id: string;
  readonly issues: readonly string[];
  /** The record as it stands, so that it can be saved to a file. */
  readonly record: unknown;
}

const complaints = (error: z.ZodError): string[] =>
  error.issues.map((issue) => `${issue.path.join('.') || 'record'}: ${issue.message}`);

/** Throws StorageError `unreadable`. */
export function parseRecord<T>(shape: z.ZodType<T>, record: unknown, id: string): T {
  const parsed = shape.safeParse(record);
  if (parsed.success) return parsed.data;
  throw new StorageError('unreadable', `record ${id}: ${complaints(parsed.error).slice(0, 3).join('; ')}`);
}

/** The readable ones among the records, and what is wrong with the others. */
export function sortOut<T>(
  kind: UnreadableRecord['kind'],
  shape: z.ZodType<T>,
  records: readonly unknown[],
): { readable: T[]; unreadable: UnreadableRecord[] } {
  const readable: T[] = [];
  const unreadable: UnreadableRecord[] = [];
  for (const record of records) {
    const parsed = shape.safeParse(record);
    if (parsed.success) readable.push(parsed.data);
    else unreadable.push({ kind, id: idOf(record), issues: complaints(parsed.error), record });
  }
  return { readable, unreadable };
}

function idOf(record: unknown): string {
  return typeof record === 'object' && record !== null && 'id' in record ? String(record.id) : '';
}

export const newWorkspace = (id: string, connection: Connection, now: number): Workspace => ({
  id,
  createdAt: now,
  usedAt: now,
  connection,
  sameTenantAs: [],
  solution: null,
  facts: { byHand: {} },
});

export type LoadDefaults = Pick<
  Load,
  'operation' | 'duplicates' | 'duplicatesSaid' | 'newestBy' | 'rowsPerBatch' | 'followUp'
>;

/** What an attempt at the failed rows of a load takes over from it. */
export const attemptDefaults = (failed: Load): LoadDefaults => ({
  operation: failed.operation,
  duplicates: failed.duplicates,
  ...(failed.duplicatesSaid === undefined ? {} : { duplicatesSaid: failed.duplicatesSaid }),
  ...(failed.newestBy === undefined ? {} : { newestBy: failed.newestBy }),
  rowsPerBatch: failed.rowsPerBatch,
  followUp: { of: failed.id },
});

/**
 * A load as it is written down after a change at `now` (ms since the epoch). It stays itself, and its account keeps its time
 * while nothing in it changes: what a person has looked at does not grow old by another word about the load.
 */
export function changedLoad(before: Load, after: Load, now: number): Load {
  const isSame = JSON.stringify(after.account) === JSON.stringify(before.account);
  const { id, workspaceId } = before;
  return { ...after, id, workspaceId, changedAt: now, accountAt: isSame ? accountAt(before) : now };
}

export const newLoad = (
  id: string,
  workspaceId: string,
  table: string,
  defaults: LoadDefaults,
  now: number,
): Load => ({
  id,
  workspaceId,
  table,
  createdAt: now,
  changedAt: now,
  stage: 'file',
  source: null,
  mapping: [],
  repairs: [],
  undone: [],
  duplicates: defaults.duplicates,
  ...(defaults.duplicatesSaid === undefined ? {} : { duplicatesSaid: defaults.duplicatesSaid }),
  ...(defaults.newestBy === undefined ? {} : { newestBy: defaults.newestBy }),
  operation: defaults.operation,
  rowsPerBatch: defaults.rowsPerBatch,
  summary: null,
  test: null,
  plan: null,
  account: null,
  ...(defaults.followUp === undefined ? {} : { followUp: defaults.followUp }),
});
