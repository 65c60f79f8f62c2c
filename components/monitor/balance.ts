import { hasSent } from '@/components/load-frame/load-change';
import { saidElsewhere } from '@/components/load-frame/load-state';
import type { LeftToRepair } from '@/components/messages/complete';
import type { Account } from '@/lib/submission/model';
import type { Load } from '@/lib/workspace/model';

/** The three counts of rows over several loads, made by parts that do not know of each other. */
export interface Balance {
  /** By the check of the files. */
  readonly read: number;
  /** By the plans while they were cut: sent or to be sent, held back, superseded, skipped. */
  readonly planned: number;
  /** By the answers: every bucket of every account. */
  readonly answered: number;
  /** Loads whose own account does not add up. */
  readonly off: readonly Load[];
  readonly open: number;
  readonly left: LeftToRepair;
  readonly agrees: boolean;
}

const allBuckets = (account: Account): number =>
  account.skipped +
  account.held +
  account.superseded +
  account.waiting +
  account.accepted +
  account.laterFailed +
  account.rejected +
  account.inDoubt;

/** Of the loads of which something was sent; a load without its plan here is counted as its account counts it. */
export function balanceOf(loads: readonly Load[]): Balance {
  const sent = loads
    .filter(hasSent)
    .flatMap((load) => (load.account === null ? [] : [{ ...load, account: load.account }]));
  const sum = (part: (load: (typeof sent)[number]) => number) =>
    sent.reduce((total, load) => total + part(load), 0);
  const read = sum(({ plan, account }) => plan?.checked.rows ?? account.read);
  const planned = sum(({ plan, account }) => {
    if (plan === null) return account.read;
    const { skipped, held, superseded, planned: cut } = plan.counts;
    return skipped + held + superseded + cut;
  });
  const answered = sum(({ account }) => allBuckets(account));
  const off = sent.filter(({ account }) => !account.balances);
  return {
    read,
    planned,
    answered,
    off,
    open: sum(({ account }) => account.waiting + account.inDoubt),
    left: {
      rejected: sum(({ account }) => account.rejected),
      laterFailed: sum(({ account }) => account.laterFailed),
      held: sum(({ account }) => account.held),
      elsewhere: sum(saidElsewhere),
    },
    agrees: off.length === 0 && read === planned && planned === answered,
  };
}
