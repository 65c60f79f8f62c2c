import { Ledger } from '../submission/account';
import { Engine } from '../submission/engine';
import type { SendProgress } from '../submission/model';
import { payloadsFrom } from '../submission/payloads';
import { bodyCap } from '../submission/plan';
import { mayBeKnown, settleFromLedger } from '../submission/recover';
import { sendable } from '../submission/sendable';
import type { CallTake } from './protocol';
import { claimFor } from './sending-claim';
import type { SendingPorts } from './sending-ports';
import { joiner } from './sending-joined';
import type { LoadRecord } from './sending-record';
import { readRecord } from './sending-record';
import type { Running } from './sending-run';
import { RunReport } from './sending-run';

type SendTake = CallTake<'send'>;

/**
 * The record after our server's ledger was asked about batches whose answer never came here. `patienceMs`: how long
 * batches that the server itself still waits for are waited for.
 */
export async function askedLedger(
  ports: SendingPorts,
  { loadId, rules }: Pick<SendTake, 'loadId' | 'rules'>,
  record: LoadRecord,
  patienceMs?: number,
): Promise<LoadRecord> {
  if (!ports.ledger || !record.entries.some(mayBeKnown)) return record;
  const { plan, batches, entries } = record;
  // Rows are made again only where some have to be named; without their file the others are settled all the same.
  const prepared = ports.prepared(loadId, rules);
  prepared.catch(() => undefined);
  const payloads = {
    payload: async (batch: LoadRecord['batches'][number]) =>
      payloadsFrom(await prepared, [], bodyCap(plan.maxBodyBytes)).payload(batch),
  };
  const ledger = new Ledger(plan, batches, entries);
  await settleFromLedger({ ...ports, payloads }, ledger, batches, rules.table.primaryKey, patienceMs);
  return (await readRecord(ports.journal, loadId)) ?? record;
}

/**
 * Starts the engine on what is left of the plan (or of its first batch); undefined when nothing is. `onEnd` is called
 * when nothing is under way any more, before the last report.
 */
export async function startRun(
  ports: SendingPorts,
  take: SendTake,
  record: LoadRecord,
  scope: Running['scope'],
  onEnd: () => void,
): Promise<Running | undefined> {
  const { clock } = ports;
  const { plan } = record;
  const ledger = new Ledger(plan, record.batches, record.entries);
  const left = sendable(record.batches, ledger, clock.now());
  const queue = scope === 'all' ? left : left.filter(({ index }) => index === 0);
  if (queue.length === 0) return undefined;
  const { loadId, connectionId } = take;
  const { solutionName, table } = plan;
  const place = { loadId, connectionId, solutionName, table };
  const [prepared, joined] = await Promise.all([
    ports.prepared(loadId, take.rules),
    joiner(ports.journal, record),
  ]);
  const payloads = payloadsFrom(prepared, queue, bodyCap(plan.maxBodyBytes));
  // The first rows are read while our server is told of the load.
  payloads.begin();
  const claim = await claimFor(ports, place, () => report.changed());
  const { primaryKey } = take.rules.table;
  const onChange = (): void => report.changed();
  const onAsked = (): void => report.tell();
  const job = { ledger, queue, connectionId, primaryKey, era: claim.era, onChange, onAsked };
  const engine = new Engine({ ...ports, payloads }, job);
  const emit = (progress: SendProgress): void => ports.emit({ event: 'sending', progress });
  const report = new RunReport(ledger, clock, emit, {
    reason: () => engine.reason,
    others: claim.others,
    askedUntil: () => engine.askedUntil,
    failures: () => engine.failures,
    waitsForTurn: () => engine.waitsForTurn,
    joined,
  });
  report.begin();
  const settled = engine.run().finally(async () => {
    void claim.end();
    await payloads.close();
    onEnd();
  });
  // Hazard: a fault of ours would otherwise leave a sender that never ends; the journal holds what was under way.
  const ended = settled.then(
    (reason) => report.ended(reason),
    () => report.ended('journal-failed'),
  );
  return { engine, report, scope, ended };
}
