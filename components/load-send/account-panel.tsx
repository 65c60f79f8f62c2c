import type { ReactNode } from 'react';
import { completeTitle, isRepairLeft, repairTodo, type LeftToRepair } from '@/components/messages/complete';
import { counted, formatCount, formatShare } from '@/components/messages/format';
import { imbalanceSentence } from '@/components/messages/submission';
import { Callout } from '@/components/ui/callout';
import { cx } from '@/components/ui/cx';
import { Panel } from '@/components/ui/panel';
import { ShareBar } from '@/components/ui/share-bar';
import { FILL } from '@/components/ui/tone';
import type { OperationType } from '@/lib/peak/model';
import type { Account } from '@/lib/submission/model';
import { bucketsOf } from './buckets';

/** Every row read in exactly one bucket, adding up before the reader's eyes. Green only when nothing is open or left to repair. */
export function AccountPanel({
  account,
  operation,
  moving,
  isAttempt,
  elsewhere,
  held,
}: {
  readonly account: Account;
  readonly operation: OperationType;
  readonly moving: boolean;
  readonly isAttempt: boolean;
  /** Rows held back that were loaded in another load by the user's word. */
  readonly elsewhere: number;
  /** Where that is said. */
  readonly held: ReactNode;
}) {
  const buckets = bucketsOf(account);
  const sum = buckets.reduce((total, { value }) => total + value, 0);
  return (
    <Panel title="Account" note="Every row of the file, in exactly one place">
      <div className="flex flex-col gap-4">
        {moving ? null : <Verdict account={{ ...account, elsewhere }} isAttempt={isAttempt} held={held} />}
        <ShareBar shares={buckets} />
        <div className="overflow-x-auto" tabIndex={0} role="region" aria-label="Account of this load">
          <table className="w-full text-left text-sm">
            <caption className="sr-only">Account of this load</caption>
            <thead className="sr-only">
              <tr>
                <th scope="col">Where</th>
                <th scope="col">Rows</th>
                <th scope="col" className="max-sm:hidden">
                  Share
                </th>
                <th scope="col">Meaning</th>
              </tr>
            </thead>
            <tbody>
              {buckets.map(({ label, value, tone, open, meaning }) => (
                <tr key={label} className={cx('border-b border-line', value === 0 && 'text-ink-3')}>
                  <th scope="row" className="py-1.5 pr-4 font-medium whitespace-nowrap">
                    <span
                      aria-hidden
                      className={cx(
                        'mr-2 inline-block size-2.5 rounded-full',
                        FILL[tone],
                        open && 'opacity-40',
                      )}
                    />
                    {label}
                  </th>
                  <td className="py-1.5 pr-4 text-right tabular">{formatCount(value)}</td>
                  <td className="py-1.5 pr-4 text-right whitespace-nowrap text-ink-3 tabular max-sm:hidden">
                    {value === 0 || account.read === 0 ? '' : formatShare(value / account.read)}
                  </td>
                  <td className="py-1.5 text-ink-3">{meaning}</td>
                </tr>
              ))}
              <tr className="font-semibold">
                <th scope="row" className="py-2 pr-4">
                  Sum
                </th>
                <td className="py-2 pr-4 text-right tabular">{formatCount(sum)}</td>
                <td className="max-sm:hidden" />
                <td className={cx('py-2 font-normal', sum === account.read ? 'text-ink-2' : 'text-bad')}>
                  {sum === account.read ? '=' : 'not'} {counted(account.read, 'row')} read from the file
                </td>
              </tr>
            </tbody>
          </table>
        </div>
        {account.accepted > 0 ? (
          <p className="text-sm text-ink-2">
            <strong className="text-ink">Accepted is not yet written.</strong> Peak queues accepted rows and
            writes them within seconds, or, where the table’s ingestion is scheduled, at its next run (every
            30 minutes unless it was changed on request). A row can still fail then and shows up in the
            table’s failed rows.
            {operation === 'UPSERT' && account.distinctKeys !== undefined
              ? ` This UPSERT adds at most ${counted(account.distinctKeys, 'row')}; keys that were there are replaced.`
              : ''}
          </p>
        ) : null}
      </div>
    </Panel>
  );
}

function Verdict({
  account,
  isAttempt,
  held,
}: {
  readonly account: Account & LeftToRepair;
  readonly isAttempt: boolean;
  readonly held: ReactNode;
}) {
  if (account.imbalance !== undefined || !account.balances)
    return (
      <Callout tone="bad" live title="The account does not add up">
        {account.imbalance === undefined ? null : imbalanceSentence(account.imbalance)}
      </Callout>
    );
  if (account.complete)
    return (
      <Callout tone={isRepairLeft(account) ? 'warn' : 'good'} live title={completeTitle(account)}>
        {repairTodo(account, isAttempt ? 'attempt' : 'load').map((todo) => (
          <p key={todo} className="font-medium text-ink">
            {todo}
          </p>
        ))}
        <p>
          Three independent counts agree: what was read, what was planned, what was answered. Nothing is
          waiting or in doubt.
        </p>
        {held}
      </Callout>
    );
  return (
    <Callout live title="Not complete yet">
      {[
        account.waiting > 0 ? `${counted(account.waiting, 'row is', 'rows are')} waiting to be sent.` : '',
        account.inDoubt > 0 ? `${counted(account.inDoubt, 'row is', 'rows are')} in doubt.` : '',
      ].join(' ')}
    </Callout>
  );
}
