import type { Clock } from '../base/clock';
import { checkFile, type CheckedFile, type CheckOptions } from './check-file';
import { changing, inTurn } from './check-turn';
import type { PassProgress } from './each-row';
import type { KeptFiles } from './keep';
import { wholeText, type OpenLoad } from './open-load';
import type { CallGive, IntakeEvent, Rules } from './protocol';
import { MOST_SINGLE_ROWS, recheckColumns, recheckRows } from './recheck';
import { differenceOf } from './rules-difference';
import { atMostTenASecond } from './ten-a-second';

export interface CheckingDeps {
  readonly files: KeptFiles;
  readonly clock: Clock;
  readonly emit: (event: IntakeEvent) => void;
  /** For tests. */
  readonly keys?: Pick<CheckOptions, 'hash' | 'inMemory'>;
}

/** One load checked under some rules, looking at as little of its file as the rules of the check before allow. */
export function createChecking(deps: CheckingDeps) {
  const now = () => deps.clock.now();

  function tellChecking(load: OpenLoad, runId: number) {
    const { loadId, source } = load;
    const tell = atMostTenASecond(now, deps.emit);
    return (progress: { rows: number; bytes: number; errors: number }) =>
      tell(
        { event: 'checking', loadId, runId, ...progress, totalBytes: source.size },
        progress.bytes === source.size,
      );
  }

  async function readAll(
    load: OpenLoad,
    runId: number,
    rules: Rules,
    signal: AbortSignal,
  ): Promise<CheckedFile> {
    await wholeText(load);
    const openSpill = () => deps.files.spill(load.loadId);
    const onProgress = tellChecking(load, runId);
    const passing = load.passed?.follow(load.source);
    const options = { ...deps.keys, signal, now, onProgress, openSpill, passing };
    return checkFile(load.source, load.head, rules, options).finally(() => passing?.end());
  }

  return check;

  /** Whatever differs from the rules of the check before decides how much is looked at again. */
  async function check(load: OpenLoad, runId: number, rules: Rules): Promise<CallGive<'check'>> {
    return inTurn(load, runId, async (signal) => {
      const before = load.checked;
      const difference =
        before === undefined ? ({ kind: 'all' } as const) : differenceOf(before.rules, rules);
      if (before === undefined || difference.kind === 'all') return readAll(load, runId, rules, signal);
      const isFew = difference.columns.length === 0 && difference.rows.size <= MOST_SINGLE_ROWS;
      if (isFew && !before.ledger.keys.tooManyMoved)
        return changing(load, () => recheckRows(before, rules, difference.rows, now));
      const tell = tellChecking(load, runId);
      const onProgress = (progress: PassProgress) =>
        tell({ ...progress, errors: before.ledger.findings.errors });
      return changing(
        load,
        async () =>
          (await recheckColumns(before, rules, difference, { signal, now, onProgress })) ??
          readAll(load, runId, rules, signal),
      );
    });
  }
}
