'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useLoads, useWorkspace } from '@/components/queries/workspace';
import { schemaQuery, sessionQuery } from '@/components/queries/gateway';
import { derive } from '@/lib/checklist/derive';
import { findStandardSchema } from '@/lib/peak/models/standard-schemas';
import type { Known } from '@/lib/checklist/known';
import type { Checklist } from '@/lib/checklist/model';
import type { Workspace } from '@/lib/workspace/model';
import { useNow } from './now';

/** Before a rollout there is nothing to read, and asking would only bring an error that nobody can act on. */
const isReadable = (workspace: Workspace | null | undefined): boolean =>
  workspace !== undefined &&
  workspace !== null &&
  workspace.solution !== null &&
  workspace.facts.schemaRead !== undefined;

/** The checklist of a workspace, from what is stored, the session and the live schema. Undefined while reading. */
export function useChecklist(workspaceId: string): Checklist | undefined {
  const workspace = useWorkspace(workspaceId).data;
  const loads = useLoads(workspaceId).data;
  const session = useQuery(sessionQuery());
  const now = useNow();
  const connectionId = workspace?.connection?.id ?? '';
  const held: Known['session'] =
    session.data === undefined
      ? 'unknown'
      : session.data.connections.some((each) => each.id === connectionId)
        ? 'held'
        : 'gone';
  const schema = useQuery({
    ...schemaQuery(connectionId, workspace?.solution?.solutionName ?? ''),
    enabled: held === 'held' && isReadable(workspace),
  }).data?.schema;
  return useMemo(() => {
    if (workspace === undefined || workspace === null || loads === undefined) return undefined;
    const { appName = '', appVersion = '' } = workspace.solution ?? {};
    // The live schema does not say which tables the solution cannot do without; the published model does.
    const published = findStandardSchema(appName, appVersion)?.tables ?? [];
    return derive({ workspace, loads, session: held, schema: schema ?? null, published, now });
  }, [workspace, loads, held, schema, now]);
}
