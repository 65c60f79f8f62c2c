import { cx } from './cx';
import { FILL, type Tone } from './tone';

export interface Share {
  readonly label: string;
  readonly value: number;
  readonly tone: Tone;
  /** Drawn hatched: the bucket is open (waiting, in doubt). */
  readonly open?: boolean;
}

/** Parts of a whole on one line; the numbers stand in the legend beside it, so the picture itself is hidden from readers. */
export function ShareBar({
  shares,
  className,
}: {
  readonly shares: readonly Share[];
  readonly className?: string;
}) {
  const whole = shares.reduce((sum, share) => sum + share.value, 0);
  return (
    <div aria-hidden className={cx('flex h-3 gap-0.5 overflow-hidden rounded-full bg-sunken', className)}>
      {shares
        .filter((share) => share.value > 0)
        .map((share) => (
          <div
            key={share.label}
            className={cx('h-full min-w-1', FILL[share.tone], share.open === true && 'opacity-40')}
            style={{ width: `${(share.value / Math.max(whole, 1)) * 100}%` }}
          />
        ))}
    </div>
  );
}
