'use client';

import type { ReactNode } from 'react';
import { Label, ProgressBar } from 'react-aria-components';
import { cx } from './cx';

/** A bar for long work. `text` is what is said: rows done, rate, time left. */
export function Progress({
  label,
  value,
  max,
  text,
  unknown = false,
  className,
}: {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  readonly text?: ReactNode;
  /** Work whose end is not known: no percentage is pretended. */
  readonly unknown?: boolean;
  readonly className?: string;
}) {
  return (
    <ProgressBar
      value={value}
      maxValue={max > 0 ? max : 1}
      isIndeterminate={unknown}
      className={cx('flex flex-col gap-1.5', className)}
    >
      {({ percentage, isIndeterminate }) => (
        <>
          <div className="flex flex-wrap justify-between gap-x-4 text-sm">
            <Label className="font-medium">{label}</Label>
            <span className="text-ink-2 tabular">{text}</span>
          </div>
          <div className="h-2 overflow-hidden rounded-full bg-sunken">
            <div
              className={cx('h-full rounded-full bg-accent', isIndeterminate && 'w-1/3 animate-pulse')}
              style={isIndeterminate ? undefined : { width: `${percentage ?? 0}%` }}
            />
          </div>
        </>
      )}
    </ProgressBar>
  );
}
