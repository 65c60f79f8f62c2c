'use client';

import { X } from 'lucide-react';
import { withStage } from '@/components/load-frame/load-change';
import type { Ground } from '@/components/load-frame/ground';
import { useTakeFile } from '@/components/load-file/use-take-file';
import { Trouble } from '@/components/messages/trouble';
import { useWorkspaceActions } from '@/components/queries/workspace';
import { Button } from '@/components/ui/button';

/** Rows of sums left out are no repair of a column, but are listed and taken back beside them all the same. */
export function TotalsRule({ ground, readOnly }: { readonly ground: Ground; readonly readOnly: boolean }) {
  const { load } = ground;
  const { read, failure } = useTakeFile(ground);
  const { updateLoad } = useWorkspaceActions();
  const totals = load.source?.dialect.totals;
  if (totals === undefined) return null;
  const words =
    totals === 'skip'
      ? 'Every row that begins with nothing but a word such as Total or Summe: left out'
      : 'Every row that begins with a word such as Total or Summe, alone or with of what it is: left out';
  // Another reading of the file, without leaving the review.
  const takeBack = () =>
    void read({ totals: undefined }).then(() => updateLoad(load.id, withStage('review')));
  return (
    <>
      <div className="flex items-center justify-between gap-3 text-sm">
        <span className="min-w-0 break-words">{words}</span>
        {readOnly ? null : (
          <Button size="sm" look="quiet" aria-label={`Take back: ${words}`} onPress={takeBack}>
            <X aria-hidden />
          </Button>
        )}
      </div>
      {failure === null ? null : <Trouble error={failure} />}
    </>
  );
}
