'use client';

import { useState } from 'react';
import type { Ground } from '@/components/load-frame/ground';
import { pauseAdvice, stormGuess } from '@/components/messages/submission';
import { counted } from '@/components/messages/format';
import { address } from '@/components/road/addresses';
import { ReconnectDialog } from '@/components/shell/reconnect-dialog';
import { Button, LinkButton } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import type { PauseReason } from '@/lib/submission/model';
import type { Sending } from './use-sending';
import { WaitLine } from './wait-line';

const WANTS_TOKEN: ReadonlySet<PauseReason> = new Set([
  'session-lost',
  'token-refused',
  'forbidden',
  'other-connection',
]);

/** Why it stands still, and the way on, in place where there is one. */
export function PauseNote({
  ground,
  reason,
  sending,
}: {
  readonly ground: Ground;
  readonly reason: PauseReason;
  readonly sending: Sending;
}) {
  const { workspace, connection, load, table } = ground;
  const columns = table.columns.map(({ name }) => name);
  const [asking, setAsking] = useState(false);
  const advice = pauseAdvice(reason);
  const [cause] = sending.account?.errors ?? [];
  const until = sending.progress?.askedUntil;
  const way = WANTS_TOKEN.has(reason) ? (
    <Button size="sm" look="primary" onPress={() => setAsking(true)}>
      Paste the token again
    </Button>
  ) : reason === 'source-gone' ? (
    <LinkButton size="sm" look="primary" href={address.load(workspace.id, load.id, 'file')}>
      Choose the file again
    </LinkButton>
  ) : reason === 'not-found' ? (
    <LinkButton size="sm" href={address.place(workspace.id, 'rollout')}>
      Look at the rollout
    </LinkButton>
  ) : null;
  return (
    <Callout
      live
      tone={reason === 'user' ? 'neutral' : 'warn'}
      title={advice.what}
      {...(way === null ? {} : { actions: way })}
    >
      <p>{advice.why}</p>
      <p className="font-medium text-ink">{advice.todo}</p>
      {until === undefined ? null : <WaitLine until={until} />}
      {reason === 'error-storm' && cause !== undefined ? (
        <p className="mt-1 text-ink">
          Most often: <span className="font-mono text-[0.8125rem]">{cause.code}</span> {cause.message} (
          {counted(cause.count, 'row')}). {stormGuess(cause.message, columns)}
        </p>
      ) : null}
      <ReconnectDialog
        workspace={workspace}
        isOpen={asking}
        onClose={() => setAsking(false)}
        onDone={(fresh) => {
          setAsking(false);
          // The record was changed a moment ago; this screen still stands on the one before.
          const same = fresh.id === connection.id ? [] : [connection.id];
          void sending.send({
            connectionId: fresh.id,
            sameTenantAs: [...new Set([...workspace.sameTenantAs, ...same])],
          });
        }}
      />
    </Callout>
  );
}
