import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '@/lib/base/clock';
import { accountOf } from '@/lib/submission/account';
import { batchesOf, planOf } from '@/lib/submission/journal/suite-plans';
import { endOf } from './ended';
import { connectionIdOf, openLoads } from './loads-folder';
import { conclude } from './send';
import type { Desk } from './send';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onramp-full-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the key under which a folder names connections', () => {
  const idOf = () => connectionIdOf(folder, 'https://h', 'token-token');

  it('is one for all that begin at the same moment', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, idOf));
    expect(new Set(ids).size).toBe(1);
  });

  it('is made anew where a full disk left an empty one', async () => {
    await writeFile(join(folder, 'connection.key'), '');
    const id = await idOf();
    await rm(join(folder, 'connection.key'));
    await writeFile(join(folder, 'connection.key'), '');
    expect(await idOf()).not.toBe(id);
  });
});

describe('a disk without room', () => {
  it.each(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES'])('is no fault to be reported: %s', (code) => {
    const cause = Object.assign(new Error(code), { code });
    const stop = endOf(new Error('the states could not be kept', { cause }));
    expect(stop).toMatchObject({ exit: 70, code: 'storage-failed' });
    expect(stop.message).not.toContain('report');
  });

  it('does not keep the account and the batches in doubt from being told', async () => {
    const loads = await openLoads(folder);
    const plan = planOf('load', batchesOf('load', 3));
    await loads.journal.freeze(plan, batchesOf('load', 3));
    const intent = await loads.journal.intend('load', 0, 2, systemClock.now());
    const doubtful = { ...intent, state: 'in-doubt', reason: 'interrupted' } as const;
    const account = accountOf(plan, batchesOf('load', 3), [doubtful]);
    const told: string[] = [];
    const say = {
      line: (text = '') => void told.push(text),
      event: (event: string) => void told.push(event),
      progress: () => undefined,
      error: (text: string) => void told.push(text),
    };
    const desk = { say, loads, loadId: 'load', options: {} } as unknown as Desk;
    const progress = { loadId: 'load', state: 'paused', reason: 'journal-failed', account } as const;
    const exit = await conclude(desk, { ...progress, rowsPerSecond: 0, startedAt: 0 });
    await loads.journal.close();
    expect(exit).toBe(70);
    expect(told).toContain('account');
    expect(told).toContain('in-doubt');
  });

  it('is said where the rejected rows cannot be written, and changes no exit code', async () => {
    const loads = await openLoads(folder);
    const plan = planOf('load', batchesOf('load', 1));
    await loads.journal.freeze(plan, batchesOf('load', 1));
    const intent = await loads.journal.intend('load', 0, 2, systemClock.now());
    const refused = { ...intent, state: 'rejected', unnamed: 2, settledAt: 1 } as const;
    await loads.journal.settle(refused);
    await mkdir(loads.rejectedPath('load'));
    const errors: string[] = [];
    const say = {
      line: () => undefined,
      event: () => undefined,
      progress: () => undefined,
      error: (text: string) => void errors.push(text),
    };
    const sending = { exportFailed: async () => ({ file: new Blob(['x']) }) };
    const desk = { say, loads, loadId: 'load', options: {}, sending } as unknown as Desk;
    const account = accountOf(plan, batchesOf('load', 1), [refused]);
    const progress = { loadId: 'load', state: 'done', account, rowsPerSecond: 0, startedAt: 0 } as const;
    expect(await conclude(desk, progress)).toBe(1);
    await loads.journal.close();
    expect(errors.join()).toContain('rejected rows could not be written');
  });
});
