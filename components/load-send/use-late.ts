'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useDesk } from '@/components/intake/intake-provider';
import { useAttempts } from '@/components/queries/workspace';
import { newId } from '@/lib/base/ids';
import type { LateReading } from '@/lib/intake/protocol-late';
import type { TableSpec } from '@/lib/peak/model';
import type { Load } from '@/lib/workspace/model';
import { partsOf } from './parts-of';

/** What was told of rows that failed later, and the ways to tell and to take back. */
export function useLate(load: Load, table: TableSpec) {
  const desk = useDesk();
  const client = useQueryClient();
  const attempts = useAttempts(load).data ?? [];
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [reading, setReading] = useState<LateReading | null>(null);
  const told = useQuery({
    queryKey: ['intake-late', load.id],
    queryFn: () => desk.call('late', { loadId: load.id }),
    staleTime: 0,
    retry: false,
  });
  const act = async (work: () => Promise<LateReading | null>) => {
    setBusy(true);
    setFailure(null);
    setReading(null);
    try {
      setReading(await work());
      await told.refetch();
      // The account on screen comes from there, and is written to the load's record from there.
      await client.invalidateQueries({ queryKey: ['intake-status', load.id] });
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  const { id: loadId } = load;
  return {
    told: told.data,
    busy,
    failure: failure ?? told.error,
    reading,
    read: (file: File) =>
      act(() => {
        const parts = partsOf(load, attempts, table);
        return desk.call('readLate', { loadId, id: newId(), file, name: file.name, parts });
      }),
    enter: (count: number) => act(() => desk.call('enterLate', { loadId, id: newId(), count })),
    undo: (id: string) => act(() => desk.call('undoLate', { loadId, id })),
  };
}
export type Late = ReturnType<typeof useLate>;
