'use client';

import { useEffect, useRef, useSyncExternalStore } from 'react';
import { Callout } from '@/components/ui/callout';
import type { PauseReason } from '@/lib/submission/model';

function subscribe(onChange: () => void): () => void {
  window.addEventListener('online', onChange);
  window.addEventListener('offline', onChange);
  return () => {
    window.removeEventListener('online', onChange);
    window.removeEventListener('offline', onChange);
  };
}

/**
 * What the screen says while this computer has no network, and the way on by itself once it is back: only for a load
 * that came to a stand without answers while it was gone.
 */
export function NetworkNote({
  moving,
  reason,
  onBack,
}: {
  readonly moving: boolean;
  readonly reason: PauseReason | undefined;
  readonly onBack: () => void;
}) {
  const online = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
  const stoodOffline = useRef(false);
  const stands = !moving && reason === 'peak-down';
  useEffect(() => {
    if (!online) {
      stoodOffline.current = stands;
      return;
    }
    if (stands && stoodOffline.current) {
      stoodOffline.current = false;
      onBack();
    }
  }, [online, stands, onBack]);
  if (online || !(moving || stands)) return null;
  return (
    <Callout live tone="warn" title="This computer has no network">
      {moving
        ? 'Requests get no answer now. Sending tries again for a while and then stands still; what became of the last batches is asked before anything is sent again.'
        : 'Nothing is lost: every batch is written down. Sending goes on by itself at the exact batch when the network is back; leave this tab open, or come back later.'}
    </Callout>
  );
}
