'use client';

import { startTransition, useOptimistic, useRef } from 'react';
import type { SheetChoice } from '@/lib/files/model';

/**
 * The choice of sheets as it is wanted: shown at once, while the workbook is opened for it. Choices made meanwhile wait for
 * their turn, and only the last of them is opened. One that is refused goes back to what stands.
 */
export function useSheetChoice(choice: SheetChoice, onChange: (choice: SheetChoice) => Promise<unknown>) {
  const [wanted, want] = useOptimistic(choice);
  const latest = useRef(choice);
  const turn = useRef<Promise<unknown>>(Promise.resolve());
  const change = (next: SheetChoice) => {
    latest.current = next;
    turn.current = turn.current.then(() => (latest.current === next ? onChange(next) : undefined));
    const opened = turn.current;
    startTransition(async () => {
      want(next);
      await opened;
    });
  };
  return { wanted, change };
}
