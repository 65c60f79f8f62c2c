import type { RowSet } from '../validation/growing';
import type { CheckedFile } from './check-file';
import type { PassProgress } from './each-row';
import { distinctValues } from './distinct-values';
import { trouble } from './errors';
import type { OpenLoad } from './open-load';
import { previewRule } from './preview-rule';
import type { CallGive, CallTake, IntakeEvent } from './protocol';
import { searchRows } from './search-rows';
import { atMostTenASecond } from './ten-a-second';

type What = Extract<IntakeEvent, { event: 'looking' }>['what'];

/** Passes over a checked file that change nothing; of each kind the newest ends the one before. */
export function createLooking(deps: {
  readonly now: () => number;
  readonly emit: (event: IntakeEvent) => void;
  readonly checkedOf: (loadId: string) => { readonly load: OpenLoad; readonly file: CheckedFile };
}) {
  const running = new Map<string, AbortController>();
  const found = new WeakMap<OpenLoad, RowSet>();

  function stop(loadId: string, what: What): void {
    running.get(`${what} ${loadId}`)?.abort(trouble('cancelled'));
    running.delete(`${what} ${loadId}`);
  }

  async function look<T>(
    loadId: string,
    what: What,
    pass: (
      file: CheckedFile,
      signal: AbortSignal,
      onProgress: (progress: PassProgress) => void,
    ) => Promise<T>,
  ): Promise<T> {
    const { load, file } = deps.checkedOf(loadId);
    stop(loadId, what);
    const run = new AbortController();
    running.set(`${what} ${loadId}`, run);
    const tell = atMostTenASecond(deps.now, deps.emit);
    const onProgress = ({ rows, bytes, totalBytes }: PassProgress) =>
      tell({ event: 'looking', loadId, what, rows, bytes, totalBytes });
    try {
      return await pass(file, AbortSignal.any([run.signal, load.closing.signal]), onProgress);
    } finally {
      if (running.get(`${what} ${loadId}`) === run) running.delete(`${what} ${loadId}`);
    }
  }

  return {
    preview: ({ loadId, column, rule }: CallTake<'preview'>): Promise<CallGive<'preview'>> =>
      look(loadId, 'preview', (file, signal, onProgress) =>
        previewRule(file, column, rule, signal, onProgress),
      ),

    distinct: ({ loadId, column, onlyErrors }: CallTake<'distinct'>): Promise<CallGive<'distinct'>> =>
      look(loadId, 'distinct', (file, signal) => distinctValues(file, column, onlyErrors, signal)),

    async search({ loadId, text, position }: CallTake<'search'>): Promise<CallGive<'search'>> {
      const { load } = deps.checkedOf(loadId);
      stop(loadId, 'search');
      found.delete(load);
      if (text === '') return { found: 0 };
      const rows = await look(loadId, 'search', (file, signal, onProgress) =>
        searchRows(file, { text, position }, signal, onProgress),
      );
      found.set(load, rows);
      return { found: rows.size };
    },

    /** What the last search of a load found; undefined when there was none. */
    foundIn: (load: OpenLoad): RowSet | undefined => found.get(load),
  };
}
