'use client';

import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { gateway } from '@/lib/gateway/browser';

/** How often our own server is asked whether it is there, while answers fail to come. */
const EVERY_MS = 3_000;

/** How far requests come from here: nowhere, not to our own server, or at least that far. */
export type Reach = 'no-network' | 'no-server' | 'there';

function subscribe(onChange: () => void): () => void {
  window.addEventListener('online', onChange);
  window.addEventListener('offline', onChange);
  return () => {
    window.removeEventListener('online', onChange);
    window.removeEventListener('offline', onChange);
  };
}

/** `asks`: answers fail to come, so that it is worth knowing whether our own server is there. */
export function useReach(asks: boolean): Reach {
  const online = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
  const health = useQuery({
    queryKey: ['own-server'],
    queryFn: ({ signal }) => gateway.readHealth(signal),
    enabled: asks && online,
    refetchInterval: EVERY_MS,
    refetchIntervalInBackground: true,
    retry: false,
    staleTime: 0,
    gcTime: 0,
  });
  if (!online) return 'no-network';
  return asks && health.isError ? 'no-server' : 'there';
}
