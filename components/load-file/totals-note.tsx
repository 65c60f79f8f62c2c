import { formatCount } from '@/components/messages/format';
import { totalsThatGo } from '@/components/messages/totals';
import { Callout } from '@/components/ui/callout';
import { Checkbox } from '@/components/ui/checkbox';
import type { Dialect, FileHead } from '@/lib/files/model';

/** Rows that look like sums, shown, and the user's decision about all such rows of the file. */
export function TotalsNote({
  dialect,
  totals,
  readOnly,
  onChange,
}: {
  readonly dialect: Dialect;
  readonly totals: NonNullable<FileHead['totals']>;
  readonly readOnly: boolean;
  readonly onChange: (change: Pick<Dialect, 'totals'>) => void;
}) {
  if (totals.length === 0 && dialect.totals === undefined) return null;
  const sent = totalsThatGo(dialect, totals);
  return (
    <Callout tone="warn" title="Some rows look like totals" live>
      <ul className="mb-3 font-mono text-xs">
        {totals.map(({ row, cells }, index) => (
          <li key={index} className="truncate">
            {row === undefined ? 'near the end' : `row ${formatCount(row)}`}: {cells.join(' | ')}
          </li>
        ))}
      </ul>
      <Checkbox
        isSelected={dialect.totals !== undefined}
        isDisabled={readOnly}
        onChange={(skip) => onChange({ totals: skip ? 'skip-all' : undefined })}
      >
        {dialect.totals === 'skip'
          ? 'Leave out every row of this file that begins with nothing but such a word.'
          : 'Leave out every row of this file that begins with such a word.'}{' '}
        They stay counted, as skipped.
      </Checkbox>
      {sent === undefined ? null : <p className="mt-2">{sent}</p>}
    </Callout>
  );
}
