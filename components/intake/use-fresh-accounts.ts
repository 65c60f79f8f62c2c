'use client';

import { useEffect, useRef } from 'react';
import { useLoads, useWorkspaceActions } from '@/components/queries/workspace';
import type { Load } from '@/lib/workspace/model';
import { useDesk } from './intake-provider';

/**
 * A tab that dies takes its last words about a load with it; the journal has them. Each load that is not complete is
 * looked up there once, when its workspace is opened, so that no screen stands on an account that is behind.
 */
export function useFreshAccounts(workspaceId: string): void {
  const desk = useDesk();
  const { updateLoad } = useWorkspaceActions();
  const loads = useLoads(workspaceId).data;
  const asked = useRef('');
  useEffect(() => {
    // Once: what happens from then on in this tab is written down as it happens.
    if (loads === undefined || asked.current === workspaceId) return;
    asked.current = workspaceId;
    const refresh = async (load: Load) => {
      const { plan, account, sending } = await desk.call('status', { loadId: load.id });
      // Another tab that sends it writes down newer news than these.
      if (sending || plan === null || JSON.stringify(account) === JSON.stringify(load.account)) return;
      await updateLoad(load.id, (before) => ({ ...before, plan, account }));
    };
    for (const load of loads) {
      const { id, plan, account } = load;
      const isOpen = plan !== null && account?.complete !== true && desk.state(id).sending === null;
      // What cannot be read is told on the load's own screen.
      if (isOpen) refresh(load).catch(() => undefined);
    }
  }, [workspaceId, loads, desk, updateLoad]);
}
