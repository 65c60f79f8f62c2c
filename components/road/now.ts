'use client';

import { useSyncExternalStore } from 'react';

const MINUTE_MS = 60_000;

const subscribe = (changed: () => void) => {
  const timer = setInterval(changed, MINUTE_MS);
  return () => clearInterval(timer);
};
const minute = () => Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS;

/** Milliseconds since the epoch, to the minute: proofs grow old while the page stands open. 0 on the server. */
export const useNow = (): number => useSyncExternalStore(subscribe, minute, () => 0);
