import type { Fetcher } from '@/lib/gateway/send-rows';
import { ledgerOver } from '@/lib/gateway/ask-ledger';
import { batchesSender } from '@/lib/gateway/send-batches';
import { createSending } from '@/lib/intake/sending';
import type { Rules } from '@/lib/intake/protocol';
import { JournalError } from '@/lib/submission/journal/entry-rules';
import { fileJournal } from '@/lib/submission/journal/file';
import type { SendProgress } from '@/lib/submission/model';
import type { Journal } from '@/lib/submission/ports';
import { pretendRows } from '@/lib/submission/pretend-peak';
import { sha256Over } from '@/lib/submission/sha256';
import { Dice } from './dice';
import { FastClock } from './fast-clock';

export const LOAD = 'load';
export const TABLE = { solution: 'S', table: 'T_ROW' };

const column = (name: string, type: 'integer' | 'string'): Rules['table']['columns'][number] => ({
  name,
  type,
  rawType: type,
  required: true,
  nullable: false,
  unchecked: [],
});

export const rulesOf = (operation: 'UPSERT' | 'APPEND'): Rules => ({
  table: {
    name: TABLE.table,
    objectName: 'ROW',
    columns: [column('ID', 'integer'), column('V', 'string')],
    primaryKey: ['ID'],
    uniqueKeys: [],
    foreignKeys: [],
  },
  mapping: [],
  repairs: [],
  duplicates: 'keep-all',
  operation,
});

/** What a tab is given; plain data, because a life may be a thread of its own. */
export interface LifeSpec {
  readonly seed: number;
  /** `load` unless said. */
  readonly loadId?: string;
  readonly operation: 'UPSERT' | 'APPEND';
  readonly values: readonly ('ok' | 'bad' | null)[];
  readonly rowsPerBatch: number;
  readonly folder: string;
  readonly server: string;
  readonly cookie: string;
  readonly connectionId: string;
  /** Ends after so many changes of a batch; undefined: when nothing is left to do. */
  readonly death: number | undefined;
  readonly journalFailures: ReadonlySet<number>;
  readonly clockJumps: ReadonlyMap<number, number>;
}

export type LifeEnd = 'killed' | SendProgress;

/** The journal on the disk; it may fail as told, and takes nothing from the dead. */
function journalOf(spec: LifeSpec, isAlive: () => boolean, changed: () => void) {
  const own = fileJournal(spec.folder);
  let writes = 0;
  const guarded =
    <Take extends unknown[], Give>(write: (...take: Take) => Promise<Give>) =>
    async (...take: Take): Promise<Give> => {
      if (!isAlive()) return new Promise(() => undefined);
      writes += 1;
      if (spec.journalFailures.has(writes)) throw new JournalError('storage', 'the disk is full');
      const give = await write(...take);
      changed();
      return isAlive() ? give : new Promise(() => undefined);
    };
  const journal: Journal = {
    ...own,
    intend: guarded((...take: Parameters<Journal['intend']>) => own.intend(...take)),
    settle: guarded((...take: Parameters<Journal['settle']>) => own.settle(...take)),
    split: guarded((...take: Parameters<Journal['split']>) => own.split(...take)),
  };
  return { journal, close: () => own.close() };
}

/** One life of a tab: recovers what the one before left, sends, and ends by itself or is cut off in the middle. */
export async function live(
  spec: LifeSpec,
  lock: (name: string) => Promise<(() => void) | null>,
  onChange: (changes: number) => void = () => undefined,
): Promise<LifeEnd> {
  let isDead = false;
  let changes = 0;
  const isAlive = (): boolean => !isDead;
  const cut = new AbortController();
  const clock = new FastClock(isAlive);
  let die = (): void => undefined;
  const killed = new Promise<'killed'>((resolve) => {
    die = () => {
      isDead = true;
      cut.abort();
      resolve('killed');
    };
  });
  const changed = (): void => {
    changes += 1;
    const jump = spec.clockJumps.get(changes);
    if (jump !== undefined) clock.jump(jump);
    if (changes === spec.death) die();
    onChange(changes);
  };
  const fetcher: Fetcher = async (path, init) => {
    if (!isAlive()) return new Promise(() => undefined);
    const headers = new Headers(init.headers);
    headers.set('cookie', spec.cookie);
    headers.set('origin', spec.server);
    const signal = init.signal ? AbortSignal.any([init.signal, cut.signal]) : cut.signal;
    return fetch(`${spec.server}${path}`, { ...init, headers, signal });
  };
  const held = spec.values.filter((value) => value === null).length;
  const rows = spec.values.length;
  const dice = new Dice(spec.seed ^ 0x5eed);
  const rules = rulesOf(spec.operation);
  const { connectionId, loadId = LOAD } = spec;
  let over: (progress: SendProgress) => void = () => undefined;
  const ended = new Promise<SendProgress>((resolve) => (over = resolve));
  const { journal, close } = journalOf(spec, isAlive, changed);
  const sending = createSending({
    journal,
    transport: { send: batchesSender(fetcher, 1_500) },
    ledger: ledgerOver(fetcher),
    clock,
    lock,
    sha256: sha256Over(crypto.subtle),
    random: () => dice.next(),
    prepared: async () => pretendRows(spec.values),
    source: async () => pretendRows(spec.values),
    checked: () => ({ rows, ready: rows - held, held, skipped: 0, superseded: 0 }),
    keepStates: async () => undefined,
    sourceFingerprint: () => 'source',
    emit: (event) => {
      if (event.event !== 'sending') return;
      const { state } = event.progress;
      if (state === 'done' || state === 'paused') over(event.progress);
    },
  });
  const whole = async (): Promise<SendProgress> => {
    const { plan } = await sending.status({ loadId, rules });
    if (!plan) {
      await sending.freeze({
        loadId,
        rules,
        connectionId,
        solutionName: TABLE.solution,
        schemaFingerprint: 'schema',
        rowsPerBatch: spec.rowsPerBatch,
        maxBodyBytes: 1_000_000,
      });
    }
    const first = await sending.send({ loadId, rules, connectionId });
    return first.state === 'done' || first.state === 'paused' ? first : ended;
  };
  return Promise.race([whole(), killed]).finally(close);
}
