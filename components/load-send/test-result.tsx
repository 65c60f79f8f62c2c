import { counted, formatCount, formatWhen } from '@/components/messages/format';
import { testProblemAdvice } from '@/components/messages/submission';
import { Callout } from '@/components/ui/callout';
import { DataTable } from '@/components/ui/data-table';
import { Disclosure } from '@/components/ui/disclosure';
import type { TestOutcome } from '@/lib/submission/model';

/** Lines shown of a raw answer; it is kept whole, but a page is not an archive. */
const RAW_CHARACTERS = 4000;

/** What Peak said to the sample, with its own codes and words. */
export function TestResult({ test }: { readonly test: TestOutcome }) {
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
            { key: 'row', head: 'Row', align: 'right', cell: ({ row }) => formatCount(row) },
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
      {test.raw === undefined || test.raw === '' ? null : (
        <Disclosure title="Peak’s answer as it came">
          <pre
            tabIndex={0}
            aria-label="Raw answer"
            className="max-h-64 overflow-auto rounded-lg bg-sunken p-3 font-mono text-xs whitespace-pre-wrap"
          >
            {test.raw.slice(0, RAW_CHARACTERS)}
          </pre>
        </Disclosure>
      )}
    </div>
  );
}
