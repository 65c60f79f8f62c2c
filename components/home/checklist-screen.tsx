'use client';

import { useState } from 'react';
import { Trouble } from '@/components/messages/trouble';
import { useLoads, useWorkspace, useWorkspaceActions } from '@/components/queries/workspace';
import { useChecklist } from '@/components/road/checklist';
import { useNow } from '@/components/road/now';
import { PageHead } from '@/components/ui/page-head';
import { Progress } from '@/components/ui/progress';
import { Skeleton } from '@/components/ui/skeleton';
import type { ChecklistItem } from '@/lib/checklist/model';
import type { Workspace } from '@/lib/workspace/model';
import { ChecklistSections } from './checklist-sections';
import { LoadsPanel } from './loads-panel';
import { NextAction } from './next-action';

/** Home is the checklist: what is proved, by what, and the one thing to do next. */
export function ChecklistScreen({ workspaceId }: { readonly workspaceId: string }) {
  const workspace = useWorkspace(workspaceId).data;
  const loads = useLoads(workspaceId);
  const checklist = useChecklist(workspaceId);
  const now = useNow();
  const { updateWorkspace } = useWorkspaceActions();
  const [trouble, setTrouble] = useState<unknown>(null);

  if (loads.error !== null) return <Trouble error={loads.error} onRetry={() => void loads.refetch()} />;
  if (workspace === undefined || workspace === null || loads.data === undefined || checklist === undefined) {
    return <Skeleton label="Reading the checklist" />;
  }
  const tick = (item: ChecklistItem, isTicked: boolean) => {
    setTrouble(null);
    updateWorkspace(workspaceId, (before) => withTick(before, item, isTicked)).catch(setTrouble);
  };
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-x-10 gap-y-4">
        <PageHead
          title="Onboarding checklist"
          eyebrow={[workspace.connection?.name, workspace.solution?.solutionName].filter(Boolean).join(' · ')}
        />
        <Progress
          label="Proved"
          value={checklist.done}
          max={checklist.of}
          text={`${checklist.done} of ${checklist.of}`}
          className="w-full sm:max-w-64"
        />
      </div>
      <NextAction workspace={workspace} loads={loads.data} checklist={checklist} />
      {trouble === null ? null : <Trouble error={trouble} />}
      <LoadsPanel workspaceId={workspaceId} loads={loads.data} now={now} />
      <ChecklistSections checklist={checklist} now={now} workspaceId={workspaceId} onTick={tick} />
    </>
  );
}

function withTick(before: Workspace, item: ChecklistItem, isTicked: boolean): Workspace {
  const { [item.id]: _former, ...others } = before.facts.byHand;
  const byHand = isTicked ? { ...others, [item.id]: Date.now() } : others;
  return { ...before, facts: { ...before.facts, byHand } };
}
