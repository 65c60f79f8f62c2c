import { waitMs } from '../submission/backoff';
import { BodyBuilder } from '../submission/body';
import { STORM_OF, classify } from '../submission/classify';
import { bodyCap } from '../submission/plan';
import type { Rehearsal } from '../submission/model';
import { RehearsalTally, type Rehearsed } from '../submission/rehearsal';
import type { PreparedRows } from './prepared';
import type { CallTake } from './protocol';
import type { SendingPorts } from './sending-ports';

/** Requests under way at once; our server's budget holds the rate. */
const LANES = 4;
/** A dry run writes nothing, so it may simply be repeated. */
const TRIES = 8;

interface Batch {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly rows: readonly Rehearsed[];
  /** The rows of the body, one by one, for a request that is too large and has to be cut. */
  readonly texts: readonly string[];
}

/** Two batches with the rows of one. */
function halvesOf({ rows, texts }: Batch): readonly Batch[] {
  const middle = rows.length >> 1;
  return [
    [0, middle],
    [middle, rows.length],
  ].map(([from, to]) => {
    const own = texts.slice(from, to);
    return { rows: rows.slice(from, to), texts: own, body: new TextEncoder().encode(`[${own.join(',')}]`) };
  });
}

/** Rows that are ready and rows that are held never share a request: one unfit row may cost a whole request its answer. */
class Pile {
  readonly #body: BodyBuilder;
  #rows: Rehearsed[] = [];
  #texts: string[] = [];
  constructor(
    capBytes: number,
    readonly most: number,
  ) {
    this.#body = new BodyBuilder(capBytes);
  }
  /** False when it is full; undefined when the row is too large for any request. */
  add(row: Rehearsed, json: string): boolean | undefined {
    if (this.#rows.length < this.most && this.#body.add(json)) {
      this.#rows.push(row);
      this.#texts.push(json);
      return true;
    }
    return this.#rows.length === 0 ? undefined : false;
  }
  take(): Batch | undefined {
    if (this.#rows.length === 0) return undefined;
    const rows = this.#rows;
    const texts = this.#texts;
    this.#rows = [];
    this.#texts = [];
    return { body: this.#body.take(), rows, texts };
  }
}

/** Asks Peak about one batch and counts what it says; a problem when asking on makes no sense. */
async function askAbout(
  ports: SendingPorts,
  take: CallTake<'rehearse'>,
  batch: Batch,
  tally: RehearsalTally,
  signal: AbortSignal,
): Promise<Rehearsal['problem']> {
  const { body, rows } = batch;
  const { primaryKey, name } = take.rules.table;
  const sent = { rows: rows.map(({ row }) => row), body, primaryKey };
  for (let tried = 1; ; tried += 1) {
    if (signal.aborted) break;
    const answer = await ports.transport.send({
      connectionId: take.connectionId,
      solutionName: take.solutionName,
      table: name,
      operation: take.rules.operation,
      dryRun: true,
      batchId: `${take.loadId}.dry`,
      body,
      signal,
    });
    const verdict = classify(answer, sent);
    if (verdict.kind === 'settled') {
      const refused = new Map(verdict.rejected.map(({ row, errors }) => [row, errors]));
      const unsure = verdict.unnamed;
      for (const each of rows) {
        const errors = refused.get(each.row);
        // An answer that refuses rows without naming them says nothing of those it does not name.
        if (errors !== undefined || unsure === 0) tally.add(each, errors ?? []);
      }
      if (unsure > 0) tally.unclear(rows.length - refused.size);
      return undefined;
    }
    if (verdict.kind === 'stop') {
      tally.unclear(rows.length);
      return verdict.reason;
    }
    if (verdict.kind === 'split') {
      const halves = rows.length > 1 ? halvesOf(batch) : [];
      if (halves.length === 0) tally.unclear(rows.length);
      for (const half of halves) {
        const problem = await askAbout(ports, take, half, tally, signal);
        if (problem !== undefined) return problem;
      }
      return undefined;
    }
    if (tried === TRIES) {
      tally.unclear(rows.length);
      if (verdict.kind === 'doubt') return undefined;
      return STORM_OF[verdict.cause];
    }
    await ports.clock.wait(waitMs(tried, verdict.afterMs, ports.random), signal);
  }
  tally.unclear(rows.length);
  return 'cancelled';
}

/**
 * Dry-runs the whole file: rows that are ready as they would be sent, rows that are held back as they are (raw text
 * where a value could not be read). Nothing is written, nothing is journaled. `tell` is given the rows settled so far.
 */
export async function rehearse(
  ports: SendingPorts,
  take: CallTake<'rehearse'>,
  prepared: PreparedRows,
  signal: AbortSignal,
  tell: (rows: number) => void,
): Promise<Rehearsal> {
  const tally = new RehearsalTally();
  const cap = bodyCap(take.maxBodyBytes);
  const piles = { ready: new Pile(cap, take.rowsPerBatch), held: new Pile(cap, take.rowsPerBatch) };
  const lanes = new Set<Promise<void>>();
  let problem: Rehearsal['problem'];
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  const ask = async (batch: Batch | undefined): Promise<void> => {
    if (batch === undefined) return;
    while (lanes.size >= LANES) await Promise.race(lanes);
    const lane: Promise<void> = askAbout(ports, take, batch, tally, either).then((found) => {
      lanes.delete(lane);
      problem ??= found;
      if (found !== undefined) stop.abort();
      tell(tally.result().rows);
    });
    lanes.add(lane);
  };
  for await (const block of prepared.walk({}, either)) {
    const held = await prepared.asTheyAre(
      block.filter(({ state }) => state === 'held').map(({ row }) => row),
    );
    for (const { row, state, json } of block) {
      if (state === 'skipped' || state === 'superseded') {
        tally.leftOut();
        continue;
      }
      const known = held.get(row);
      const text = json ?? known?.json;
      const pile = state === 'held' ? piles.held : piles.ready;
      const each = { row, held: state === 'held', ours: known?.ours ?? [] };
      let taken = text === undefined ? undefined : pile.add(each, text);
      if (taken === false) {
        await ask(pile.take());
        taken = pile.add(each, text ?? '');
      }
      if (taken === undefined) tally.unclear(1);
    }
    if (either.aborted) break;
  }
  if (!either.aborted) {
    await ask(piles.ready.take());
    await ask(piles.held.take());
  }
  await Promise.all(lanes);
  return tally.result(problem ?? (signal.aborted ? 'cancelled' : undefined));
}
