'use client';

import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Connection } from '@/lib/gateway/contract';
import type { Facts, Load, Workspace } from '@/lib/workspace/model';
import type { LoadDefaults } from '@/lib/workspace/records';
import { openStore } from '@/lib/workspace/store';

/** Everything this browser remembers hangs under this key, so that one invalidation reaches all of it. */
export const WORKSPACE_KEY = ['workspace-store'] as const;

// Local reads: no network to wait for, nothing gained by trying again, and other tabs tell us when to read again.
const local = { networkMode: 'always', retry: false, staleTime: Infinity } as const;

const workspacesQuery = () =>
  queryOptions({
    ...local,
    queryKey: [...WORKSPACE_KEY, 'workspaces'],
    queryFn: async () => (await openStore()).workspaces(),
  });

const workspaceQuery = (id: string) =>
  queryOptions({
    ...local,
    queryKey: [...WORKSPACE_KEY, 'workspace', id],
    queryFn: async () => (await openStore()).workspace(id),
  });

const loadsQuery = (workspaceId: string) =>
  queryOptions({
    ...local,
    queryKey: [...WORKSPACE_KEY, 'loads', workspaceId],
    queryFn: async () => (await openStore()).loads(workspaceId),
  });

const loadQuery = (id: string) =>
  queryOptions({
    ...local,
    queryKey: [...WORKSPACE_KEY, 'load', id],
    queryFn: async () => (await openStore()).load(id),
  });

/** Newest used first. */
export const useWorkspaces = () => useQuery(workspacesQuery());
/** `data` is null when there is no such workspace (any more). */
export const useWorkspace = (id: string) => useQuery(workspaceQuery(id));
const withoutAttempts = (loads: readonly Load[]) => loads.filter(({ followUp }) => followUp === undefined);
/** Newest changed first; attempts at repaired rows are parts of the loads they belong to (`useAttempts`). */
export const useLoads = (workspaceId: string) =>
  useQuery({ ...loadsQuery(workspaceId), select: withoutAttempts });
/** Attempts at the failed rows of a load, oldest first. */
export const useAttempts = (load: Load) =>
  useQuery({
    ...loadsQuery(load.workspaceId),
    select: (loads) =>
      loads.filter(({ followUp }) => followUp?.of === load.id).sort((a, b) => a.createdAt - b.createdAt),
  });
/** `data` is null when there is no such load (any more). */
export const useLoad = (loadId: string) => useQuery(loadQuery(loadId));

/** Records this version cannot read; they stay where they are. */
export const useUnreadable = () =>
  useQuery({
    ...local,
    queryKey: [...WORKSPACE_KEY, 'unreadable'],
    queryFn: async () => (await openStore()).unreadable(),
  });

/** Writes, each followed by a fresh read of what it touched. All reject with StorageError. */
export function useWorkspaceActions() {
  const client = useQueryClient();
  return useMemo(() => {
    const again = () => client.invalidateQueries({ queryKey: WORKSPACE_KEY });
    const keepWorkspace = async (workspace: Workspace) => {
      client.setQueryData(workspaceQuery(workspace.id).queryKey, workspace);
      await again();
      return workspace;
    };
    const keepLoad = async (load: Load) => {
      client.setQueryData(loadQuery(load.id).queryKey, load);
      await again();
      return load;
    };
    const updateWorkspace = async (id: string, change: (before: Workspace) => Workspace) =>
      keepWorkspace(await (await openStore()).updateWorkspace(id, change));
    return {
      createWorkspace: async (connection: Connection) =>
        keepWorkspace(await (await openStore()).createWorkspace(connection)),
      updateWorkspace,
      /** Adds to the facts; a key given as undefined is taken away. */
      recordFacts: (id: string, partial: Partial<Facts>) =>
        updateWorkspace(id, (before) => ({ ...before, facts: { ...before.facts, ...partial } })),
      createLoad: async (workspaceId: string, table: string, defaults: LoadDefaults) =>
        keepLoad(await (await openStore()).createLoad(workspaceId, table, defaults)),
      updateLoad: async (id: string, change: (before: Load) => Load) =>
        keepLoad(await (await openStore()).updateLoad(id, change)),
      /** The record only; the kept file and the journal are erased by the worker (`erase`). */
      removeLoad: async (id: string) => {
        await (await openStore()).removeLoad(id);
        await again();
      },
      removeWorkspace: async (id: string) => {
        await (await openStore()).removeWorkspace(id);
        await again();
      },
    };
  }, [client]);
}
