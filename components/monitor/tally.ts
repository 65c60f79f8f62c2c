import { hasSent } from '@/components/load-frame/load-change';
import { rowsSent } from '@/lib/submission/account';
import type { Account } from '@/lib/submission/model';
import type { Load } from '@/lib/workspace/model';

export interface Tally {
  /** Rows that left this browser, whatever became of them. */
  readonly sent: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly laterFailed: number;
  readonly inDoubt: number;
  readonly waiting: number;
  /** Accepted among answered rows; null before any answer (§7: pass rate = ingested / processed). */
  readonly passRate: number | null;
}

/** Sums the accounts of the loads of which something was sent. */
export function tallyOf(loads: readonly Load[]): Tally {
  const accounts = loads.filter(hasSent).flatMap(({ account }) => (account === null ? [] : [account]));
  const sum = (part: (account: Account) => number) =>
    accounts.reduce((total, account) => total + part(account), 0);
  const accepted = sum((account) => account.accepted);
  const rejected = sum((account) => account.rejected);
  const inDoubt = sum((account) => account.inDoubt);
  const laterFailed = sum((account) => account.laterFailed);
  const answered = accepted + rejected + laterFailed;
  return {
    sent: sum(rowsSent),
    laterFailed,
    accepted,
    rejected,
    inDoubt,
    waiting: sum((account) => account.waiting),
    passRate: answered === 0 ? null : accepted / answered,
  };
}

export interface CodeCount {
  readonly code: string;
  /** The first message that came with it. */
  readonly message: string;
  readonly count: number;
  readonly tables: readonly string[];
}

/** Peak's own codes over all loads, the most frequent first. Codes pass through unchanged (§4.4). */
export function codesOf(loads: readonly Load[]): CodeCount[] {
  const codes = new Map<string, CodeCount>();
  for (const load of loads)
    for (const { code, message, count } of load.account?.errors ?? []) {
      const known = codes.get(code);
      codes.set(code, {
        code,
        message: known?.message ?? message,
        count: (known?.count ?? 0) + count,
        tables: [...new Set([...(known?.tables ?? []), load.table])],
      });
    }
  return [...codes.values()].sort((a, b) => b.count - a.count || a.code.localeCompare(b.code));
}
