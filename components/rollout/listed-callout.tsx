'use client';

import { useState } from 'react';
import type { Ready } from '@/components/connect/workspace-gate';
import { counted, formatWhen } from '@/components/messages/format';
import { useWorkspaceActions } from '@/components/queries/workspace';
import { pickedDetails } from '@/components/solution/details';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import type { Solution } from '@/lib/peak/model';
import { differs } from './state';

/** The solutions list is the proof of a rollout; where it disagrees with what was entered, the list wins by a press. */
export function ListedCallout({
  ready,
  listed,
  isWhole,
}: {
  readonly ready: Ready;
  readonly listed: Solution;
  /** Every expected table is there. */
  readonly isWhole: boolean;
}) {
  const { workspace, solution } = ready;
  const { updateWorkspace } = useWorkspaceActions();
  const [now] = useState(() => Date.now());
  const at = workspace.facts.listed?.at;
  const takeOver = () =>
    updateWorkspace(workspace.id, (before) => ({ ...before, solution: pickedDetails(listed, solution) }));
  if (differs(listed, solution))
    return (
      <Callout
        tone="warn"
        title="The tenant’s list says otherwise"
        actions={
          <Button size="sm" look="primary" onPress={() => void takeOver()}>
            Take over the tenant’s details
          </Button>
        }
      >
        A solution of this name is rolled out with prefix “{listed.prefix}”, suffix “{listed.suffix}” in
        schema “{listed.targetSchemaName}”. Entered here: “{solution.prefix}”, “{solution.suffix}”, “
        {solution.targetSchemaName}”. Rows can only be sent to the tables that exist.
      </Callout>
    );
  return (
    <Callout
      tone={isWhole ? 'good' : 'neutral'}
      live
      title={`Listed by the tenant${listed.tableCount === undefined ? '' : ` with ${counted(listed.tableCount, 'table')}`}`}
    >
      {workspace.facts.rollout?.recognised === false
        ? 'The rollout sent from here shows in the tenant’s list of solutions.'
        : 'The tables exist already: Peak’s staff make them most of the time.'}
      {at === undefined ? '' : ` Seen ${formatWhen(at, now)}.`}
    </Callout>
  );
}
