'use client';

import { useSyncExternalStore } from 'react';

let said = '';
const listeners = new Set<() => void>();

/** Tells a screen reader what a press came to, where what was pressed goes away and the screen says it elsewhere. */
export function announce(text: string): void {
  // A live region that does not change says nothing: a blank at the end makes the same sentence news.
  said = text === said ? `${text}\u00a0` : text;
  for (const tell of listeners) tell();
}

const subscribe = (tell: () => void) => {
  listeners.add(tell);
  return () => void listeners.delete(tell);
};

/** The place where announcements are read from; there before the first of them, or it would not be read. */
export function Announcer() {
  const text = useSyncExternalStore(
    subscribe,
    () => said,
    () => '',
  );
  return (
    <p role="status" className="sr-only">
      {text}
    </p>
  );
}
