import type { DBSchema, IDBPDatabase } from 'idb';

/** Records are `unknown` on purpose: whoever reads one parses it. */
export interface Tables extends DBSchema {
  plans: { key: string; value: unknown };
  chunks: { key: [string, number]; value: unknown };
  entries: { key: [string, number]; value: unknown };
  late: { key: [string, string]; value: unknown };
}
export type Database = IDBPDatabase<Tables>;
export type JournalStep = (database: Database) => void;

/**
 * Step n brings version n to version n + 1. Published steps are never edited, only followed by new ones; none deletes
 * a record.
 */
export const JOURNAL_STEPS: readonly JournalStep[] = [
  (database) => {
    database.createObjectStore('plans');
    database.createObjectStore('chunks');
    database.createObjectStore('entries');
  },
  (database) => void database.createObjectStore('late'),
];
