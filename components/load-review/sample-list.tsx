import { ArrowRight } from 'lucide-react';
import { useRowName } from '@/components/load-frame/row-names';
import type { CallGive } from '@/lib/intake/protocol';

/** Cells before and after, with their rows. */
export function SampleList({
  label,
  samples,
}: {
  readonly label: string;
  readonly samples: CallGive<'preview'>['samples'];
}) {
  const rowName = useRowName();
  return (
    <ul aria-label={label} className="mt-3 flex flex-col gap-1 font-mono text-xs">
      {samples.map(({ row, before, after }) => (
        <li key={row} className="flex flex-wrap items-center gap-x-2">
          <span className="min-w-20 shrink-0 text-ink-3">row {rowName(row)}</span>
          <span className="break-all whitespace-pre-wrap">{before === '' ? '(empty)' : before}</span>
          <ArrowRight role="img" aria-label="becomes" className="size-3.5 shrink-0 text-ink-3" />
          <span className="font-semibold break-all whitespace-pre-wrap">
            {after === '' ? '(empty)' : after}
          </span>
        </li>
      ))}
    </ul>
  );
}
