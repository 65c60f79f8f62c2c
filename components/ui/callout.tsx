import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx';
import { INK, SOFT, type Tone } from './tone';

const ICON: Record<Tone, typeof Info> = {
  neutral: Info,
  accent: Info,
  good: CircleCheck,
  warn: TriangleAlert,
  bad: CircleAlert,
};

/** What happened, why, what to do; `live` announces it when it appears. */
export function Callout({
  tone = 'neutral',
  title,
  live = false,
  actions,
  className,
  children,
}: {
  readonly tone?: Tone;
  readonly title: string;
  readonly live?: boolean;
  readonly actions?: ReactNode;
  readonly className?: string;
  readonly children?: ReactNode;
}) {
  const Icon = ICON[tone];
  return (
    <div
      role={live ? (tone === 'bad' ? 'alert' : 'status') : undefined}
      className={cx('flex gap-3 rounded-card p-4 text-ink', SOFT[tone], className)}
    >
      <Icon aria-hidden className={cx('mt-0.5 size-5 shrink-0', INK[tone])} />
      <div className="min-w-0 flex-1 text-ink">
        <p className="font-semibold">{title}</p>
        {children === undefined ? null : <div className="mt-1 text-sm text-ink-2">{children}</div>}
        {actions === undefined ? null : <div className="mt-3 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
