import type { ReactNode } from 'react';
import { cx } from './cx';
import { SOFT, type Tone } from './tone';

export function Badge({
  tone = 'neutral',
  className,
  children,
}: {
  readonly tone?: Tone;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  return (
    <span
      className={cx(
        'inline-flex items-center gap-1 rounded-full px-2 py-0.5 text-xs font-medium whitespace-nowrap [&_svg]:size-3.5',
        SOFT[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
