import { counted, formatCount } from '@/components/messages/format';
import type { Sending } from '@/lib/intake/sending';
import type { Batch } from '@/lib/submission/model';
import { openAtHand } from './at-hand';
import { tellFindings } from './findings';
import { connectionIdOf, folderOf, loadIdOf, openLoads } from './loads-folder';
import type { Loads } from './loads-folder';
import { needed, onlyPlan } from './options';
import type { Options } from './options';
import { environment, peakAt } from './peak';
import {
  demandHeader,
  demandNewest,
  demandSameFile,
  demandSchema,
  readPlanFile,
  rulesFor,
} from './plan-at-hand';
import type { Say } from './say';
import { RowSamples, keepSamples, sampled, samplesAt } from './row-samples';
import { demandNewRows, tellSampled } from './same-rows';
import { askedFirst, demandNewBatches, demandNotSent, isThrough, isUnsent, noteSource } from './sent-before';
import { unpacking } from './text-file';
import { EXIT, Stop } from './stop';
import type { Exit } from './stop';
import { conclude, sendAll, sendingOver } from './send';
import type { Desk } from './send';

/** The id of the load that this call begins or goes on with. */
async function chosenLoad(
  loads: Loads,
  again: boolean | undefined,
  idOf: (again: number) => Promise<string>,
): Promise<string> {
  for (let turn = 0; ; turn += 1) {
    const loadId = await idOf(turn);
    const next = await idOf(turn + 1);
    if (await loads.journal.plan(next)) continue;
    // Said once more after a stop, it means the load it began; another would add the same rows again.
    return again === true && (await isThrough(loads, loadId)) === true ? next : loadId;
  }
}

async function checkAndFreeze(
  desk: Desk,
  frozen: Pick<Parameters<Sending['freeze']>[0], 'connectionId' | 'solutionName' | 'schemaFingerprint'>,
  limits: { readonly rowsPerBatch: number; readonly maxBodyBytes: number },
): Promise<void> {
  const { say, options, hand, loadId, rules, sending } = desk;
  const checked = await hand.check(rules, (done, total) =>
    say.progress({ event: 'checking', label: 'Checking', done, total, unit: 'bytes' }),
  );
  const { summary } = checked;
  tellFindings(say, checked, rules);
  if (summary.ready === 0) {
    throw new Stop(EXIT.rowsLeftOut, 'nothing-to-send', 'No row is ready to be sent. Nothing was sent.');
  }
  if (summary.held > 0 && options['hold-back'] !== true) {
    const sentence = `${counted(summary.held, 'row')} would be held back, so nothing was sent. Repair them (onramp check --findings lists all), or send the other ${formatCount(summary.ready)} with --hold-back.`;
    throw new Stop(EXIT.rowsLeftOut, 'rows-held-back', sentence);
  }
  const plan = await sending.freeze({ loadId, rules, ...frozen, ...limits });
  hand.forgetCheck();
  say.event('planned', {
    loadId,
    rows: plan.counts.planned,
    batches: plan.counts.batches,
    bytes: plan.counts.bytes,
  });
  say.line(
    `Planned ${counted(plan.counts.planned, 'row')} in ${counted(plan.counts.batches, 'batch', 'batches')}.`,
  );
}

/** `onramp load`: check, plan, send; or go on where an earlier call stopped. */
export async function load(options: Options, positionals: readonly string[], say: Say): Promise<Exit> {
  const planPath = onlyPlan('load', positionals);
  const filePath = needed('load', options, 'file');
  const env = environment(process.env);
  const plan = await readPlanFile(planPath);
  const peak = peakAt(plan.host, env, process.env);
  const hand = await openAtHand(filePath, plan.dialect, unpacking(say));
  try {
    demandHeader(plan, hand.head.header);
    const { schema, table } = await peak.table(plan.solutionName, plan.table);
    const rules = rulesFor(plan, table);
    const fingerprint = await hand.fingerprint((bytes) =>
      say.progress({ event: 'reading', label: 'Reading', done: bytes, total: hand.size, unit: 'bytes' }),
    );
    demandSameFile(plan, fingerprint);
    const loads = await openLoads(folderOf(planPath, options.journal));
    const idOf = (again: number) => loadIdOf(plan, peak.origin, fingerprint, again);
    const loadId = await chosenLoad(loads, options.again, idOf);
    const { solutionName } = plan;
    const about = {
      ...{ loadId, table: table.name, solutionName, sourceFingerprint: fingerprint },
      ...{ path: filePath, origin: peak.origin, sheets: hand.head.dialect.workbook?.sheets },
    };
    const isOnPurpose = options.again === true || loadId !== (await idOf(0));
    const isGuarded = plan.operation === 'APPEND' && !isOnPurpose;
    const demand = async (batches: readonly Batch[], rows: RowSamples | undefined): Promise<void> => {
      if (!isGuarded) return;
      const { isSampled } = rows
        ? await demandNewRows(loads, about, rows, table.primaryKey.length > 0)
        : { isSampled: false };
      if (isSampled) tellSampled(say);
      await demandNewBatches(loads, about, batches);
    };
    const samples = new RowSamples();
    const samplesPath = loads.samplesPath(loadId);
    const asked = askedFirst(loads, async (batches) => {
      await demand(batches, samples);
      await keepSamples(samplesPath, samples);
    });
    const { sending, listen } = sendingOver(asked, sampled(hand, samples), peak);
    const desk = { say, options, hand, loads, loadId, rules, sending };
    const connectionId = await connectionIdOf(loads.folder, peak.origin, peak.token);
    say.line(`${filePath} → ${table.name} of ${plan.solutionName} on ${peak.origin}, ${plan.operation}`);
    const before = await loads.journal.plan(loadId);
    // Of a plan that was written down and not sent, others may have sent the rows since.
    if (isGuarded && (await isUnsent(loads, loadId))) {
      await demandNotSent(loads, about);
      await demand(await loads.journal.batches(loadId), await samplesAt(samplesPath));
    }
    if (before === undefined) {
      demandSchema(plan, schema, options['accept-schema']);
      demandNewest(plan, table);
      const maxBodyBytes = env.ONRAMP_MAX_BODY_BYTES;
      const rowsPerBatch = Math.min(plan.rowsPerBatch, env.ONRAMP_MAX_ROWS_PER_BATCH);
      const frozen = { connectionId, solutionName, schemaFingerprint: schema.fingerprint };
      await noteSource(loads, about);
      await checkAndFreeze(desk, frozen, { rowsPerBatch, maxBodyBytes });
    } else {
      const begun = 'This load was begun before; going on where it stands.';
      const instead = ' It is not through yet, so --again begins no other one.';
      say.line(`${begun}${options.again === true ? instead : ''}`);
      say.event('resumed', { loadId });
    }
    if (options['resend-doubt'] === true) await sending.settle({ loadId, choice: 'sent-again' });
    if (options['treat-doubt-as-stored'] === true) {
      await sending.settle({ loadId, choice: 'treated-as-stored' });
    }
    const sameTenantAs = options['same-tenant'] === true && before ? [before.connectionId] : [];
    const last = await sendAll(desk, { loadId, rules, connectionId, sameTenantAs }, listen);
    const exit = await conclude(desk, last);
    await loads.journal.close();
    return exit;
  } finally {
    peak.close();
    await hand.close();
  }
}
