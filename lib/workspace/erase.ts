import { deleteDB } from 'idb';
import { openChanges } from './changes';
import { DATABASE, JOURNAL_DATABASE } from './database';
import { closeStore } from './store';

/** Something that would not go, most of the time because another tab is using it. */
export interface Remainder {
  readonly kind: 'database' | 'file';
  readonly name: string;
}

/**
 * Deletes everything this app keeps in this browser: both databases, the origin-private files, local and session
 * storage. Returns what would not go; empty means all is gone. The worker must have let go of its files before (its
 * `erase`), and cookies are the server's to clear (`DELETE /api/session`).
 */
export async function eraseEverything(): Promise<readonly Remainder[]> {
  await closeStore();
  const remains = [
    ...(await eraseDatabase(DATABASE)),
    ...(await eraseDatabase(JOURNAL_DATABASE)),
    ...(await eraseFiles()),
  ];
  if (typeof localStorage !== 'undefined') localStorage.clear();
  if (typeof sessionStorage !== 'undefined') sessionStorage.clear();
  const changes = openChanges();
  changes.tell(null);
  changes.close();
  return remains;
}

/** How long another user of a database is waited for (ms): one that is closing ends its transactions first. */
const PATIENCE_MS = 3000;

async function eraseDatabase(name: string): Promise<Remainder[]> {
  const remains: Remainder[] = [{ kind: 'database', name }];
  return new Promise((resolve) => {
    // Another tab may hold it open: then it goes as soon as that tab is closed, which is for the user to hear.
    deleteDB(name, { blocked: () => setTimeout(() => resolve(remains), PATIENCE_MS) }).then(
      () => resolve([]),
      () => resolve(remains),
    );
  });
}

async function eraseFiles(): Promise<Remainder[]> {
  if (typeof navigator === 'undefined' || !('storage' in navigator)) return [];
  if (!('getDirectory' in navigator.storage)) return [];
  const root = await navigator.storage.getDirectory();
  const names: string[] = [];
  for await (const name of root.keys()) names.push(name);
  const outcomes = await Promise.allSettled(names.map((name) => root.removeEntry(name, { recursive: true })));
  return outcomes.flatMap((outcome, at) =>
    outcome.status === 'rejected' ? [{ kind: 'file' as const, name: names[at] ?? '' }] : [],
  );
}
