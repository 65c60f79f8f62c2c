import { accountOf } from '../submission/account';
import { joinAttempts, type Joined, type Sent } from '../submission/join-attempts';
import type { Account } from '../submission/model';
import type { Journal } from '../submission/ports';
import { receiptPartOf } from '../submission/receipt';
import { trouble } from './errors';
import type { CallGive } from './protocol';
import type { LoadRecord } from './sending-record';
import { readRecord } from './sending-record';

/** What the journal holds of the repaired rows of a load that were planned to be sent again, oldest first. */
export async function attemptsOf(journal: Journal, loadId: string): Promise<Sent[]> {
  const plans = await journal.followUps(loadId);
  const records = await Promise.all(plans.map((plan) => readRecord(journal, plan.loadId)));
  return records.filter((record) => record !== undefined);
}

/** The load's account and failed rows with every attempt in them, but the one called `without`. */
export async function joinedOf(journal: Journal, record: LoadRecord, without?: string): Promise<Joined> {
  const attempts = await attemptsOf(journal, record.plan.loadId);
  const others = attempts.filter(({ plan }) => plan.loadId !== without);
  const own = accountOf(record.plan, record.batches, record.entries);
  return joinAttempts(own, record, others, await journal.late(record.plan.loadId));
}

/** For a load that is being sent: joins its running account with the attempts as they are now. */
export async function joiner(journal: Journal, record: LoadRecord): Promise<(own: Account) => Account> {
  const attempts = await attemptsOf(journal, record.plan.loadId);
  const late = await journal.late(record.plan.loadId);
  if (attempts.length === 0 && late.length === 0) return (own) => own;
  return (own) => joinAttempts(own, record, attempts, late).account;
}

/** The load's account, and its own plan and those of its attempts, without a row. Rejects with IntakeError no-plan. */
export async function receiptOf(journal: Journal, loadId: string): Promise<CallGive<'receipt'>> {
  const record = await readRecord(journal, loadId);
  if (!record) throw trouble('no-plan');
  const all = [record, ...(await attemptsOf(journal, loadId))];
  const { account } = await joinedOf(journal, record);
  const late = await journal.late(loadId);
  return {
    account,
    late: late.map(({ at, from, rows, unnamed }) => ({ at, from, rows: rows.length, unnamed })),
    parts: all.map(({ plan, batches, entries }) => receiptPartOf(plan, batches, entries)),
  };
}

/** Rows of a load that failed and are not on their way again, in file order. Rejects with IntakeError no-plan. */
export async function openRows(journal: Journal, loadId: string, without?: string): Promise<Joined['open']> {
  const record = await readRecord(journal, loadId);
  if (!record) throw trouble('no-plan');
  return (await joinedOf(journal, record, without)).open;
}
