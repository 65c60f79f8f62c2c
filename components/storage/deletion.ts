'use client';

import { useDesk } from '@/components/intake/intake-provider';
import { useForget } from '@/components/queries/gateway';
import { useWorkspaceActions } from '@/components/queries/workspace';
import { THEME_COOKIE } from '@/components/shell/theme';
import { eraseEverything, type Remainder } from '@/lib/workspace/erase';
import type { Load } from '@/lib/workspace/model';
import { openStore } from '@/lib/workspace/store';

/**
 * Deletions that leave nothing behind: the worker erases file and journal of a load, the server forgets tokens, the
 * store drops the record, in that order, so that a failure never leaves rows without a record that names them.
 */
export function useDeletion() {
  const desk = useDesk();
  const forget = useForget();
  const { removeLoad, removeWorkspace } = useWorkspaceActions();

  const eraseRows = async (loadId: string) => {
    await desk.call('erase', { loadId });
    desk.forget(loadId);
  };
  return {
    /** With its attempts at repaired rows: they count in the account of this load and nowhere else. */
    deleteLoad: async ({ id, workspaceId }: Load) => {
      const all = await (await openStore()).loads(workspaceId);
      const attempts = all.filter(({ followUp }) => followUp?.of === id);
      for (const each of [...attempts.map((attempt) => attempt.id), id]) {
        await eraseRows(each);
        await removeLoad(each);
      }
    },
    deleteWorkspace: async (id: string) => {
      const store = await openStore();
      const [all, loads] = await Promise.all([store.workspaces(), store.loads(id)]);
      for (const load of loads) await eraseRows(load.id);
      const connectionId = all.find((each) => each.id === id)?.connection?.id;
      const isShared = all.some((each) => each.id !== id && each.connection?.id === connectionId);
      if (connectionId !== undefined && !isShared) await forget.mutateAsync(connectionId);
      await removeWorkspace(id);
    },
    /** Says what would not go. Tokens are forgotten first: should the rest fail, at least no access is left. */
    deleteEverything: async (): Promise<readonly Remainder[]> => {
      document.cookie = `${THEME_COOKIE}=; path=/; max-age=0; samesite=lax`;
      await forget.mutateAsync(undefined);
      const store = await openStore();
      const loads = await Promise.all((await store.workspaces()).map((each) => store.loads(each.id)));
      for (const load of loads.flat()) await eraseRows(load.id);
      return eraseEverything();
    },
  };
}
