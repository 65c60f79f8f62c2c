import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, describe, expect, it } from 'vitest';
import { JOURNAL_DATABASE } from '../../workspace/database';
import { idbJournal } from './idb';
import { JOURNAL_STEPS } from './idb-steps';
import { journalSuite } from './journal-suite';
import { batchesOf, planOf } from './suite-plans';

const opened: ReturnType<typeof idbJournal>[] = [];
const open = (steps = JOURNAL_STEPS) => {
  const journal = idbJournal(steps);
  opened.push(journal);
  return journal;
};
const fresh = async (): Promise<void> => {
  for (const journal of opened.splice(0)) await journal.close();
  await deleteDB(JOURNAL_DATABASE);
};

journalSuite('the journal in IndexedDB', async () => open(), fresh);

describe('the journal’s database', () => {
  afterEach(fresh);

  it('keeps every record through an upgrade', async () => {
    const before = open();
    await before.freeze(planOf('load', batchesOf('load', 3)), batchesOf('load', 3));
    const entry = await before.intend('load', 0, 2, 1);
    const after = open([...JOURNAL_STEPS, () => undefined]);
    expect(await after.plan('load')).toEqual(planOf('load', batchesOf('load', 3)));
    expect(await after.batches('load')).toHaveLength(3);
    expect(await after.entries('load')).toEqual([entry]);
  });

  it('says that it cannot be used when a newer version moved the data on', async () => {
    await open([...JOURNAL_STEPS, () => undefined]).plan('load');
    await expect(open().plan('load')).rejects.toMatchObject({ name: 'JournalError', code: 'storage' });
  });

  it('refuses a record that has another shape instead of guessing', async () => {
    await open().plan('load');
    const database = await openDB(JOURNAL_DATABASE, JOURNAL_STEPS.length);
    await database.put('plans', { loadId: 'load' }, 'load');
    database.close();
    await expect(open().plan('load')).rejects.toMatchObject({ code: 'unreadable' });
  });

  it('holds a hundred thousand batches', async () => {
    const batches = batchesOf('load', 100_000);
    const journal = open();
    await journal.freeze(planOf('load', batches), batches);
    expect(await journal.batches('load')).toEqual(batches);
  });
});
