'use client';

import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { solutionsQuery } from '@/components/queries/gateway';
import { useWorkspaceActions } from '@/components/queries/workspace';
import { address } from '@/components/road/addresses';
import type { Connection, ConnectAnswer } from '@/lib/gateway/contract';
import type { Facts, Workspace } from '@/lib/workspace/model';
import { openStore } from '@/lib/workspace/store';

/** What one call proved about a connection, for as long as the page lives. `ms` is the time of that call. */
export interface Proof {
  readonly ms: number;
  readonly solutions: number;
  readonly host: string;
}

const proofKey = (connectionId: string) => ['proof', connectionId] as const;

export const useProof = (connectionId: string | undefined) =>
  useQuery<Proof>({ queryKey: proofKey(connectionId ?? ''), queryFn: skipToken, gcTime: Infinity }).data;

const proofOf = ({ connection, proof }: ConnectAnswer): Proof => ({
  ms: proof.ms,
  solutions: proof.solutions.length,
  host: connection.host,
});

export const connectedFact = ({ connection, proof }: ConnectAnswer): NonNullable<Facts['connected']> => ({
  at: proof.checkedAt,
  host: connection.host,
  solutions: proof.solutions.length,
});

/**
 * Where to go once a token was proved: on with the newest onboarding of this connection, or into a new one.
 * Records the proof as a fact.
 */
export function useLanding() {
  const client = useQueryClient();
  const router = useRouter();
  const { createWorkspace, updateWorkspace } = useWorkspaceActions();
  return async (answer: ConnectAnswer): Promise<void> => {
    const { connection } = answer;
    client.setQueryData(proofKey(connection.id), proofOf(answer));
    const known = (await (await openStore()).workspaces()).find(
      (each) => each.connection?.id === connection.id && each.solution !== null,
    );
    const { id } = known ?? (await createWorkspace(connection));
    const landed = await updateWorkspace(id, (before) => ({
      ...before,
      connection,
      facts: { ...before.facts, connected: connectedFact(answer) },
    }));
    router.push(landed.solution === null ? address.place(id, 'solution') : address.home(id));
  };
}

/** Proves the kept token once more with one reading call, and records what was proved. */
export function useCheckAgain(workspace: Workspace) {
  const client = useQueryClient();
  const { updateWorkspace } = useWorkspaceActions();
  return async (connection: Connection): Promise<void> => {
    const begun = performance.now();
    const { solutions, readAt } = await client.fetchQuery({ ...solutionsQuery(connection.id), staleTime: 0 });
    const ms = performance.now() - begun;
    client.setQueryData(proofKey(connection.id), { ms, solutions: solutions.length, host: connection.host });
    await updateWorkspace(workspace.id, (before) => ({
      ...before,
      connection: { ...connection, checkedAt: readAt },
      facts: {
        ...before.facts,
        connected: { at: readAt, host: connection.host, solutions: solutions.length },
      },
    }));
  };
}
