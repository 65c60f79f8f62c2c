'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useDesk } from '@/components/intake/intake-provider';
import { useWorkspaceActions } from '@/components/queries/workspace';
import { address } from '@/components/road/addresses';
import { useDeletion } from '@/components/storage/deletion';
import { newId } from '@/lib/base/ids';
import type { TableSpec } from '@/lib/peak/model';
import type { Load } from '@/lib/workspace/model';
import { attemptDefaults } from '@/lib/workspace/records';
import { attemptMapping, attemptRepairs, attemptStage, editedCells, leftByFiles } from './attempt-parts';

/** Begins an attempt at the failed rows of a load, with them as they are or with a file in which they were repaired. */
export function useAttempt(failed: Load, table: TableSpec) {
  const desk = useDesk();
  const router = useRouter();
  const { createLoad, updateLoad } = useWorkspaceActions();
  const { deleteLoad } = useDeletion();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  const fill = async (attempt: Load, file: File) => {
    const head = await desk.open({ loadId: attempt.id, file });
    const match = await desk.call('matchRepaired', {
      loadId: attempt.id,
      of: failed.id,
      edits: editedCells(failed),
      ...leftByFiles(failed),
    });
    const rows = head.rows.map(({ cells }) => cells);
    const mapping = attemptMapping(table, failed, { header: head.header, rows });
    const stage = attemptStage(failed, { header: head.header, mapping, repairs: [] });
    await updateLoad(attempt.id, (before) => {
      // Keeping a small file may end before this record is written; then its end was news to nobody.
      const { fingerprint, kept } = desk.state(attempt.id).keeping ?? {};
      return {
        ...before,
        stage,
        source: {
          name: file.name,
          sizeBytes: head.sizeBytes,
          lastModified: file.lastModified,
          dialect: head.dialect,
          header: head.header,
          ...(fingerprint ? { fingerprint } : {}),
          ...(kept ? { kept } : {}),
        },
        mapping,
        repairs: attemptRepairs(failed, match, { ...head, mapping }, () => newId()),
      };
    });
    return stage;
  };
  const begin = async (make: () => Promise<File>) => {
    setBusy(true);
    setFailure(null);
    try {
      const file = await make();
      const { workspaceId } = failed;
      const attempt = await createLoad(workspaceId, failed.table, attemptDefaults(failed));
      let stage: Awaited<ReturnType<typeof fill>>;
      try {
        stage = await fill(attempt, file);
      } catch (error) {
        await deleteLoad(attempt);
        throw error;
      }
      router.push(address.load(workspaceId, attempt.id, stage));
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  const name = (failed.source?.name ?? failed.table).replace(/\.[^.]*$/, '');
  return {
    busy,
    failure,
    withFile: (file: File) => begin(async () => file),
    here: () =>
      begin(async () => {
        const made = await desk.call('failedFile', { loadId: failed.id, edits: editedCells(failed), name });
        return new File([made.file], made.name, { type: made.file.type });
      }),
  };
}
