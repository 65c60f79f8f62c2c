'use client';

import { Redo2, Undo2, X } from 'lucide-react';
import { withRedone, withoutRepair } from '@/components/load-frame/load-change';
import { counted } from '@/components/messages/format';
import { repairWords } from '@/components/messages/repair';
import { Button } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import type { Repair } from '@/lib/repair/model';
import type { Load } from '@/lib/workspace/model';
import type { Review } from './use-review';

/** The newest are listed one by one; a list of thousands of edits is looked at in the rows, by the filter "edited". */
const LISTED = 50;

/** Everything that was done about the file's values, each to be taken back, and what was taken back last. */
export function RepairsPanel({
  load,
  readOnly,
  review,
}: {
  readonly load: Load;
  readonly readOnly: boolean;
  readonly review: Review;
}) {
  const last = load.repairs.at(-1);
  const again = load.undone.at(-1);
  if (last === undefined && (again === undefined || readOnly)) return null;
  const run = (repair: Repair, change: Parameters<Review['change']>[0]) =>
    repair.kind === 'column' ? review.change(change) : review.changeRows(change);
  return (
    <Panel
      title="Repairs"
      note={`${counted(load.repairs.length, 'repair')}, replayed on the file in this order; the file itself stays as it is`}
      actions={
        readOnly ? undefined : (
          <div className="flex flex-wrap gap-2">
            <Button
              size="sm"
              isDisabled={last === undefined}
              onPress={() => (last === undefined ? undefined : run(last, withoutRepair()))}
            >
              <Undo2 aria-hidden />
              Undo
            </Button>
            <Button
              size="sm"
              isDisabled={again === undefined}
              onPress={() => (again === undefined ? undefined : run(again, withRedone))}
            >
              <Redo2 aria-hidden />
              Redo
            </Button>
          </div>
        )
      }
    >
      <ol className="flex flex-col gap-1">
        {load.repairs.length > LISTED ? (
          <li className="text-sm text-ink-3">
            {counted(load.repairs.length - LISTED, 'older repair')} before these
          </li>
        ) : null}
        {load.repairs.slice(-LISTED).map((repair) => (
          <li key={repair.id} className="flex items-center justify-between gap-3 text-sm">
            <span className="min-w-0 break-words">{repairWords(repair)}</span>
            {readOnly ? null : (
              <Button
                size="sm"
                look="quiet"
                aria-label={`Take back: ${repairWords(repair)}`}
                onPress={() => run(repair, withoutRepair(repair.id))}
              >
                <X aria-hidden />
              </Button>
            )}
          </li>
        ))}
        {again === undefined ? null : (
          <li className="text-sm text-ink-3">Taken back last: {repairWords(again)}</li>
        )}
      </ol>
    </Panel>
  );
}
