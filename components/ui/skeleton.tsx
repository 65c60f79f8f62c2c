import { cx } from './cx';

/** Stands where content will be while this browser's own records are read; never longer than a moment. */
export function Skeleton({ label, className }: { readonly label: string; readonly className?: string }) {
  return (
    <div role="status" className={cx('flex flex-col gap-4', className)}>
      <span className="sr-only">{label} …</span>
      <div aria-hidden className="h-8 w-72 max-w-full animate-pulse rounded-lg bg-sunken" />
      <div aria-hidden className="h-32 animate-pulse rounded-card bg-sunken" />
      <div aria-hidden className="h-56 animate-pulse rounded-card bg-sunken" />
    </div>
  );
}
