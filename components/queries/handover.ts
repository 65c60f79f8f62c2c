'use client';

import { useQueryClient } from '@tanstack/react-query';
import { newId } from '@/lib/base/ids';
import { err, ok, type Result } from '@/lib/base/result';
import {
  MAX_HANDOVER_BYTES,
  handOver,
  parseHandover,
  receive,
  type HandoverRefusal,
} from '@/lib/workspace/handover';
import type { Workspace } from '@/lib/workspace/model';
import { openStore } from '@/lib/workspace/store';
import { WORKSPACE_KEY } from './workspace';

/** Reads a handover and keeps it as a new onboarding. Rejects with StorageError. */
export function useImportHandover() {
  const client = useQueryClient();
  return async (file: File): Promise<Result<Workspace, { code: HandoverRefusal; detail?: string }>> => {
    // Told from its size before it is read: somebody may well drop the two-gigabyte file here.
    if (file.size > MAX_HANDOVER_BYTES) return err({ code: 'handover-too-large' });
    const parsed = parseHandover(await file.text());
    if (!parsed.ok) return parsed;
    const { workspace, loads } = receive(parsed.value, () => newId(), Date.now());
    await (await openStore()).addAll(workspace, loads);
    await client.invalidateQueries({ queryKey: WORKSPACE_KEY });
    return ok(workspace);
  };
}

/** The handover of one onboarding as a file to save, and how many cell edits stay behind. */
export async function exportHandover(
  workspace: Workspace,
): Promise<{ readonly file: Blob; readonly name: string; readonly leftOut: number }> {
  const handed = handOver(workspace, await (await openStore()).loads(workspace.id), Date.now());
  const words = [workspace.connection?.name, workspace.solution?.solutionName].filter(Boolean).join('-');
  const name = words.replace(/[^\p{L}\p{N}]+/gu, '-').toLowerCase() || 'onboarding';
  return {
    file: new Blob([JSON.stringify(handed, null, 2)], { type: 'application/json' }),
    name: `onramp-handover-${name}.json`,
    leftOut: handed.leftOut.cellEdits,
  };
}
