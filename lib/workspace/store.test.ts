import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, describe, expect, it } from 'vitest';
import type { Connection } from '../gateway/contract';
import type { Account } from '../submission/model';
import { openDatabase, DATABASE, STEPS } from './database';
import { eraseEverything } from './erase';
import { StorageError } from './errors';
import { closeStore, openStore } from './store';

const connection = (digit = '0', name = 'Acme'): Connection => ({
  id: `c${digit.repeat(24)}`,
  name,
  host: 'https://ingestion.peak.ai',
  hostKind: 'hub',
  checkedAt: 1,
});
const account = (held = 0): Account => ({
  ...{ loadId: 'l', read: 10, skipped: 0, held, superseded: 0, waiting: 0, accepted: 10 - held },
  ...{ rejected: 0, inDoubt: 0, laterFailed: 0, batches: { planned: 1, settled: 1, inDoubt: 0 } },
  ...{ balances: true, complete: held === 0, errors: [], attempts: [] },
});
const DEFAULTS = { operation: 'UPSERT', duplicates: 'keep-last', rowsPerBatch: 500 } as const;

afterEach(async () => {
  await closeStore();
  await deleteDB(DATABASE);
});

/** Writes past the store, as an older or newer version of the app would have. */
async function putRaw(name: 'workspaces' | 'loads', record: unknown) {
  const database = await openDatabase(() => undefined);
  await database.put(name, record);
  database.close();
}

describe('the store of workspaces', () => {
  it('keeps a workspace across a reload', async () => {
    const made = await (await openStore()).createWorkspace(connection());
    await closeStore();
    expect(await (await openStore()).workspace(made.id)).toEqual(made);
  });

  it('answers null for what is not there', async () => {
    const store = await openStore();
    expect(await store.workspace('nobody')).toBeNull();
    expect(await store.load('nothing')).toBeNull();
  });

  it('takes up a begun workspace of the same connection instead of making a second one', async () => {
    const store = await openStore();
    const first = await store.createWorkspace(connection('0', 'Acme'));
    const again = await store.createWorkspace(connection('0', 'Acme, renamed'));
    expect(again.id).toBe(first.id);
    expect(again.connection?.name).toBe('Acme, renamed');
    expect(await store.workspaces()).toHaveLength(1);
  });

  it('makes another one for another connection', async () => {
    const store = await openStore();
    await store.createWorkspace(connection('0'));
    await store.createWorkspace(connection('1'));
    expect(await store.workspaces()).toHaveLength(2);
  });

  it('loses none of two changes made at once', async () => {
    const store = await openStore();
    const { id } = await store.createWorkspace(connection());
    const tick = (item: string) =>
      store.updateWorkspace(id, (before) => ({
        ...before,
        facts: { ...before.facts, byHand: { ...before.facts.byHand, [item]: 1 } },
      }));
    await Promise.all([tick('guide-read'), tick('platform-access'), tick('codes-understood')]);
    expect(Object.keys((await store.workspace(id))?.facts.byHand ?? {}).sort()).toEqual([
      'codes-understood',
      'guide-read',
      'platform-access',
    ]);
  });

  it('keeps id and owner whatever a change says', async () => {
    const store = await openStore();
    const { id } = await store.createWorkspace(connection());
    const load = await store.createLoad(id, 'SALE', DEFAULTS);
    const after = await store.updateLoad(load.id, (before) => ({ ...before, id: 'x', workspaceId: 'y' }));
    expect([after.id, after.workspaceId]).toEqual([load.id, id]);
  });

  it('says when the account of a load last changed; another word about the load is none', async () => {
    const store = await openStore();
    const { id } = await store.createWorkspace(connection());
    const { id: loadId } = await store.createLoad(id, 'SALE', DEFAULTS);
    const sent = await store.updateLoad(loadId, (before) => ({ ...before, account: account() }));
    expect(sent.accountAt).toBe(sent.changedAt);
    const same = () => store.updateLoad(loadId, (before) => ({ ...before, account: account() }));
    await expect.poll(async () => (await same()).changedAt).toBeGreaterThan(sent.changedAt);
    const said = await store.updateLoad(loadId, (before) => ({
      ...before,
      heldElsewhere: { at: 1, rows: 1 },
    }));
    expect(said.accountAt).toBe(sent.accountAt);
    const more = await store.updateLoad(loadId, (before) => ({ ...before, account: account(1) }));
    expect(more.accountAt).toBe(more.changedAt);
  });

  it('refuses a change that would make a record unreadable, and keeps the old one', async () => {
    const store = await openStore();
    const { id } = await store.createWorkspace(connection());
    const { id: loadId } = await store.createLoad(id, 'SALE', DEFAULTS);
    const change = store.updateLoad(loadId, (before) => ({ ...before, rowsPerBatch: 0.5 }));
    await expect(change).rejects.toMatchObject({ name: 'StorageError', code: 'unreadable' });
    expect((await store.load(loadId))?.rowsPerBatch).toBe(500);
  });

  it('says that a record is gone', async () => {
    const change = (await openStore()).updateWorkspace('gone', (before) => before);
    await expect(change).rejects.toBeInstanceOf(StorageError);
    await expect(change).rejects.toMatchObject({ code: 'not-found' });
  });

  it('removes a workspace with its loads and no other', async () => {
    const store = await openStore();
    const one = await store.createWorkspace(connection('0'));
    const two = await store.createWorkspace(connection('1'));
    const gone = await store.createLoad(one.id, 'SALE', DEFAULTS);
    const kept = await store.createLoad(two.id, 'SALE', DEFAULTS);
    await store.removeWorkspace(one.id);
    expect(await store.load(gone.id)).toBeNull();
    expect(await store.loads(two.id)).toEqual([kept]);
  });

  it('sets an unreadable record aside: left out of lists, named, not dropped', async () => {
    const store = await openStore();
    const good = await store.createWorkspace(connection());
    await putRaw('workspaces', { id: 'strange', usedAt: 'yesterday' });
    await putRaw('loads', { id: 'odd', workspaceId: good.id });
    expect((await store.workspaces()).map((each) => each.id)).toEqual([good.id]);
    expect(await store.loads(good.id)).toEqual([]);
    const aside = await store.unreadable();
    expect(aside.map((each) => [each.kind, each.id])).toEqual([
      ['workspace', 'strange'],
      ['load', 'odd'],
    ]);
    expect(aside[0]?.record).toEqual({ id: 'strange', usedAt: 'yesterday' });
    await expect(store.workspace('strange')).rejects.toMatchObject({ code: 'unreadable' });
  });

  it('tells other tabs which workspace changed', async () => {
    const store = await openStore();
    const { id } = await store.createWorkspace(connection());
    const other = new BroadcastChannel('onramp-workspace');
    const heard = new Promise((resolve) => {
      other.addEventListener('message', (event: MessageEvent<unknown>) => resolve(event.data));
    });
    await store.updateWorkspace(id, (before) => before);
    expect(await heard).toEqual({ kind: 'workspace-changed', workspaceId: id });
    other.close();
  });
});

describe('the database', () => {
  it('keeps every record when a later version adds a step', async () => {
    const made = await (await openStore()).createWorkspace(connection());
    await closeStore();
    const later = [...STEPS, () => undefined];
    const upgraded = await openDatabase(() => undefined, later);
    expect(upgraded.version).toBe(STEPS.length + 1);
    expect(await upgraded.get('workspaces', made.id)).toEqual(made);
    upgraded.close();
  });

  it('names data of a newer version instead of touching it', async () => {
    (await openDB(DATABASE, STEPS.length + 5)).close();
    await expect(openStore()).rejects.toMatchObject({ name: 'StorageError', code: 'newer-version' });
  });

  it('lets go when another tab deletes it, and opens a new one for whoever asks next', async () => {
    const before = await openStore();
    await before.createWorkspace(connection());
    await deleteDB(DATABASE);
    const after = await openStore();
    expect(after).not.toBe(before);
    expect(await after.workspaces()).toEqual([]);
  });
});

describe('deleting everything', () => {
  it('leaves no database and reports nothing left', async () => {
    await (await openStore()).createWorkspace(connection());
    expect(await eraseEverything()).toEqual([]);
    expect((await indexedDB.databases()).map((each) => each.name)).not.toContain(DATABASE);
  });
});
