import { mustBeDecided, type CheckedFile } from './check-file';
import { createChecking, type CheckingDeps } from './checking';
import type { CheckSummary } from '../validation/model';
import { trouble } from './errors';
import { keepSource, writeKept } from './keep';
import type { Keep } from './keep-beside';
import { keptStates, openKept, replaceChecked, reread, takeIn, wholeText, type OpenLoad } from './open-load';
import { fileCells, prepareRows } from './prepare-rows';
import type { FileCells, PreparedRows } from './prepared';
import type { CallGive, CallTake, Rules } from './protocol';
import { createLooking } from './looking';
import { createTaking } from './taking';
import { RowIndex } from './row-index';
import { encodeStates, snapshot } from './row-states';
import { windowOf } from './row-window';
import { betweenChecks, checkedUnder, rulesPrint } from './check-turn';

export interface ReadingDeps extends CheckingDeps {
  /** How files are copied; left out, it is done here. */
  readonly keep?: Keep;
}

/** The reading and checking half of the worker: one method for each call, and what sending stands on. */
export function createReading(deps: ReadingDeps) {
  const loads = new Map<string, OpenLoad>();
  const now = () => deps.clock.now();
  const textDeps = { files: deps.files, now, emit: deps.emit };
  const keep: Keep =
    deps.keep ??
    (async (...[loadId, file, name, signal, tell]) =>
      keepSource(deps.files, loadId, file, name, signal, tell));

  async function opened(loadId: string): Promise<OpenLoad> {
    const load = loads.get(loadId) ?? (await openKept(textDeps, loadId));
    loads.set(loadId, load);
    return load;
  }

  /** Ends whatever goes on with a load; resolves when its copy is not written any more. */
  async function leave(load: OpenLoad | undefined): Promise<void> {
    load?.closing.abort(trouble('cancelled'));
    load?.run?.abort(trouble('cancelled'));
    await Promise.all([load?.keeping.catch(() => undefined), load?.text?.stop()]);
    // A check under way ends by its signal; what it has written down goes with it.
    await load?.queue;
    if (load !== undefined) replaceChecked(load, undefined);
  }

  function enter(load: OpenLoad): Promise<void> {
    const former = loads.get(load.loadId);
    loads.set(load.loadId, load);
    return leave(former);
  }

  function checkedOf(loadId: string): { load: OpenLoad; file: CheckedFile } {
    const load = loads.get(loadId);
    if (load === undefined) throw trouble('load-not-open');
    if (load.checked === undefined) throw trouble('not-checked');
    return { load, file: load.checked };
  }

  const check = createChecking(deps);
  const taking = createTaking(checkedOf);
  const looking = createLooking({ now, emit: deps.emit, checkedOf });
  return {
    async open(take: CallTake<'open'>): Promise<CallGive<'open'>> {
      const { loadId, file, dialect: choice } = take;
      if (file !== undefined) {
        const taken = { loadId, file, choice, expected: take.fingerprint };
        return (await takeIn({ ...textDeps, clock: deps.clock, enter, keep }, taken)).head;
      }
      const known = loads.get(loadId);
      if (known === undefined) loads.set(loadId, await openKept(textDeps, loadId, choice));
      else if (choice !== undefined) await reread(known, choice);
      return (await opened(loadId)).head;
    },

    async check(take: CallTake<'check'>): Promise<CallGive<'check'>> {
      return check(await opened(take.loadId), take.runId, take.rules);
    },

    ...looking,

    async rows(take: CallTake<'rows'>): Promise<CallGive<'rows'>> {
      const { load, file } = checkedOf(take.loadId);
      return windowOf(file, take.filter, take.from, take.count, looking.foundIn(load));
    },

    /** Findings or held rows; rejected rows are known to sending alone. */
    ...taking,

    async erase(loadId: string): Promise<void> {
      const load = loads.get(loadId);
      loads.delete(loadId);
      await leave(load);
      await deps.files.erase(loadId);
    },

    /** The rows under these rules: from the check in memory, else from the states kept at freeze time. */
    async prepared(loadId: string, rules: Rules): Promise<PreparedRows> {
      const load = await opened(loadId);
      await load.keeping;
      await wholeText(load);
      const print = await rulesPrint(rules);
      const made = { rulesFingerprint: print, sourceFingerprint: load.fingerprint ?? '' };
      const fresh = await betweenChecks(load, async () => {
        const file = await checkedUnder(load, print);
        return file && { file, states: snapshot(file.ledger, made) };
      });
      if (fresh !== undefined) return prepareRows(fresh.file, rules, fresh.states);
      const kept = await keptStates(deps.files, load);
      if (kept?.states.rulesFingerprint !== print) throw trouble('not-checked');
      return prepareRows({ ...load, ...kept, head: kept.head }, rules, kept.states);
    },

    /** Header and cells of the user's own file, whatever the rules. */
    async source(loadId: string): Promise<FileCells> {
      const load = await opened(loadId);
      await wholeText(load);
      const file = load.checked ??
        (await keptStates(deps.files, load)) ?? {
          head: load.head,
          dialect: load.head.dialect,
          index: new RowIndex(),
        };
      return fileCells({ ...file, source: load.source });
    },

    /** What the last check counted; undefined when there was none under these rules. Rejects with `encoding-undecided`. */
    async counts(loadId: string, rules: Rules): Promise<CheckSummary | undefined> {
      const load = loads.get(loadId);
      if (load === undefined) return undefined;
      mustBeDecided(load.head);
      const print = await rulesPrint(rules);
      return (await betweenChecks(load, () => checkedUnder(load, print)))?.summary;
    },

    /**
     * Writes the states beside the file, so that sending goes on after a reload without a new check. Rejects with
     * `not-checked` when the last check was not under these rules.
     */
    async keepStates(loadId: string, rules: Rules): Promise<void> {
      const { load } = checkedOf(loadId);
      await load.keeping;
      const print = await rulesPrint(rules);
      const made = { rulesFingerprint: print, sourceFingerprint: load.fingerprint ?? '' };
      const parts = await betweenChecks(load, async () => {
        const file = await checkedUnder(load, print);
        return file && encodeStates(snapshot(file.ledger, made), file.index, file.dialect);
      });
      if (parts === undefined) throw trouble('not-checked');
      await writeKept(deps.files, loadId, 'states', parts);
    },

    /** Waits for the fingerprint where it is still being made; undefined when the load is not open. */
    async sourceFingerprint(loadId: string): Promise<string | undefined> {
      const load = loads.get(loadId);
      await load?.keeping;
      return load?.fingerprint;
    },
  };
}

export type Reading = ReturnType<typeof createReading>;
