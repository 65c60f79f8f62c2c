import { completeTitle, isRepairLeft, repairTodo } from '@/components/messages/complete';
import { counted, formatCount } from '@/components/messages/format';
import { Callout } from '@/components/ui/callout';
import type { Balance } from './balance';

/** Whether the accounts add up in total, as each account says it for its load. */
export function BalanceNote({ balance, loads }: { readonly balance: Balance; readonly loads: number }) {
  const { read, planned, answered, off, open, left, agrees } = balance;
  if (!agrees)
    return (
      <Callout tone="bad" title="The accounts do not add up">
        {formatCount(read)} rows by the check of the files, {formatCount(planned)} by the plans,{' '}
        {formatCount(answered)} by the answers.
        {off.length === 0
          ? ' This is a fault of the program: report it.'
          : ` Open the account of ${off.map(({ table, source }) => `${table} (${source?.name ?? 'no file'})`).join(', ')}.`}
      </Callout>
    );
  const counts = `${counted(read, 'row')} of ${counted(loads, 'load')}, by three independent counts: what was read, what was planned, what was answered.`;
  return open > 0 ? (
    <Callout title="The counts agree; not complete yet">
      {counts} {counted(open, 'row is', 'rows are')} waiting or in doubt.
    </Callout>
  ) : (
    <Callout tone={isRepairLeft(left) ? 'warn' : 'good'} title={completeTitle(left)}>
      {repairTodo(left, 'loads').map((todo) => (
        <p key={todo} className="font-medium text-ink">
          {todo}
        </p>
      ))}
      <p>{counts} Nothing is waiting or in doubt.</p>
    </Callout>
  );
}
