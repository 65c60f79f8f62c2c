'use client';

import { X } from 'lucide-react';
import { withStage } from '@/components/load-frame/load-change';
import type { Ground } from '@/components/load-frame/ground';
import { useTakeFile } from '@/components/load-file/use-take-file';
import { Trouble } from '@/components/messages/trouble';
import { useWorkspaceActions } from '@/components/queries/workspace';
import { Button } from '@/components/ui/button';
import type { Dialect } from '@/lib/files/model';

/** Rows of sums left out are no repair of a column, but are listed and taken back beside them all the same. */
export function TotalsRule({ ground, readOnly }: { readonly ground: Ground; readonly readOnly: boolean }) {
  const { load } = ground;
  const { setTotals, failure } = useTotals(ground);
  const totals = load.source?.dialect.totals;
  if (totals === undefined) return null;
  const words =
    totals === 'skip'
      ? 'Every row that begins with nothing but a word such as Total or Summe: left out'
      : 'Every row that begins with a word such as Total or Summe: left out';
  return (
    <>
      <div className="flex items-center justify-between gap-3 text-sm">
        <span className="min-w-0 break-words">{words}</span>
        {readOnly ? null : (
          <Button
            size="sm"
            look="quiet"
            aria-label={`Take back: ${words}`}
            onPress={() => setTotals(undefined)}
          >
            <X aria-hidden />
          </Button>
        )}
      </div>
      {failure === null ? null : <Trouble error={failure} />}
    </>
  );
}

/** What can be done about a finding of such rows, where it is found. */
export function LeaveTotalsOut({ ground }: { readonly ground: Ground }) {
  const { setTotals } = useTotals(ground);
  return (
    <Button size="sm" look="primary" onPress={() => setTotals('skip-all')}>
      Leave all such rows out
    </Button>
  );
}

/** Another reading of the file, without leaving the review. */
function useTotals(ground: Ground) {
  const { read, failure } = useTakeFile(ground);
  const { updateLoad } = useWorkspaceActions();
  const setTotals = (totals: Dialect['totals']) =>
    void read({ totals }).then(() => updateLoad(ground.load.id, withStage('review')));
  return { setTotals, failure };
}
