'use client';

import { startTransition, useEffect, useState, type ReactNode } from 'react';

/**
 * Puts its children up some frames after itself. A long screen comes in parts: built at once it would hold the page for
 * longer than a frame, and what was pressed meanwhile would wait.
 */
export function AfterFrames({ count, children }: { readonly count: number; readonly children: ReactNode }) {
  const [left, setLeft] = useState(count);
  useEffect(() => {
    if (left === 0) return;
    // As a transition it is built in slices of some milliseconds instead of at once.
    const frame = requestAnimationFrame(() => startTransition(() => setLeft(left - 1)));
    return () => cancelAnimationFrame(frame);
  }, [left]);
  return left === 0 ? children : null;
}
