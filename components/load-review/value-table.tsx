'use client';

import { useQuery } from '@tanstack/react-query';
import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { troubleOf } from '@/components/intake/desk-state';
import { useDesk, useDeskPart } from '@/components/intake/intake-provider';
import { TroubleNote } from '@/components/intake/trouble-note';
import { counted, formatCount } from '@/components/messages/format';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { inputClass } from '@/components/ui/text-field';
import type { ColumnSpec } from '@/lib/peak/model';
import type { ColumnRule } from '@/lib/repair/model';

/** Values shown at once; the most frequent come first. */
const SHOWN = 30;
const AS_IT_IS = ' as it is';

/** The values that may stand in a column, where the schema lists them. */
const allowedIn = (column: ColumnSpec): readonly string[] =>
  column.allowed ?? (column.type === 'boolean' ? ['true', 'false'] : []);

/** The different values of a column with their counts, each to be replaced by another one; nothing is applied yet. */
export function ValueTable({
  loadId,
  column,
  onlyErrors,
  onTable,
}: {
  readonly loadId: string;
  readonly column: ColumnSpec;
  /** Only the values that have an error. */
  readonly onlyErrors: boolean;
  readonly onTable: (rule: ColumnRule) => void;
}) {
  const desk = useDesk();
  const version = useDeskPart(loadId, (state) => state.version);
  const [to, setTo] = useState<Readonly<Record<string, string>>>({});
  const list = useQuery({
    queryKey: ['intake-distinct', loadId, version, column.name, onlyErrors],
    staleTime: Infinity,
    gcTime: 30_000,
    retry: false,
    queryFn: () => desk.call('distinct', { loadId, column: column.name, onlyErrors }),
  });
  if (list.error !== null) return <TroubleNote trouble={troubleOf(list.error)} />;
  if (list.data === undefined)
    return (
      <p role="status" className="text-sm">
        Listing the values …
      </p>
    );
  const shown = list.data.values.slice(0, SHOWN);
  const hidden = list.data.values.slice(SHOWN).reduce((sum, { count }) => sum + count, list.data.otherCells);
  const allowed = allowedIn(column);
  const values = Object.entries(to).map(([from, text]) => ({ from, to: text }));
  const set = (from: string, text: string | null) =>
    setTo((before) => {
      const { [from]: _gone, ...others } = before;
      return text === null ? others : { ...others, [from]: text };
    });
  return (
    <div className="flex flex-col gap-3 rounded-lg border border-line bg-sunken p-4">
      <p className="text-sm">
        Say what each value means; what you leave alone stays as it is.
        {hidden > 0
          ? ` ${counted(hidden, 'cell holds', 'cells hold')} other, rarer values that are not listed.`
          : ''}
      </p>
      <ul
        aria-label={`Values of ${column.name}`}
        className="flex max-h-96 flex-col gap-1.5 overflow-auto p-1"
      >
        {shown.map(({ text, count }) => (
          <li key={text} className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
            <span className="w-40 max-w-full truncate font-mono text-xs sm:w-48">
              {text === '' ? '(empty)' : text}
            </span>
            <span className="w-16 text-right text-ink-3 tabular">{formatCount(count)} ×</span>
            <ArrowRight role="img" aria-label="becomes" className="size-3.5 text-ink-3" />
            {allowed.length > 0 ? (
              <Select
                label={`Instead of ${text}`}
                hideLabel
                className="w-48"
                value={to[text] ?? AS_IT_IS}
                options={[
                  { value: AS_IT_IS, text: 'as it is' },
                  ...allowed.map((value) => ({ value, text: value })),
                  ...(column.nullable ? [{ value: '', text: '(empty)' }] : []),
                ]}
                onChange={(value) => set(text, value === AS_IT_IS ? null : value)}
              />
            ) : (
              <input
                aria-label={`Instead of ${text}`}
                className={`${inputClass} w-48! text-sm`}
                value={to[text] ?? ''}
                placeholder="as it is"
                onChange={({ currentTarget }) =>
                  set(text, currentTarget.value === '' ? null : currentTarget.value)
                }
              />
            )}
          </li>
        ))}
      </ul>
      <Button
        size="sm"
        className="self-start"
        isDisabled={values.length === 0}
        onPress={() => onTable({ rule: 'map-values', values })}
      >
        Look at what it does
      </Button>
    </div>
  );
}
