'use client';

import { ArrowRight, Replace } from 'lucide-react';
import { formatBytes } from '@/components/messages/format';
import { Button } from '@/components/ui/button';
import type { Load } from '@/lib/workspace/model';

/** Which file it is, and the ways on: where one is closed, the reason stands beside it. */
export function FileBar({
  source,
  next,
  waits,
  sent,
  onReplace,
  onGo,
}: {
  readonly source: NonNullable<Load['source']>;
  readonly next: 'columns' | 'review';
  /** Why nothing goes on yet; null where it does. */
  readonly waits: string | null;
  readonly sent: boolean;
  readonly onReplace: () => void;
  readonly onGo: () => void;
}) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <div role="status" className="min-w-0 flex-1 basis-72">
        <p>
          <span className="font-medium break-all">{source.name}</span>
          <span className="text-ink-3"> · {formatBytes(source.sizeBytes)}</span>
        </p>
        {waits === null ? null : <p className="text-sm text-warn">{waits}</p>}
      </div>
      <div className="flex flex-wrap gap-2">
        <Button look="primary" isDisabled={waits !== null} onPress={onGo}>
          Continue to {next}
          <ArrowRight aria-hidden />
        </Button>
        <Button isDisabled={sent} onPress={onReplace}>
          <Replace aria-hidden />
          Another file
        </Button>
      </div>
    </div>
  );
}
