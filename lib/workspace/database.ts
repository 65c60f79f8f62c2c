import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';
import { hasName } from '../base/errors';
import { StorageError } from './errors';

export const DATABASE = 'onramp';
/** The journal of sent batches: a database of its own, so that the worker can write while the page reads. */
export const JOURNAL_DATABASE = 'onramp-journal';

/** Records are `unknown` on purpose: whoever reads one parses it. */
export interface Tables extends DBSchema {
  workspaces: { key: string; value: unknown };
  loads: { key: string; value: unknown; indexes: { workspaceId: string } };
}
export type Database = IDBPDatabase<Tables>;
export type Step = (database: Database) => void;

/**
 * Step n brings version n to version n + 1. Published steps are never edited, only followed by new ones; none
 * deletes a record.
 */
export const STEPS: readonly Step[] = [
  (database) => {
    database.createObjectStore('workspaces', { keyPath: 'id' });
    database.createObjectStore('loads', { keyPath: 'id' }).createIndex('workspaceId', 'workspaceId');
  },
];

/**
 * Opens the database, bringing it up to date step by step. `onLost` is called when the connection must not be used any
 * more: another tab wants to upgrade or delete, or the browser closed it. Throws StorageError.
 */
export async function openDatabase(onLost: () => void, steps: readonly Step[] = STEPS): Promise<Database> {
  try {
    const database = await openDB<Tables>(DATABASE, steps.length, {
      upgrade: (opened, from) => steps.slice(from).forEach((step) => step(opened)),
      // Hazard: a connection that stays open blocks an upgrade or a deletion in every other tab, for ever.
      blocking: () => {
        onLost();
        database.close();
      },
      terminated: onLost,
    });
    return database;
  } catch (cause) {
    if (hasName(cause, 'VersionError')) {
      throw new StorageError('newer-version', 'the data was written by a newer version', { cause });
    }
    throw new StorageError('unavailable', 'the database of this browser cannot be opened', { cause });
  }
}
