import { typeWords } from '@/components/messages/mapping';
import { misfits } from '@/lib/mapping/fit';
import type { ColumnSpec } from '@/lib/peak/model';
import { uncheckedOf } from '@/lib/validation/unchecked';

/** What to know of a match before going on: values near the top that do not look right, and rules nobody checks here. */
export function ColumnNotes({
  column,
  values,
}: {
  readonly column: ColumnSpec;
  readonly values: readonly string[];
}) {
  const odd = misfits(column, values);
  const unchecked = uncheckedOf(column);
  return (
    <>
      {odd.length === 0 ? null : (
        <p className="mt-1 text-sm text-warn">
          Near the top {odd.length === 1 ? 'one value is' : `${odd.length} values are`} no {typeWords(column)}
          : <span className="font-mono text-xs break-all">{odd.slice(0, 3).join(' · ').slice(0, 120)}</span>
        </p>
      )}
      {unchecked.length === 0 ? null : (
        <p className="mt-1 text-sm text-ink-2">
          Not checked here, Peak alone will tell:{' '}
          <span className="font-mono text-xs break-all">{unchecked.join(', ')}</span>
        </p>
      )}
    </>
  );
}
