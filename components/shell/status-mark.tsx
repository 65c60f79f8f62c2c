import { CircleAlert, CircleCheck, CircleDashed, CircleDot, RotateCw } from 'lucide-react';
import { STATUS_WORD } from '@/components/messages/checklist';
import { cx } from '@/components/ui/cx';
import type { ItemStatus } from '@/lib/checklist/model';

const MARK: Record<ItemStatus, { readonly icon: typeof CircleDot; readonly ink: string }> = {
  open: { icon: CircleDashed, ink: 'text-ink-3' },
  partly: { icon: CircleDot, ink: 'text-accent' },
  done: { icon: CircleCheck, ink: 'text-good' },
  stale: { icon: RotateCw, ink: 'text-warn' },
  failed: { icon: CircleAlert, ink: 'text-bad' },
};

/** A status by shape and colour, and as a word for those who see neither. */
export function StatusMark({
  status,
  className,
}: {
  readonly status: ItemStatus;
  readonly className?: string;
}) {
  const { icon: Icon, ink } = MARK[status];
  return (
    <>
      <Icon aria-hidden className={cx('size-5 shrink-0', ink, className)} />
      <span className="sr-only">{STATUS_WORD[status]}: </span>
    </>
  );
}
