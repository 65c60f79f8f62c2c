import type { ReactNode } from 'react';
import { cx } from './cx';

/** A card with an optional heading; the heading is a real one, for those who navigate by headings. */
export function Panel({
  title,
  note,
  actions,
  flush = false,
  className,
  children,
}: {
  readonly title?: string;
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  /** Children reach the edges (tables, lists). */
  readonly flush?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  return (
    <section className={cx('min-w-0 rounded-card border border-line bg-surface shadow-card', className)}>
      {title === undefined ? null : (
        <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line px-5 py-3.5">
          <div className="min-w-0">
            <h2 className="font-semibold">{title}</h2>
            {note === undefined ? null : <p className="text-sm text-ink-3">{note}</p>}
          </div>
          {actions}
        </header>
      )}
      <div className={flush ? '' : 'p-5'}>{children}</div>
    </section>
  );
}
