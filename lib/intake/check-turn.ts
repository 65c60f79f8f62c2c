import type { CheckedFile } from './check-file';
import { trouble } from './errors';
import { canonicalJson, fingerprintText } from './fingerprint';
import { replaceChecked, type OpenLoad } from './open-load';
import type { Rules } from './protocol';
import type { CheckSummary } from '../validation/model';

/**
 * Runs a check of one load after whatever check is under way has ended; a newer run id ends that one early. The last
 * one to finish is what windows and plans are made from. Rejects with `cancelled` when it was outrun.
 */
export async function inTurn(
  load: OpenLoad,
  runId: number,
  work: (signal: AbortSignal) => Promise<CheckedFile>,
): Promise<CheckSummary> {
  if (runId < load.latestRun) throw trouble('cancelled');
  load.latestRun = runId;
  load.run?.abort(trouble('cancelled'));
  const run = new AbortController();
  load.run = run;
  const turn = load.queue.then(async () => {
    run.signal.throwIfAborted();
    const file = await work(run.signal);
    // Hazard: a re-check has changed the ledger by now, so its outcome stands even when nobody waits for it any more.
    if (file.head === load.head) replaceChecked(load, file);
    else file.ledger.close();
    run.signal.throwIfAborted();
    return file.summary;
  });
  load.queue = turn.catch(() => undefined);
  return turn.finally(() => {
    if (load.run === run) load.run = undefined;
  });
}

/** Work that changes the ledger of the check before: if it breaks, nobody knows what that says, so it is given up. */
export async function changing(load: OpenLoad, work: () => Promise<CheckedFile>): Promise<CheckedFile> {
  try {
    return await work();
  } catch (cause) {
    replaceChecked(load, undefined);
    throw cause;
  }
}

/** Runs `work` between checks, when the ledger says what its rules say. */
export function betweenChecks<T>(load: OpenLoad, work: () => Promise<T>): Promise<T> {
  const turn = load.queue.then(work);
  load.queue = turn.catch(() => undefined);
  return turn;
}

/** One text per set of rules. */
export const rulesPrint = (rules: Rules): Promise<string> => fingerprintText(canonicalJson(rules));

/** The last check, if it ran under the rules of this print; only to be asked between checks. */
export async function checkedUnder(load: OpenLoad, print: string): Promise<CheckedFile | undefined> {
  const { checked } = load;
  return checked !== undefined && (await rulesPrint(checked.rules)) === print ? checked : undefined;
}
