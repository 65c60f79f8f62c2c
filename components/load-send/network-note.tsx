'use client';

import { useEffect, useRef } from 'react';
import { quietWords } from '@/components/messages/submission';
import { Callout } from '@/components/ui/callout';
import type { SendProgress } from '@/lib/submission/model';
import { SinceLine } from './since-line';
import type { Reach } from './use-reach';

const AWAY: Record<Exclude<Reach, 'there'>, { title: string; back: string }> = {
  'no-network': { title: 'This computer has no network', back: 'the network is back' },
  'no-server': { title: 'Peak Onramp’s own server does not answer', back: 'the server is back' },
};

/**
 * What the screen says while no answer comes, and the way on by itself once the network or our own server is back: only
 * for a load that came to a stand without answers while it was gone.
 */
export function NetworkNote({
  reach,
  moving,
  stands,
  quiet,
  asked,
  onBack,
}: {
  readonly reach: Reach;
  readonly moving: boolean;
  /** Without answers. */
  readonly stands: boolean;
  readonly quiet: SendProgress['quiet'];
  /** Peak has asked to wait, so nobody wonders why it is quiet. */
  readonly asked: boolean;
  readonly onBack: () => void;
}) {
  const stoodAway = useRef(false);
  useEffect(() => {
    if (reach !== 'there') {
      stoodAway.current = stands;
      return;
    }
    if (stands && stoodAway.current) {
      stoodAway.current = false;
      onBack();
    }
  }, [reach, stands, onBack]);
  if (reach === 'there') return moving && quiet && !asked ? <QuietNote {...quiet} /> : null;
  if (!(moving || stands)) return null;
  const { title, back } = AWAY[reach];
  return (
    <Callout live tone="warn" title={title}>
      {reach === 'no-server' ? <p>It may have been stopped, or is being started again.</p> : null}
      <p>
        {moving
          ? 'Requests get no answer now. Sending tries again for a while and then stands still; what became of the last batches is asked before anything is sent again.'
          : `Nothing is lost: every batch is written down. Sending goes on by itself at the exact batch when ${back}; leave this tab open, or come back later.`}
      </p>
    </Callout>
  );
}

function QuietNote({ since, failures, turn }: NonNullable<SendProgress['quiet']>) {
  const { title, why } = quietWords(failures, turn);
  return (
    <Callout live tone={failures > 0 ? 'warn' : 'neutral'} title={title}>
      <SinceLine since={since} />
      <p>{why} Nothing has to be done; no batch is taken for stored before Peak says so.</p>
    </Callout>
  );
}
