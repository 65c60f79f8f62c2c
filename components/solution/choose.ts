'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { schemaQuery } from '@/components/queries/gateway';
import { useLoads, useWorkspaceActions, useWorkspaces } from '@/components/queries/workspace';
import { address } from '@/components/road/addresses';
import { recognisedFacts } from '@/components/rollout/recognise';
import type { Connection } from '@/lib/gateway/contract';
import type { SolutionDetails, Workspace } from '@/lib/workspace/model';
import { begunBefore, needsOwnWorkspace, withSolution } from './details';

/** What pressing the button will do for this solution name. */
export type Consequence =
  | { readonly kind: 'go-to'; readonly workspace: Workspace }
  | { readonly kind: 'own-workspace' }
  | { readonly kind: 'save' };

export function useConsequence(workspace: Workspace, solutionName: string): Consequence {
  const all = useWorkspaces().data ?? [];
  const loads = useLoads(workspace.id).data?.length ?? 0;
  const before = begunBefore(all, workspace, solutionName);
  if (before !== undefined) return { kind: 'go-to', workspace: before };
  return { kind: needsOwnWorkspace(workspace, loads, solutionName) ? 'own-workspace' : 'save' };
}

/** Puts a workspace on a solution and goes to the next step. Rejects with StorageError. */
export function useChooseSolution(workspace: Workspace, connection: Connection) {
  const client = useQueryClient();
  const router = useRouter();
  const { createWorkspace, updateWorkspace, removeWorkspace } = useWorkspaceActions();
  return async (details: SolutionDetails, consequence: Consequence): Promise<void> => {
    if (consequence.kind === 'go-to') {
      router.push(address.home(consequence.workspace.id));
      if (workspace.solution === null) await removeWorkspace(workspace.id);
      return;
    }
    const { id } = consequence.kind === 'own-workspace' ? await createWorkspace(connection) : workspace;
    await updateWorkspace(id, (before) => withSolution(before, details));
    router.push(address.place(id, details.picked ? 'prepare' : 'rollout'));
    if (!details.picked) return;
    // The next screen reads the schema itself and says why it cannot; here the proof is only taken along.
    const read = await client
      .fetchQuery(schemaQuery(connection.id, details.solutionName))
      .catch(() => undefined);
    if (read === undefined) return;
    await updateWorkspace(id, (before) => ({
      ...before,
      facts: {
        ...before.facts,
        ...recognisedFacts(read.schema, read.readAt),
        listed: {
          at: read.readAt,
          ...(details.tableCount === undefined ? {} : { tableCount: details.tableCount }),
        },
      },
    }));
  };
}
