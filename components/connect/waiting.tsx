import { cx } from '@/components/ui/cx';

/** Keeps the place of what is being read, and says so to readers. */
export function Waiting({
  label,
  lines = 3,
  className,
}: {
  readonly label: string;
  readonly lines?: number;
  readonly className?: string;
}) {
  return (
    <div role="status" className={cx('flex flex-col gap-3', className)}>
      <span className="sr-only">{label}</span>
      {Array.from({ length: lines }, (_, index) => (
        <div
          key={index}
          aria-hidden
          className="h-4 animate-pulse rounded bg-sunken"
          style={{ width: `${[92, 74, 83, 61][index % 4] ?? 80}%` }}
        />
      ))}
    </div>
  );
}
