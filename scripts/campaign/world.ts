import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { lockFiles } from '@/cli/lock-file';
import { hasName } from '@/lib/base/errors';
import { column, startSandbox } from '@/lib/sandbox/fixture';
import { listen } from '@/lib/sandbox/listen';
import { DEMO_TOKENS } from '@/lib/sandbox/settings';
import { senderLock } from '@/lib/intake/sending-ports';
import { fileJournal } from '@/lib/submission/journal/file';
import type { Account, SendProgress } from '@/lib/submission/model';
import { connectTo } from './connect-to';
import { judge } from './judge';
import type { Verdict } from './judge';
import { LOAD, TABLE, live } from './life';
import type { LifeEnd, LifeSpec } from './life';
import { startServer } from './server';
import type { Mix } from './mix';
import { storyUnder } from './mix';
import { storyOf } from './story';
import type { Story } from './story';

/** Lives after which a load that still has rows to send counts as one that never ends. */
const MOST_LIVES = 40;
/**
 * A life that says nothing for so many beats (of a quarter of a second) hangs. They are this process's own: on a machine
 * that has no time for us, they come as late as everything else does.
 */
const HANGS_BEATS = 240;
const BEAT_MS = 250;

/** Rejects when nobody has fed it for too long. */
class Watchdog {
  #unfed = 0;
  #timer: NodeJS.Timeout | undefined;
  readonly bites = new Promise<never>((_, reject) => {
    this.#timer = setInterval(() => {
      this.#unfed += 1;
      if (this.#unfed > HANGS_BEATS) reject(new Error('a life hangs'));
    }, BEAT_MS);
  });

  feed(): void {
    this.#unfed = 0;
  }

  end(): void {
    clearInterval(this.#timer);
  }
}

/** A life as a thread, terminated after `death` changes of a batch. */
function liveAsThread(spec: LifeSpec, onChange: () => void): Promise<LifeEnd> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('life-thread.mjs', import.meta.url), { workerData: spec });
    const endAs = (end: LifeEnd): void => {
      thread.removeAllListeners('exit');
      void thread.terminate().then(() => resolve(end));
    };
    thread.on('error', reject);
    // Nothing keeps a thread alive that waits for what never comes; without a word that would look like patience.
    thread.on('exit', (code) => reject(new Error(`a tab's thread ended by itself, with code ${code}`)));
    thread.on('message', (told: { changes?: number; end?: SendProgress; trouble?: string }) => {
      onChange();
      if (told.changes !== undefined && told.changes === spec.death) endAs('killed');
      if (told.trouble !== undefined) reject(new Error(told.trouble));
      if (told.end) endAs(told.end);
    });
  });
}

/** A sandbox and our server, both over real sockets, for one story after another. */
export async function openWorld() {
  const box = await startSandbox();
  const peak = await listen(Promise.resolve(box.sandbox), 0);
  const server = await startServer(`http://127.0.0.1:${peak.port}`, DEMO_TOKENS.a);
  let id: { connectionId: string; cookie: string } | undefined;

  /** Lives of the tab, one after the other, until nothing is left to send or it never ends. */
  async function lives(story: Story, folder: string) {
    const trouble: string[] = [];
    const shown: Account[] = [];
    const specOf = (turn: number): LifeSpec => ({
      seed: story.seed + turn,
      operation: story.operation,
      values: story.values,
      rowsPerBatch: story.rowsPerBatch,
      folder,
      server: server.address,
      ...(id ?? { connectionId: '', cookie: '' }),
      death: story.deaths[turn],
      journalFailures: turn === 0 ? story.journalFailures : new Set(),
      clockJumps: turn === 0 ? story.clockJumps : new Map(),
    });
    const oneLife = async (turn: number, dog: Watchdog): Promise<LifeEnd> => {
      const spec = specOf(turn);
      if (story.threads) {
        const end = await liveAsThread(spec, () => dog.feed());
        // A thread that is gone is no process that is gone, so its lock would stand.
        if (end === 'killed') await rm(join(folder, `${senderLock(LOAD)}.lock`), { force: true });
        return end;
      }
      const locks = lockFiles(folder);
      let release = (): void => undefined;
      const lock: typeof locks = async (name) => {
        const letGo = await locks(name);
        if (letGo) release = letGo;
        return letGo;
      };
      let second: Promise<LifeEnd> | undefined;
      const end = await live(spec, lock, (changes) => {
        dog.feed();
        if (turn === 0 && changes === story.secondTab)
          second = live({ ...specOf(MOST_LIVES), death: undefined }, locks);
      });
      // A dead process holds no lock; within this one it has to be let go by hand.
      if (end === 'killed') release();
      const watched = await second?.catch((error: unknown) =>
        // A tab that finds the load locked while it plans is told so as an error; nothing was sent by it.
        hasName(error, 'IntakeError')
          ? undefined
          : Promise.reject(error instanceof Error ? error : new Error(String(error))),
      );
      if (watched && watched !== 'killed') shown.push(watched.account);
      return end;
    };
    for (let turn = 0; turn < MOST_LIVES; turn += 1) {
      const dog = new Watchdog();
      const end = await Promise.race([oneLife(turn, dog), dog.bites]).catch((error: unknown) =>
        error instanceof Error ? error : new Error(String(error)),
      );
      dog.end();
      if (end instanceof Error) {
        // A journal that fails while a plan is frozen or recovered ends the call; the next life begins anew.
        if (!/storage-failed/.test(end.message))
          return { lives: turn + 1, shown, trouble: [...trouble, end.message] };
        continue;
      }
      if (end === 'killed') continue;
      shown.push(end.account);
      if (end.state === 'done' && end.reason === undefined) return { lives: turn + 1, shown, trouble };
      // Whoever sits before the tab mends what it asks for and goes on.
      if (end.reason === 'token-refused') await box.control.clearFaults();
    }
    return { lives: MOST_LIVES, shown, trouble };
  }

  return {
    async run(seed: number, mix?: Mix): Promise<Verdict> {
      const story = mix === undefined ? storyOf(seed) : storyUnder(seed, mix);
      const folder = await mkdtemp(join(tmpdir(), 'onramp-campaign-'));
      try {
        await server.forget(() => undefined);
        await box.control.reset('a');
        await box.control.clearFaults();
        await box.control.change({ latencyMs: 0 });
        const idColumn = column('ID', 'integer', { type: 'nonNull' });
        await box.table([idColumn, column('V', 'string', { type: 'maxLength', value: 2 })], ['ID']);
        id ??= await connectTo(server.address);
        await box.control.change({ latencyMs: story.latencyMs });
        await box.control.addFaults(...story.peakFaults);
        await server.forget((request) =>
          story.serverDeaths.includes(request) ? 'dies' : story.lineFaults.get(request),
        );
        const seen = await lives(story, folder);
        // What a dead tab or server had passed on still reaches the table.
        await box.control.change({ latencyMs: 0 });
        await new Promise((resolve) => setTimeout(resolve, 30));
        const journal = fileJournal(folder);
        const plan = await journal.plan(LOAD);
        if (!plan) throw new Error(`seed ${seed} never had a plan: ${seen.trouble.join('; ')}`);
        const told = { plan, batches: await journal.batches(LOAD), entries: await journal.entries(LOAD) };
        await journal.close();
        const stored = new Map<number, number>();
        for (const row of await box.control.rows(TABLE, 100_000)) {
          stored.set(Number(row.ID), (stored.get(Number(row.ID)) ?? 0) + 1);
        }
        return judge(story, told, stored, seen);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    async close(): Promise<void> {
      await server.close();
      peak.server.closeAllConnections();
      await peak.close();
      await box.sandbox.close();
    },
  };
}
