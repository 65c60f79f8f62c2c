import type { ReactNode } from 'react';
import { cx } from './cx';
import { INK, type Tone } from './tone';

/** A number that matters, with its word under it. */
export function Stat({
  label,
  value,
  note,
  tone = 'neutral',
}: {
  readonly label: string;
  readonly value: ReactNode;
  readonly note?: ReactNode;
  readonly tone?: Tone;
}) {
  return (
    <div className="flex min-w-0 flex-col">
      <dt className="order-2 text-sm text-ink-3">{label}</dt>
      <dd
        className={cx('order-1 text-xl font-semibold tabular', tone === 'neutral' ? 'text-ink' : INK[tone])}
      >
        {value}
      </dd>
      {note === undefined ? null : <dd className="order-3 text-xs text-ink-3">{note}</dd>}
    </div>
  );
}
