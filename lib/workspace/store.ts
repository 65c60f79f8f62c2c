import type { z } from 'zod';
import { newId } from '../base/ids';
import type { Connection } from '../gateway/contract';
import { openChanges } from './changes';
import type { Changes } from './changes';
import { openDatabase } from './database';
import type { Database } from './database';
import { StorageError } from './errors';
import { load as loadShape, workspace as workspaceShape } from './model';
import type { Load, Workspace } from './model';
import { changedLoad, newLoad, newWorkspace, parseRecord, sortOut } from './records';
import type { LoadDefaults, UnreadableRecord } from './records';

type StoreName = 'workspaces' | 'loads';

/**
 * What this browser remembers. Every record is parsed on reading and before writing; every change is one transaction
 * and is told to the other tabs. Methods reject with StorageError.
 */
export class WorkspaceStore {
  constructor(
    private readonly database: Database,
    private readonly changes: Changes,
    private readonly now: () => number,
    private readonly makeId: () => string,
  ) {}

  /** Newest used first. Unreadable ones are left out here and listed by `unreadable()`. */
  async workspaces(): Promise<Workspace[]> {
    const { readable } = sortOut('workspace', workspaceShape, await this.all('workspaces'));
    return readable.sort((a, b) => b.usedAt - a.usedAt);
  }

  async workspace(id: string): Promise<Workspace | null> {
    const record = await this.database.get('workspaces', id);
    return record === undefined ? null : parseRecord(workspaceShape, record, id);
  }

  /** A workspace of the same connection that has no solution yet is taken up again instead of making a second one. */
  async createWorkspace(connection: Connection): Promise<Workspace> {
    const begun = (await this.workspaces()).find(
      (each) => each.solution === null && each.connection?.id === connection.id,
    );
    if (begun !== undefined) return this.updateWorkspace(begun.id, (before) => ({ ...before, connection }));
    return this.add(
      'workspaces',
      workspaceShape,
      newWorkspace(this.makeId(), connection, this.now()),
      (w) => w.id,
    );
  }

  updateWorkspace(id: string, change: (before: Workspace) => Workspace): Promise<Workspace> {
    const apply = (before: Workspace) => ({ ...change(before), id, usedAt: this.now() });
    return this.change('workspaces', workspaceShape, id, apply, () => id);
  }

  /** With all its loads' records. Kept files and the journal are the worker's to erase (`erase`). */
  async removeWorkspace(id: string): Promise<void> {
    const transaction = this.database.transaction(['workspaces', 'loads'], 'readwrite');
    const keys = await transaction.objectStore('loads').index('workspaceId').getAllKeys(id);
    await Promise.all([
      ...keys.map((key) => transaction.objectStore('loads').delete(key)),
      transaction.objectStore('workspaces').delete(id),
      transaction.done,
    ]);
    this.changes.tell(null);
  }

  /** Newest changed first. */
  async loads(workspaceId: string): Promise<Load[]> {
    const records = await this.database.getAllFromIndex('loads', 'workspaceId', workspaceId);
    return sortOut('load', loadShape, records).readable.sort((a, b) => b.changedAt - a.changedAt);
  }

  async load(id: string): Promise<Load | null> {
    const record = await this.database.get('loads', id);
    return record === undefined ? null : parseRecord(loadShape, record, id);
  }

  createLoad(workspaceId: string, table: string, defaults: LoadDefaults): Promise<Load> {
    const made = newLoad(this.makeId(), workspaceId, table, defaults, this.now());
    return this.add('loads', loadShape, made, (each) => each.workspaceId);
  }

  updateLoad(id: string, change: (before: Load) => Load): Promise<Load> {
    const apply = (before: Load) => changedLoad(before, change(before), this.now());
    return this.change('loads', loadShape, id, apply, (each) => each.workspaceId);
  }

  async removeLoad(id: string): Promise<void> {
    await this.database.delete('loads', id);
    this.changes.tell(null);
  }

  /** Records of a handover, all or none. They must have new ids (`receive` in handover.ts gives them). */
  async addAll(workspace: Workspace, loads: readonly Load[]): Promise<void> {
    const transaction = this.database.transaction(['workspaces', 'loads'], 'readwrite');
    await Promise.all([
      transaction.objectStore('workspaces').add(workspaceShape.parse(workspace)),
      ...loads.map((each) => transaction.objectStore('loads').add(loadShape.parse(each))),
      transaction.done,
    ]);
    this.changes.tell(workspace.id);
  }

  /** Records that are there but cannot be read by this version. Nothing happens to them by themselves. */
  async unreadable(): Promise<UnreadableRecord[]> {
    const [workspaces, loads] = await Promise.all([this.all('workspaces'), this.all('loads')]);
    return [
      ...sortOut('workspace', workspaceShape, workspaces).unreadable,
      ...sortOut('load', loadShape, loads).unreadable,
    ];
  }

  /** Called with the workspace another tab changed (`null`: any). Returns the way to stop listening. */
  listen(heard: (workspaceId: string | null) => void): () => void {
    return this.changes.listen(heard);
  }

  close(): void {
    this.database.close();
    this.changes.close();
  }

  private all(name: StoreName): Promise<unknown[]> {
    return this.database.getAll(name);
  }

  private async add<T>(
    name: StoreName,
    shape: z.ZodType<T>,
    record: T,
    workspaceOf: (record: T) => string,
  ): Promise<T> {
    try {
      await this.database.add(name, shape.parse(record));
    } catch (cause) {
      throw new StorageError('write-failed', 'the browser refused to write', { cause });
    }
    this.changes.tell(workspaceOf(record));
    return record;
  }

  // Hazard: nothing may be awaited between get and put but the transaction's own requests, or it commits by itself.
  private async change<T>(
    name: StoreName,
    shape: z.ZodType<T>,
    id: string,
    apply: (before: T) => T,
    workspaceOf: (record: T) => string,
  ): Promise<T> {
    const transaction = this.database.transaction(name, 'readwrite');
    const record = await transaction.store.get(id);
    if (record === undefined) throw new StorageError('not-found', `no record ${id}`);
    const after = parseRecord(shape, apply(parseRecord(shape, record, id)), id);
    try {
      await Promise.all([transaction.store.put(after), transaction.done]);
    } catch (cause) {
      throw new StorageError('write-failed', 'the browser refused to write', { cause });
    }
    this.changes.tell(workspaceOf(after));
    return after;
  }
}

let opened: Promise<WorkspaceStore> | null = null;

/** The store of this tab, opened once; opened anew after it was lost to an upgrade or a deletion in another tab. */
export function openStore(): Promise<WorkspaceStore> {
  const forget = () => {
    opened = null;
  };
  opened ??= openDatabase(forget).then(
    (database) =>
      new WorkspaceStore(
        database,
        openChanges(),
        () => Date.now(),
        () => newId(),
      ),
    (cause: unknown) => {
      forget();
      throw cause;
    },
  );
  return opened;
}

/** Lets go of the database, so that it can be deleted. The next `openStore` opens a new one. */
export async function closeStore(): Promise<void> {
  const closing = opened;
  opened = null;
  (await closing?.catch(() => null))?.close();
}
