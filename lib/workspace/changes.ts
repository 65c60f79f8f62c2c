import { z } from 'zod';

/** News between tabs: which workspace's records changed; `null` when it may be any. */
const change = z.object({ kind: z.literal('workspace-changed'), workspaceId: z.string().nullable() });

/** Tells other tabs; never this one. Where the browser has no channel, tabs simply do not hear of each other. */
export interface Changes {
  tell(workspaceId: string | null): void;
  /** Returns the way to stop listening. */
  listen(heard: (workspaceId: string | null) => void): () => void;
  close(): void;
}

export function openChanges(name = 'onramp-workspace'): Changes {
  if (typeof BroadcastChannel === 'undefined') {
    return { tell: () => undefined, listen: () => () => undefined, close: () => undefined };
  }
  const channel = new BroadcastChannel(name);
  return {
    tell: (workspaceId) => channel.postMessage({ kind: 'workspace-changed', workspaceId }),
    listen: (heard) => {
      const onMessage = (event: MessageEvent<unknown>) => {
        const parsed = change.safeParse(event.data);
        if (parsed.success) heard(parsed.data.workspaceId);
      };
      channel.addEventListener('message', onMessage);
      return () => channel.removeEventListener('message', onMessage);
    },
    close: () => channel.close(),
  };
}
