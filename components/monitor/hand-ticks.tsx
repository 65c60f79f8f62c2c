'use client';

import { useState } from 'react';
import { formatWhen } from '@/components/messages/format';
import { Trouble } from '@/components/messages/trouble';
import { useWorkspaceActions } from '@/components/queries/workspace';
import { useNow } from '@/components/road/now';
import { Checkbox } from '@/components/ui/checkbox';
import { Panel } from '@/components/ui/panel';
import type { ItemId } from '@/lib/checklist/model';
import type { Workspace } from '@/lib/workspace/model';

const TICKS = [
  {
    id: 'outcomes-confirmed',
    text: 'I have confirmed the aggregate outcomes on the dashboard',
    note: 'Rows ingested there and rows accepted here, table by table.',
  },
  {
    id: 'failed-reviewed',
    text: 'I have reviewed the failed rows',
    note: 'Those rejected here, and those that failed late.',
  },
] as const satisfies readonly { id: ItemId; text: string; note: string }[];

/** What only a person can know; each with the time it was ticked. */
export function HandTicks({
  workspace,
  changedAt,
}: {
  readonly workspace: Workspace;
  /** When the accounts of the loads that sent something last changed, in ms since the epoch. */
  readonly changedAt: number;
}) {
  const { updateWorkspace } = useWorkspaceActions();
  const [failure, setFailure] = useState<unknown>(null);
  const now = useNow();
  const tick = (id: ItemId, isTicked: boolean) =>
    updateWorkspace(workspace.id, (before) => {
      const { [id]: _gone, ...others } = before.facts.byHand;
      const byHand = isTicked ? { ...others, [id]: Date.now() } : others;
      return { ...before, facts: { ...before.facts, byHand } };
    }).catch(setFailure);
  return (
    <Panel title="Checked by you">
      <div className="flex flex-col gap-3">
        {TICKS.map(({ id, text, note }) => {
          const at = workspace.facts.byHand[id];
          return (
            <Checkbox key={id} isSelected={at !== undefined} onChange={(isTicked) => void tick(id, isTicked)}>
              <span className="font-medium">{text}</span>
              <span className="block text-sm text-ink-3">
                {note}
                {at === undefined
                  ? ''
                  : ` Ticked ${formatWhen(at, now)}${at < changedAt ? '; accounts have changed since, so look again' : ''}.`}
              </span>
            </Checkbox>
          );
        })}
        {failure === null ? null : <Trouble error={failure} />}
      </div>
    </Panel>
  );
}
