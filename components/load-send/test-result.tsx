import { useRowName } from '@/components/load-frame/row-names';
import { counted, formatCount, formatWhen } from '@/components/messages/format';
import { testProblemAdvice } from '@/components/messages/submission';
import { Callout } from '@/components/ui/callout';
import { DataTable } from '@/components/ui/data-table';
import type { TestOutcome } from '@/lib/submission/model';
import { RawAnswer } from './raw-answer';

/** What Peak said to the sample, with its own codes and words. */
export function TestResult({ test }: { readonly test: TestOutcome }) {
  const rowName = useRowName();
  const kind = test.dryRun ? 'Dry run' : 'First batch';
  const refused = test.rejected.length + test.unnamed;
  const advice = test.problem === undefined ? null : testProblemAdvice(test.problem);
  const good = advice === null && refused === 0;
  const said = `Peak answered ${test.peakStatus ?? 'nothing'}, at ${formatWhen(test.at, test.at)}.`;
  return (
    <div className="flex flex-col gap-3">
      {advice === null ? (
        <Callout
          live
          tone={good ? 'good' : 'warn'}
          title={
            good
              ? `${kind}: all ${counted(test.rows, 'row')} accepted`
              : `${kind}: ${formatCount(test.accepted)} of ${counted(test.rows, 'row')} accepted, ${formatCount(refused)} rejected`
          }
        >
          {said}{' '}
          {test.dryRun ? 'Nothing was written.' : 'Accepted is not yet written: Peak queues the rows first.'}
          {test.unnamed > 0
            ? ` ${counted(test.unnamed, 'rejected row')} could not be told from the answer.`
            : ''}
        </Callout>
      ) : (
        <Callout live tone="bad" title={advice.what}>
          <p>{advice.why}</p>
          <p className="font-medium text-ink">{advice.todo}</p>
          <p>{said}</p>
        </Callout>
      )}
      {test.rejected.length === 0 ? null : (
        <DataTable
          caption="Rows of the sample that Peak rejected"
          rows={test.rejected.slice(0, 50)}
          rowKey={({ row }) => String(row)}
          className="rounded-lg border border-line"
          columns={[
            { key: 'row', head: 'Row', align: 'right', cell: ({ row }) => rowName(row) },
            {
              key: 'code',
              head: 'Code',
              mono: true,
              cell: ({ errors }) => errors.map(({ code }) => code).join(', '),
            },
            {
              key: 'message',
              head: 'Message',
              cell: ({ errors }) => errors.map(({ message }) => message).join('; '),
            },
          ]}
        />
      )}
      <RawAnswer raw={test.raw} />
    </div>
  );
}
