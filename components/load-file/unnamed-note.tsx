import { Check } from 'lucide-react';
import { fileNote } from '@/components/messages/files';
import { counted } from '@/components/messages/format';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import type { Dialect, FileHead } from '@/lib/files/model';

/** Columns shown of a reading: enough to see whether names and values belong together. */
const COLUMNS = 8;
const CELL = 'max-w-48 truncate border-b border-l border-line px-3 py-1 text-left whitespace-pre';

/** Names over the values of the first row. */
function Reading({
  names,
  values,
}: {
  readonly names: readonly string[];
  readonly values: readonly string[];
}) {
  return (
    <table className="border-separate border-spacing-0 border-t border-r border-line font-mono text-xs">
      <thead className="bg-sunken">
        <tr>
          {names.slice(0, COLUMNS).map((name, at) => (
            <th key={at} scope="col" className={CELL}>
              {name === '' ? '(no heading)' : name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          {values.slice(0, COLUMNS).map((value, at) => (
            <td key={at} className={CELL}>
              {value}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

/** The question that a heading row with fewer names than the rows have cells leaves open, with both answers shown. */
export function UnnamedNote({
  dialect,
  head,
  readOnly,
  onChange,
}: {
  readonly dialect: Dialect;
  readonly head: FileHead;
  readonly readOnly: boolean;
  readonly onChange: (change: Pick<Dialect, 'unnamed'>) => void;
}) {
  const { unnamedColumns: count, header } = head;
  if (count === undefined) return null;
  const { unnamed } = dialect;
  const from = unnamed === 'first' ? count : 0;
  const names = unnamed === undefined ? header : header.slice(from, header.length - count + from);
  const empty = Array.from({ length: count }, () => '');
  const values = head.rows.find(({ cells }) => cells.length === names.length + count)?.cells ?? [];
  const note = head.notes.find(({ code }) => code === 'header-short');
  return (
    <Callout tone={unnamed === undefined ? 'warn' : 'neutral'} title="Which columns have no heading?" live>
      {note === undefined ? null : <p className="mb-3">{fileNote(note)}</p>}
      <div role="group" aria-label="Columns without a heading" className="flex flex-col gap-3">
        {(['last', 'first'] as const).map((where) => (
          <div key={where} className="flex flex-col items-start gap-1.5 overflow-x-auto">
            <Button
              size="sm"
              aria-pressed={unnamed === where}
              isDisabled={readOnly}
              className={unnamed === where ? 'border-accent bg-accent-soft' : ''}
              onPress={() => (unnamed === where ? undefined : onChange({ unnamed: where }))}
            >
              {unnamed === where ? <Check aria-hidden /> : null}
              {count === 1 ? `The ${where} column` : `The ${where} ${counted(count, 'column')}`}
            </Button>
            <Reading names={where === 'last' ? [...names, ...empty] : [...empty, ...names]} values={values} />
          </div>
        ))}
      </div>
    </Callout>
  );
}
