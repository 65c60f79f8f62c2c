import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { fileJournal } from './file';
import { journalSuite } from './journal-suite';
import { batchesOf, planOf } from './suite-plans';

const root = await mkdtemp(join(tmpdir(), 'onramp-journal-'));
afterAll(() => rm(root, { recursive: true, force: true }));

let folder = join(root, '0');
let turn = 0;
const fresh = async (): Promise<void> => {
  turn += 1;
  folder = join(root, String(turn));
};
const open: ReturnType<typeof fileJournal>[] = [];
const opened = (): ReturnType<typeof fileJournal> => {
  const journal = fileJournal(folder);
  open.push(journal);
  return journal;
};
afterEach(async () => {
  for (const journal of open.splice(0)) await journal.close();
});
journalSuite('the journal in a file', async () => opened(), fresh);

describe('a file that a crash left behind', () => {
  const AT = 1_700_000_000_000;
  const path = (): string => join(folder, 'load.journal');
  const begun = async (): Promise<void> => {
    await fresh();
    const journal = opened();
    const batches = batchesOf('load', 3);
    await journal.freeze(planOf('load', batches), batches);
    const intent = await journal.intend('load', 0, 2, AT);
    await journal.settle({ ...intent, state: 'accepted', accepted: 2, settledAt: AT });
    await journal.intend('load', 1, 2, AT);
    await journal.close();
  };

  it('is read up to its last whole line, wherever the crash tore it', async () => {
    await begun();
    const whole = await readFile(path());
    const lastLine = whole.lastIndexOf(0x0a, whole.length - 2) + 1;
    for (let cut = lastLine; cut < whole.length; cut += 1) {
      await writeFile(path(), whole.subarray(0, cut));
      const journal = opened();
      expect((await journal.entries('load')).map(({ state }) => state)).toEqual(['accepted']);
      expect(await journal.recover('load')).toEqual([]);
      await journal.intend('load', 1, 2, AT);
      await journal.close();
      expect((await readFile(path())).equals(whole)).toBe(true);
    }
  });

  it('is not cut by somebody who only reads, for its sender may be in the middle of a line', async () => {
    await begun();
    await appendFile(path(), '{"entry":{"loadId":"lo');
    const before = await readFile(path());
    const reader = opened();
    expect(await reader.entries('load')).toHaveLength(2);
    await reader.close();
    expect((await readFile(path())).equals(before)).toBe(true);
  });

  it('is read again by whoever takes the lock, however long ago it was looked at', async () => {
    await begun();
    const watcher = opened();
    await watcher.entries('load');
    const sender = opened();
    await sender.recover('load');
    await sender.intend('load', 2, 2, AT);
    expect((await watcher.recover('load')).map(({ index }) => index)).toEqual([2]);
  });

  it('is refused when a line before the last is damaged: then nobody knows what was sent', async () => {
    await begun();
    const text = await readFile(path(), 'utf8');
    await writeFile(path(), text.replace('"accepted"', '"acc'));
    await expect(opened().entries('load')).rejects.toMatchObject({ code: 'unreadable' });
  });
});
