'use client';

import { useState } from 'react';
import { saidElsewhere } from '@/components/load-frame/load-state';
import { counted, formatCount, formatWhen } from '@/components/messages/format';
import { broughtBy } from '@/components/messages/complete';
import { Trouble } from '@/components/messages/trouble';
import { useLoads, useWorkspaceActions } from '@/components/queries/workspace';
import { address } from '@/components/road/addresses';
import { useNow } from '@/components/road/now';
import { announce } from '@/components/ui/announcer';
import { Button, LinkButton } from '@/components/ui/button';
import { ROW_ID } from '@/lib/intake/row-id';
import type { Load } from '@/lib/workspace/model';

/** Other loads of this table whose file was made of rows that were held back. */
const carriers = (load: Load, loads: readonly Load[]): readonly Load[] =>
  loads.filter(
    ({ id, table, source, account }) =>
      id !== load.id &&
      table === load.table &&
      source?.header.includes(ROW_ID) === true &&
      (account?.accepted ?? 0) > 0,
  );

/**
 * Rows held back here may have gone as another load since. Which rows that were only the files know, so the user says it,
 * it is written down with its time, and can be taken back.
 */
export function HeldElsewhere({ load }: { readonly load: Load }) {
  const { updateLoad } = useWorkspaceActions();
  const loads = useLoads(load.workspaceId).data ?? [];
  const now = useNow();
  const [failure, setFailure] = useState<unknown>(null);
  const rows = load.account?.held ?? 0;
  if (rows === 0 || load.followUp !== undefined) return null;
  const isSaid = saidElsewhere(load) > 0;
  const say = async () => {
    const heldElsewhere = isSaid ? undefined : { at: Date.now(), rows };
    await updateLoad(load.id, (before) => ({ ...before, heldElsewhere }));
    announce(isSaid ? 'They count as left to repair again.' : 'They count as loaded elsewhere.');
  };
  const carried = carriers(load, loads);
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2">
      <Button size="sm" onPress={() => void say().catch(setFailure)}>
        {isSaid
          ? 'Take that back'
          : rows === 1
            ? 'The row held back is loaded elsewhere'
            : `The ${formatCount(rows)} held back are loaded elsewhere`}
      </Button>
      {isSaid ? null : (
        <LinkButton size="sm" href={address.load(load.workspaceId, load.id, 'review')}>
          Review them
        </LinkButton>
      )}
      <p className="min-w-0 flex-1 basis-60 empty:hidden">
        {isSaid
          ? `${counted(rows, 'row')} held back: loaded elsewhere, as you said ${formatWhen(load.heldElsewhere?.at ?? 0, now)}.`
          : broughtBy(carried)}
      </p>
      {failure === null ? null : <Trouble error={failure} />}
    </div>
  );
}
