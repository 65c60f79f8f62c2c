import { MAX_BODY_BYTES } from '../peak/limits';
import { waitMs } from '../submission/backoff';
import { BodyBuilder } from '../submission/body';
import { STORM_OF, classify } from '../submission/classify';
import type { Verdict } from '../submission/classify';
import type { BatchEntry, PauseReason, TestOutcome } from '../submission/model';
import { bodyCap } from '../submission/plan';
import type { TransportAnswer } from '../submission/ports';
import { VariedSample } from '../submission/varied-sample';
import type { PreparedRows } from './prepared';
import type { CallTake } from './protocol';
import type { SendingPorts } from './sending-ports';

/** A dry run stores nothing, so it may simply be repeated; a person is waiting, so not for long. */
const TRIES = 3;
const LONGEST_WAIT_MS = 5_000;

type Sample = { readonly body: Uint8Array<ArrayBuffer>; readonly rows: readonly number[] };

/** Ready rows looked at for the sample: every value of a longer file would take longer than a person waits. */
const LOOKED_AT = 200_000;

/** Ready rows that show the columns' variety, as many as asked for and as fit one request; undefined without any. */
async function sampleOf(prepared: PreparedRows, count: number): Promise<Sample | undefined> {
  const stop = new AbortController();
  const varied = new VariedSample(count);
  let seen = 0;
  read: for await (const block of prepared.walk({}, stop.signal)) {
    for (const { row, json } of block) {
      if (json === null) continue;
      varied.note({ row, json });
      if (++seen === LOOKED_AT) break read;
    }
  }
  stop.abort();
  const body = new BodyBuilder(bodyCap(MAX_BODY_BYTES));
  const rows = varied.chosen().flatMap(({ row, json }) => (body.add(json) ? [row] : []));
  return rows.length === 0 ? undefined : { body: body.take(), rows };
}

function outcomeOf(sample: Sample, answer: TransportAnswer, verdict: Verdict, at: number): TestOutcome {
  const seen = answer.kind === 'answered' ? { peakStatus: answer.peakStatus, raw: answer.raw } : {};
  const outcome = {
    dryRun: true,
    rows: sample.rows.length,
    accepted: 0,
    rejected: [],
    unnamed: 0,
    ...seen,
    at,
  };
  switch (verdict.kind) {
    case 'settled': {
      const { accepted, rejected, unnamed } = verdict;
      return { ...outcome, accepted, rejected: [...rejected], unnamed };
    }
    case 'doubt':
    case 'stop':
      return { ...outcome, problem: verdict.reason };
    case 'split':
      return { ...outcome, problem: 'too-large' };
    case 'again':
      return { ...outcome, problem: STORM_OF[verdict.cause] };
  }
}

/** Sends a sample as a dry run; the journal is not touched. Undefined when no row is ready. */
export async function dryRun(
  ports: SendingPorts,
  take: CallTake<'test'>,
  prepared: PreparedRows,
): Promise<TestOutcome | undefined> {
  const sample = await sampleOf(prepared, take.rows);
  if (!sample) return undefined;
  for (let tried = 1; ; tried += 1) {
    const answer = await ports.transport.send({
      connectionId: take.connectionId,
      solutionName: take.solutionName,
      table: take.rules.table.name,
      operation: take.rules.operation,
      dryRun: true,
      batchId: `${take.loadId}.dry`,
      body: sample.body,
      signal: new AbortController().signal,
    });
    const verdict = classify(answer, { ...sample, primaryKey: take.rules.table.primaryKey });
    const wait = verdict.kind === 'again' ? waitMs(tried, verdict.afterMs, ports.random) : Infinity;
    if (tried === TRIES || wait > LONGEST_WAIT_MS) {
      return outcomeOf(sample, answer, verdict, ports.clock.now());
    }
    await ports.clock.wait(wait);
  }
}

/** The outcome of a real test request: what the journal holds of the plan's first batch. */
export function realTest(
  entry: BatchEntry | undefined,
  reason: PauseReason | undefined,
  at: number,
): TestOutcome {
  const problem = reason ?? (entry?.state === 'in-doubt' ? entry.reason : undefined);
  return {
    dryRun: false,
    rows: entry?.rows ?? 0,
    accepted: entry?.accepted ?? 0,
    rejected: entry?.rejected ?? [],
    unnamed: entry?.unnamed ?? 0,
    ...(entry?.peakStatus === undefined ? {} : { peakStatus: entry.peakStatus }),
    ...(problem === undefined ? {} : { problem }),
    ...(entry?.raw === undefined ? {} : { raw: entry.raw }),
    at,
  };
}
