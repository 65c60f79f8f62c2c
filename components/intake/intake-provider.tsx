'use client';

import { createContext, use, useState, useSyncExternalStore, type ReactNode } from 'react';
import { createIntakeClient } from '@/lib/intake/client';
import { Desk } from './desk';
import type { DeskState } from './desk-state';
import { IntakeRecorder } from './intake-recorder';

const DeskContext = createContext<Desk | null>(null);

const startWorker = () =>
  createIntakeClient(
    new Worker(new URL('../../lib/intake/worker.ts', import.meta.url), {
      type: 'module',
      name: 'peak-onramp-intake',
    }),
  );

/** One worker per tab for reading, checking and sending; it outlives every screen. */
export function IntakeProvider({ children }: { readonly children: ReactNode }) {
  const [desk] = useState(() => new Desk(startWorker, Date.now));
  return (
    <DeskContext value={desk}>
      <IntakeRecorder desk={desk} />
      {children}
    </DeskContext>
  );
}

export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (desk === null) throw new Error('useDesk stands outside IntakeProvider');
  return desk;
}

/**
 * A part of what this tab knows of one load right now. News come many times a second, so a screen listens to no more
 * than it shows; `part` must give the same thing for the same state.
 */
export function useDeskPart<T>(loadId: string, part: (state: DeskState) => T): T {
  const desk = useDesk();
  const read = () => part(desk.state(loadId));
  return useSyncExternalStore(desk.subscribe, read, read);
}

/** Those of these loads that this tab is sending right now. */
export function useUnderWay(loadIds: readonly string[]): ReadonlySet<string> {
  const desk = useDesk();
  const read = () => loadIds.filter((id) => isUnderWay(desk.state(id).sending)).join(' ');
  return new Set(useSyncExternalStore(desk.subscribe, read, read).split(' '));
}

const isUnderWay = (progress: DeskState['sending']): boolean =>
  progress?.state === 'sending' || progress?.state === 'pausing';
