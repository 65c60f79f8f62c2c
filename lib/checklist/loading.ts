import { accountAt } from '../workspace/model';
import type { Load } from '../workspace/model';
import { countedTables, coversRequired, leftAside, requiredAsNull, share } from './counting';
import type { CountedTable } from './counting';
import { currentFingerprint } from './known';
import type { Known } from './known';
import type { Evidence } from './model';
import { OPEN, byHand, verdict } from './setup';
import type { Verdict } from './setup';

/** How many of the tables that count have a load of which this is true. */
function tally(known: Known, code: Evidence['code'], isTrue: (load: Load, table: CountedTable) => boolean) {
  const tables = countedTables(known);
  const proved = tables.flatMap((table) => {
    const load = table.loads.find((each) => isTrue(each, table));
    return load === undefined ? [] : [load];
  });
  const status = share(proved.length, tables.length);
  const params = { tables: proved.length, of: tables.length };
  return { proved, params, verdict: status === 'open' ? OPEN : verdict(status, code, params) };
}

const isComplete = (load: Load): boolean => load.account?.complete === true && load.account.balances;
const failedIn = ({ account }: Load): number => (account?.rejected ?? 0) + (account?.laterFailed ?? 0);
const wasSent = (load: Load): boolean => load.account !== null && load.account.batches.settled > 0;

/** Sent with null, a required column is there by the letter and empty in truth: how many are is part of the proof. */
export function requiredPresent(known: Known): Verdict {
  const isTrue = (load: Load, table: CountedTable) => coversRequired(load, table.spec);
  const { proved, params, verdict: found } = tally(known, 'required-mapped', isTrue);
  const nulls = countedTables(known).reduce((sum, { spec, loads }) => {
    const load = proved.find((each) => loads.includes(each));
    return sum + (load === undefined ? 0 : requiredAsNull(load, spec));
  }, 0);
  return nulls === 0 ? found : verdict(found.status, 'required-mapped', { ...params, nulls });
}

export function batchesCut(known: Known): Verdict {
  const current = currentFingerprint(known);
  const isOverrun = (load: Load) =>
    load.plan !== null &&
    !isComplete(load) &&
    current !== undefined &&
    load.plan.schemaFingerprint !== current;
  const { proved, params, verdict: found } = tally(known, 'batches-cut', (load) => load.plan !== null);
  if (found.status === 'open') return found;
  const batches = proved.reduce((sum, load) => sum + (load.plan?.counts.batches ?? 0), 0);
  const rows = Math.max(...proved.map((load) => load.plan?.rowsPerBatch ?? 0));
  const cut = verdict(found.status, 'batches-cut', { ...params, batches, rows });
  // A plan runs under the schema it was made for and no other; one already carried out is history.
  if (!proved.some(isOverrun)) return cut;
  return { status: 'stale', evidence: [...cut.evidence, { code: 'model-changed-since', params: {} }] };
}

export const operationChosen = (known: Known): Verdict =>
  tally(known, 'operation-chosen', (load) => load.stage === 'send' || load.plan !== null).verdict;

export function urlBuilt(known: Known): Verdict {
  const { connection, solution } = known.workspace ?? {};
  if (!connection || !solution) return OPEN;
  const table = known.loads[0]?.table ?? known.schema?.tables[0]?.name;
  const params = table === undefined ? { host: connection.host } : { host: connection.host, table };
  return verdict('done', 'url-known', params);
}

const passed = (load: Load): boolean =>
  load.test !== null &&
  load.test.problem === undefined &&
  load.test.rejected.length === 0 &&
  load.test.unnamed === 0 &&
  load.test.accepted > 0;

export function testVerified(known: Known): Verdict {
  const failing = countedTables(known).flatMap((table) => {
    const newest = table.loads[0];
    return newest?.test && !passed(newest) && !isComplete(newest) ? [newest.test] : [];
  });
  const first = failing[0];
  if (first !== undefined) {
    const refused = first.rejected.length + first.unnamed;
    return verdict(
      'failed',
      'dry-run-rejected',
      { rows: first.rows, refused, tables: failing.length },
      first.at,
    );
  }
  // Rows that Peak accepted for real prove more than a rehearsal would have.
  const proof = (load: Load) => passed(load) || (wasSent(load) && (load.account?.accepted ?? 0) > 0);
  const { proved, params, verdict: found } = tally(known, 'dry-run-passed', proof);
  if (found.status === 'open') return found;
  const rehearsed = proved.some((load) => load.test?.dryRun === true);
  const at = Math.max(...proved.map((load) => load.test?.at ?? accountAt(load)));
  return verdict(found.status, rehearsed ? 'dry-run-passed' : 'first-batch-accepted', params, at);
}

export function datasetIngested(known: Known): Verdict {
  const { proved, params, verdict: found } = tally(known, 'tables-loaded', isComplete);
  const accepted = known.loads.reduce((sum, load) => sum + (load.account?.accepted ?? 0), 0);
  const failed = known.loads.reduce((sum, load) => sum + failedIn(load), 0);
  const aside = leftAside(known, countedTables(known)).length;
  const all = { ...params, rows: accepted, failed, ...(aside > 0 && { aside }) };
  const loaded = verdict(found.status, 'tables-loaded', all);
  const doubt = known.loads.reduce((sum, load) => sum + (load.account?.inDoubt ?? 0), 0);
  if (doubt > 0) {
    const open: Evidence = { code: 'tables-in-doubt', params: { rows: doubt } };
    return { status: 'failed', evidence: proved.length > 0 ? [...loaded.evidence, open] : [open] };
  }
  if (found.status !== 'open') return loaded;
  return accepted > 0 ? { ...loaded, status: 'partly' } : OPEN;
}

export function outcomesConfirmed(known: Known): Verdict {
  const sent = known.loads.filter(wasSent);
  if (sent.length === 0) return OPEN;
  const green = sent.filter(isComplete).length;
  const params = { tables: green, of: sent.length };
  const { tables: closed, of: needed } = tally(known, 'accounts-balance', isComplete).params;
  if (sent.some((load) => load.account?.balances === false)) return verdict('failed', 'account-open', params);
  const seen = known.workspace?.facts.byHand['outcomes-confirmed'];
  // Rows that were sent after the look have not been looked at.
  const isSeen = seen !== undefined && sent.every((load) => accountAt(load) <= seen);
  const word: Evidence[] = isSeen ? [{ code: 'outcomes-seen', params: {}, at: seen }] : [];
  const isSettled = isSeen && closed === needed && sent.every((load) => load.account?.inDoubt === 0);
  const { status, evidence } =
    green === sent.length
      ? verdict(share(closed, needed), 'accounts-balance', { ...params, closed, needed })
      : verdict(green === 0 ? 'open' : 'partly', 'account-open', params);
  return { status: isSettled ? 'done' : status, evidence: [...evidence, ...word] };
}

export function failedReviewed(known: Known): Verdict {
  const sent = known.loads.filter(wasSent);
  if (sent.length === 0) return OPEN;
  const withFailed = sent.filter((load) => failedIn(load) > 0);
  if (withFailed.length === 0) {
    const { tables, of } = tally(known, 'no-failed-rows', isComplete).params;
    // That nothing failed yet says nothing of rows still to be sent.
    return verdict(tables === of ? 'done' : 'partly', 'no-failed-rows', { tables, of });
  }
  const rows = withFailed.reduce((sum, load) => sum + failedIn(load), 0);
  const seen = byHand(known, 'failed-reviewed').evidence[0]?.at;
  if (seen === undefined) return { ...OPEN, byHand: true };
  // Rows that failed after the last look have not been looked at.
  const isLater = withFailed.some((load) => accountAt(load) > seen);
  const { tables, of } = tally(known, 'failed-rows-seen', isComplete).params;
  const status = isLater ? 'stale' : tables === of ? 'done' : 'partly';
  return { ...verdict(status, 'failed-rows-seen', { rows }, seen), byHand: true };
}
