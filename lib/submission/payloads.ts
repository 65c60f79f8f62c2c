import type { PreparedRow, PreparedRows } from '../intake/prepared';
import { BodyBuilder } from './body';
import type { Batch } from './model';
import type { PayloadSource } from './ports';

type Payload = Awaited<ReturnType<PayloadSource['payload']>>;

/** Bodies made ahead of the lanes that will ask for them: a few, because each may hold a megabyte. */
const AHEAD = 4;
/** Skipping over settled batches costs reading them; beyond this many a new start near the row is cheaper. */
const SKIP_BATCHES = 16;

/** The source cannot be read: removed, changed, or no longer held by this browser. */
export class SourceGone extends Error {
  override readonly name = 'SourceGone';
}

/** Rows of one forward walk, taken one at a time, with a row put back when it belongs to the next batch. */
class Walk {
  readonly #blocks: AsyncIterator<readonly PreparedRow[]>;
  readonly #stop = new AbortController();
  readonly #body: BodyBuilder;
  #block: readonly PreparedRow[] = [];
  #at = 0;

  constructor(prepared: PreparedRows, capBytes: number, firstRow: number, lastRow?: number) {
    this.#body = new BodyBuilder(capBytes);
    const span = lastRow === undefined ? { firstRow } : { firstRow, lastRow };
    this.#blocks = prepared.walk(span, this.#stop.signal)[Symbol.asyncIterator]();
  }

  async collect(batch: Batch): Promise<Payload> {
    const rows: number[] = [];
    for (;;) {
      const next = this.#block[this.#at];
      if (next === undefined) {
        const step = await this.#blocks.next();
        if (step.done) break;
        this.#block = step.value;
        this.#at = 0;
        continue;
      }
      if (next.row > batch.lastRow) break;
      this.#at += 1;
      if (next.row < batch.firstRow || next.state !== 'ready' || next.json === null) continue;
      // A row that no longer fits makes another body than the plan's; the engine sees that by its hash.
      if (!this.#body.add(next.json)) break;
      rows.push(next.row);
    }
    return { body: this.#body.take(), rows };
  }

  async close(): Promise<void> {
    this.#stop.abort();
    await this.#blocks.return?.().catch(() => undefined);
  }
}

/**
 * Bodies of a plan's batches, made again from the file: one walk forward with a few bodies ahead of the lanes; a batch
 * asked for out of turn is read by its own span. `expected` lists the batches that will be sent, in order.
 * Calls reject with SourceGone.
 */
export function payloadsFrom(
  prepared: PreparedRows,
  expected: readonly Batch[],
  capBytes: number,
): PayloadSource & { begin(): void; close(): Promise<void> } {
  const places = new Map(expected.map((batch, place) => [batch.index, place]));
  const ahead = new Map<number, Promise<Payload>>();
  let next = 0;
  let walk: Walk | undefined;
  let lastIndex = 0;
  let chain: Promise<unknown> = Promise.resolve();

  const gone = (cause: unknown): never => {
    throw new SourceGone('the rows of this load cannot be read any more', { cause });
  };

  const inTurn = async (batch: Batch): Promise<Payload> => {
    if (!walk || batch.index - lastIndex > SKIP_BATCHES) {
      await walk?.close();
      walk = new Walk(prepared, capBytes, batch.firstRow);
    }
    lastIndex = batch.index;
    try {
      return await walk.collect(batch);
    } catch (cause) {
      walk = undefined;
      throw cause;
    }
  };

  const outOfTurn = async (batch: Batch): Promise<Payload> => {
    const own = new Walk(prepared, capBytes, batch.firstRow, batch.lastRow);
    try {
      return await own.collect(batch);
    } finally {
      await own.close();
    }
  };

  const fill = (upTo: number): void => {
    while (next < expected.length && (next <= upTo || ahead.size < AHEAD)) {
      const batch = expected[next];
      next += 1;
      if (!batch) return;
      const made = chain.then(() => inTurn(batch)).catch(gone);
      // A body made ahead may never be asked for; its failure is told to whoever asks.
      made.catch(() => undefined);
      chain = made.catch(() => undefined);
      ahead.set(batch.index, made);
    }
  };

  return {
    /** Makes the first bodies before anybody asks for one. */
    begin: () => fill(-1),
    async payload(batch) {
      const place = places.get(batch.index) ?? -1;
      if (place >= next && place - next < SKIP_BATCHES) fill(place);
      const made = ahead.get(batch.index);
      if (!made) return outOfTurn(batch).catch(gone);
      ahead.delete(batch.index);
      fill(-1);
      return made;
    },
    async close() {
      next = expected.length;
      await chain;
      await walk?.close();
    },
  };
}
