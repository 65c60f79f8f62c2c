import { counted, formatCount } from '@/components/messages/format';
import { imbalanceSentence } from '@/components/messages/submission';
import { Panel } from '@/components/ui/panel';
import type { Receipt } from '@/lib/submission/receipt';
import { timeOf } from './time-of';

/** The buckets of a receipt, and what moved rows between them after they were accepted. */
export function ReceiptAccount({ receipt }: { readonly receipt: Receipt }) {
  const { account } = receipt;
  const buckets: readonly [string, number][] = [
    ['Accepted', account.accepted],
    ['Accepted, later failed', account.laterFailed],
    ['Rejected by Peak', account.rejected],
    ['In doubt', account.inDoubt],
    ['Waiting', account.waiting],
    ['Held back', account.held],
    ['Superseded', account.superseded],
    ['Skipped', account.skipped],
  ];
  const sum = buckets.reduce((total, [, rows]) => total + rows, 0);
  return (
    <>
      <Panel title="Account" note={`As of ${timeOf(receipt.madeAt)}`}>
        <table className="w-full max-w-md text-left text-sm">
          <caption className="sr-only">Rows by bucket</caption>
          <tbody>
            {buckets.map(([label, rows]) => (
              <tr key={label} className="border-b border-line">
                <th scope="row" className="py-1 font-normal">
                  {label}
                </th>
                <td className="py-1 text-right tabular">{formatCount(rows)}</td>
              </tr>
            ))}
            <tr className="font-semibold">
              <th scope="row" className="py-1">
                Sum
              </th>
              <td className="py-1 text-right tabular">{formatCount(sum)}</td>
            </tr>
          </tbody>
        </table>
        <p className="mt-3 text-sm">
          {counted(account.read, 'row')} read from the file.{' '}
          {account.imbalance === undefined ? 'The three counts agree' : imbalanceSentence(account.imbalance)}
          {account.complete ? ', and nothing is waiting or in doubt.' : '.'} Accepted means queued by Peak,
          not written.
        </p>
        {receipt.heldElsewhere === undefined ? null : (
          <p className="mt-2 text-sm">
            {counted(receipt.heldElsewhere.rows, 'row')} held back: loaded in another load, by the user’s word
            of {timeOf(receipt.heldElsewhere.at)}.
          </p>
        )}
        {account.codes.length === 0 ? null : (
          <p className="mt-2 text-sm">
            Peak’s codes:{' '}
            {account.codes.map(({ code, count }) => `${code} (${formatCount(count)})`).join(', ')}.
          </p>
        )}
      </Panel>
      {receipt.controlSum === undefined ? null : (
        <Panel title="Control sum" note={`As of ${timeOf(receipt.controlSum.at)}`}>
          <p className="text-sm">
            <span className="font-mono">{receipt.controlSum.column}</span> over{' '}
            {counted(receipt.controlSum.rows, 'accepted row')}:{' '}
            <strong className="tabular">{receipt.controlSum.sum}</strong>
          </p>
        </Panel>
      )}
      {receipt.late.length === 0 ? null : (
        <Panel title="Failed after they were accepted">
          <ul className="text-sm">
            {receipt.late.map(({ at, from, rows, unnamed }) => (
              <li key={at}>
                {timeOf(at)}: {counted(rows + unnamed, 'row')}{' '}
                {from === 'export' ? 'named by an export of the failed rows' : 'entered as a number'}
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}
