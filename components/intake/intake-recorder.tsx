'use client';

import { useEffect } from 'react';
import { formatCount } from '@/components/messages/format';
import { useWorkspaceActions } from '@/components/queries/workspace';
import type { IntakeEvent } from '@/lib/intake/protocol';
import { rowsSent } from '@/lib/submission/account';
import type { SendProgress } from '@/lib/submission/model';
import type { Desk } from './desk';

/** Milliseconds between two writes of a running account; the journal holds the truth in between. */
const WRITE_EVERY_MS = 3000;

const TITLE = /^\d+ % · /;

const settledShare = ({ account }: SendProgress): number => {
  const all = account.waiting + rowsSent(account);
  return all === 0 ? 0 : Math.floor(((all - account.waiting) / all) * 100);
};

/** For whoever looks elsewhere; says nothing that is in a row. Shown only where it was asked for. */
function notify({ state, account }: SendProgress): void {
  if (typeof Notification === 'undefined' || Notification.permission !== 'granted') return;
  if (document.visibilityState === 'visible') return;
  const body = `${formatCount(account.accepted)} rows accepted, ${formatCount(account.waiting)} waiting.`;
  new Notification(state === 'done' ? 'Sending is over' : 'Sending stopped and needs you', { body });
}

/** Writes down what the worker reports, whichever screen is shown, and warns whoever leaves while rows travel. */
export function IntakeRecorder({ desk }: { readonly desk: Desk }) {
  const { updateLoad } = useWorkspaceActions();

  useEffect(() => {
    const written = new Map<string, number>();
    // A load that was deleted meanwhile has no record to write to; there is nothing to tell anybody then.
    const write = (...take: Parameters<typeof updateLoad>) => void updateLoad(...take).catch(() => undefined);
    const record = (event: IntakeEvent) => {
      if (event.event === 'keeping' && event.kept !== undefined) {
        const { fingerprint, kept } = event;
        write(event.loadId, (load) =>
          load.source === null
            ? load
            : { ...load, source: { ...load.source, kept, ...(fingerprint ? { fingerprint } : {}) } },
        );
      }
      if (event.event === 'unpacking' && event.ended !== undefined) {
        const { sections } = event.ended;
        write(event.loadId, (load) =>
          load.source === null ? load : { ...load, source: { ...load.source, sections } },
        );
      }
      if (event.event === 'sending') {
        const { loadId, account, state } = event.progress;
        const due = Date.now() - (written.get(loadId) ?? 0) >= WRITE_EVERY_MS;
        if (!due && state === 'sending') return;
        if (state === 'done' || (state === 'paused' && event.progress.reason !== 'user'))
          notify(event.progress);
        written.set(loadId, Date.now());
        write(loadId, (load) => ({ ...load, account }));
      }
    };
    return desk.onEvent(record);
  }, [desk, updateLoad]);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (desk.sending().length > 0) event.preventDefault();
    };
    const title = () => {
      const [first] = desk.sending();
      const bare = document.title.replace(TITLE, '');
      const next = first === undefined ? bare : `${settledShare(first)} % · ${bare}`;
      if (next !== document.title) document.title = next;
    };
    const stop = desk.subscribe(title);
    window.addEventListener('beforeunload', warn);
    return () => {
      stop();
      window.removeEventListener('beforeunload', warn);
    };
  }, [desk]);

  return null;
}
