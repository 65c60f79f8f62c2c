import type { Plan } from '../submission/model';
import { cutPlan, rulesFingerprint } from '../submission/plan';
import { trouble } from './errors';
import { followUpOf, notingReady } from './sending-attempt';
import type { PreparedRow } from './prepared';
import type { CallTake } from './protocol';
import type { SendingPorts } from './sending-ports';

const REPORT_EVERY_MS = 200;

/** Passes blocks on and reports, at most five times a second, how far planning has come. */
async function* reported(
  ports: SendingPorts,
  loadId: string,
  walk: (tell: (bytes: number, totalBytes: number) => void) => AsyncIterable<readonly PreparedRow[]>,
): AsyncGenerator<readonly PreparedRow[]> {
  let rows = 0;
  let at = { bytes: 0, totalBytes: 0 };
  let told = ports.clock.now();
  const tell = (): void => ports.emit({ event: 'planning', loadId, rows, ...at });
  for await (const block of walk((bytes, totalBytes) => (at = { bytes, totalBytes }))) {
    rows += block.length;
    yield block;
    if (ports.clock.now() - told < REPORT_EVERY_MS) continue;
    told = ports.clock.now();
    tell();
  }
  tell();
}

/** When a plan is made. An attempt comes after what it repairs and every attempt before, whatever the clock says meanwhile. */
async function momentOf({ journal, clock }: SendingPorts, loadId: string, of?: string): Promise<number> {
  if (of === undefined) return clock.now();
  const plans = [await journal.plan(of), ...(await journal.followUps(of))];
  const before = [
    ...plans.flatMap((plan) => (plan && plan.loadId !== loadId ? plan.createdAt : [])),
    ...(await journal.late(of)).map(({ at }) => at),
  ];
  return before.reduce((at, each) => Math.max(at, each + 1), clock.now());
}

/**
 * Cuts, encodes and hashes every batch and writes the plan to the journal in one go. Rejects with IntakeError:
 * plan-exists (something was sent), not-checked (no counts, or the file is still being fingerprinted), nothing-to-send.
 */
export async function freezePlan(ports: SendingPorts, take: CallTake<'freeze'>): Promise<Plan> {
  const { loadId, rules, rowsPerBatch, maxBodyBytes } = take;
  if ((await ports.journal.entries(loadId)).length > 0) throw trouble('plan-exists');
  const checked = await ports.checked(loadId, rules);
  const sourceFingerprint = await ports.sourceFingerprint(loadId);
  if (!checked || sourceFingerprint === undefined) throw trouble('not-checked');

  const prepared = await ports.prepared(loadId, rules);
  const { signal } = new AbortController();
  const ready: number[] = [];
  const walked = reported(ports, loadId, (tell) => prepared.walk({}, signal, tell));
  const blocks = take.followUp === undefined ? walked : notingReady(walked, ready);
  const { batches, counts } = await cutPlan(loadId, blocks, { rowsPerBatch, maxBodyBytes }, ports.sha256);
  if (batches.length === 0) throw trouble('nothing-to-send');

  // Checking lets each key through once per UPSERT load, so the planned rows are the distinct keys.
  const keyed = rules.operation === 'UPSERT' && rules.table.primaryKey.length > 0;
  const once = keyed && rules.duplicates !== 'keep-all';
  const plan: Plan = {
    loadId,
    table: rules.table.name,
    solutionName: take.solutionName,
    connectionId: take.connectionId,
    operation: rules.operation,
    rowsPerBatch,
    maxBodyBytes,
    sourceFingerprint,
    schemaFingerprint: take.schemaFingerprint,
    frozenFor: rules.table,
    rulesFingerprint: await rulesFingerprint(rules, ports.sha256),
    counts: { ...counts, ...(once ? { distinctKeys: counts.planned } : {}) },
    checked,
    ...(take.followUp === undefined
      ? {}
      : { followUp: await followUpOf(ports, loadId, take.followUp, ready) }),
    createdAt: await momentOf(ports, loadId, take.followUp),
  };
  await ports.keepStates(loadId, rules);
  await ports.journal.freeze(plan, batches);
  return plan;
}
