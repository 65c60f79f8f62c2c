import { useRowName } from '@/components/load-frame/row-names';
import { findingAdvice } from '@/components/messages/findings';
import { counted, formatCount } from '@/components/messages/format';
import { testProblemAdvice } from '@/components/messages/submission';
import { Callout } from '@/components/ui/callout';
import { DataTable } from '@/components/ui/data-table';
import type { Rehearsal, RehearsalExample } from '@/lib/submission/model';
import { findingCode } from '@/lib/validation/model';

const TITLES = {
  bothFine: 'Both fine',
  bothObject: 'Both object',
  onlyWe: 'Only we object',
  onlyThey: 'Only Peak objects',
} as const;
const MEANINGS = {
  bothFine: 'would be sent and taken',
  bothObject: 'held back, and Peak would refuse them as well',
  onlyWe: 'held back, though Peak would take them: our checks may be too strict',
  onlyThey: 'would be sent, and Peak would refuse them: it has a rule we do not know',
} as const;

/** Our findings and Peak's, row by row, in four boxes; a drift between them is said first. */
export function RehearsalResult({ told }: { readonly told: Rehearsal }) {
  const { problem, unclear, keyOnly, leftOut, onlyThey, onlyWe, examples } = told;
  const advice = problem === undefined || problem === 'cancelled' ? null : testProblemAdvice(problem);
  const drift = onlyThey + onlyWe;
  return (
    <div className="flex flex-col gap-4">
      <Callout
        live
        tone={problem !== undefined ? 'warn' : drift > 0 ? 'warn' : 'good'}
        title={
          problem === 'cancelled'
            ? 'Stopped; this is how far it came'
            : advice !== null
              ? 'It ended before the end of the file'
              : drift > 0
                ? `Our checks and Peak’s differ on ${counted(drift, 'row')}`
                : 'Our checks and Peak’s agree on every row'
        }
      >
        {advice === null ? '' : `${advice.what} ${advice.todo} `}
        {counted(told.rows, 'row')} looked at. Nothing was written.
        {keyOnly > 0
          ? ` ${counted(keyOnly, 'row is', 'rows are')} held back only because ${keyOnly === 1 ? 'its key repeats' : 'their keys repeat'}: a dry run cannot judge that, so ${keyOnly === 1 ? 'it is' : 'they are'} in none of the boxes.`
          : ''}
        {leftOut > 0 ? ` ${counted(leftOut, 'skipped or superseded row')} not rehearsed.` : ''}
        {unclear > 0 ? ` ${counted(unclear, 'row')} without a clear answer.` : ''}
      </Callout>
      <dl className="grid gap-3 sm:grid-cols-2">
        {(['bothFine', 'bothObject', 'onlyWe', 'onlyThey'] as const).map((box) => (
          <div key={box} className="rounded-lg border border-line p-4">
            <dt className="font-medium">{TITLES[box]}</dt>
            <dd>
              <span className="text-xl font-semibold tabular">{formatCount(told[box])}</span>
              <span className="block text-sm text-ink-3">{MEANINGS[box]}</span>
            </dd>
          </div>
        ))}
      </dl>
      <Examples title="Examples: only Peak objects" rows={examples.onlyThey} />
      <Examples title="Examples: only we object" rows={examples.onlyWe} />
      <Examples title="Examples: both object" rows={examples.bothObject} />
    </div>
  );
}

/** A finding as the review words it; a key that repeats has none of its own. */
function finding({ code, column }: RehearsalExample['ours'][number]): string {
  const known = findingCode.safeParse(code);
  const what = known.success ? findingAdvice(known.data).what : code;
  return column === null ? what : `${column}: ${what}`;
}

function Examples({ title, rows }: { readonly title: string; readonly rows: readonly RehearsalExample[] }) {
  const rowName = useRowName();
  if (rows.length === 0) return null;
  return (
    <section>
      <h3 className="mb-2 font-medium">{title}</h3>
      <DataTable
        caption={title}
        rows={rows}
        rowKey={({ row }) => String(row)}
        className="rounded-lg border border-line"
        columns={[
          { key: 'row', head: 'Row', align: 'right', cell: ({ row }) => rowName(row) },
          {
            key: 'ours',
            head: 'Our findings',
            cell: ({ ours }) =>
              ours.length === 0 ? (
                <span className="text-ink-3">none</span>
              ) : (
                <span className="block min-w-40">{ours.map(finding).join('; ')}</span>
              ),
          },
          {
            key: 'theirs',
            head: 'Peak’s words',
            cell: ({ theirs }) =>
              theirs.length === 0 ? (
                <span className="text-ink-3">none</span>
              ) : (
                <span className="block min-w-48">
                  {theirs.map(({ code, message }) => `${code}: ${message}`).join('; ')}
                </span>
              ),
          },
        ]}
      />
    </section>
  );
}
