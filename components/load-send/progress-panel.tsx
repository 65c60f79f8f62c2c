'use client';

import { Pause, Play, Send } from 'lucide-react';
import { useState } from 'react';
import type { Ground } from '@/components/load-frame/ground';
import { counted, formatCount, formatDuration } from '@/components/messages/format';
import { SEND_STATE_WORDS } from '@/components/messages/submission';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Checkbox } from '@/components/ui/checkbox';
import { Panel } from '@/components/ui/panel';
import { Progress } from '@/components/ui/progress';
import { rowsSent } from '@/lib/submission/account';
import { NetworkNote } from './network-note';
import { PauseNote } from './pause-note';
import { useReach } from './use-reach';
import type { Sending } from './use-sending';
import { WaitLine } from './wait-line';

/** The one button that sends, and what is going on once it was pressed. */
export function ProgressPanel({
  ground,
  sending,
  left,
  blocked,
  action,
  onStart,
}: {
  readonly ground: Ground;
  readonly sending: Sending;
  readonly left: number;
  readonly blocked: boolean;
  readonly action: string;
  readonly onStart: () => void;
}) {
  const { account, moving, watched } = sending;
  const progress = watched ?? sending.progress;
  const stands = !moving && sending.progress?.reason === 'peak-down';
  const reach = useReach(stands || (moving && progress?.quiet !== undefined));
  if (!moving && left === 0 && progress?.reason === undefined) return null;
  const sent = account === null ? 0 : rowsSent(account);
  const rate = progress?.rowsPerSecond ?? 0;
  return (
    <Panel title={progress === null ? 'Send' : SEND_STATE_WORDS[progress.state]}>
      <div className="flex flex-col gap-4">
        {sent > 0 || moving ? (
          <Progress
            label={`${formatCount(account?.accepted ?? 0)} rows accepted`}
            value={sent}
            max={sent + left}
            text={[
              `${formatCount(sent)} of ${counted(sent + left, 'row')}`,
              account === null
                ? ''
                : `${formatCount(account.batches.settled)} of ${counted(account.batches.planned, 'batch', 'batches')}`,
              (moving || watched !== null) && rate > 0
                ? `${formatCount(Math.round(rate))} rows a second`
                : '',
              (moving || watched !== null) && progress?.msLeft !== undefined
                ? `${formatDuration(progress.msLeft)} left`
                : '',
            ]
              .filter((part) => part !== '')
              .join(' · ')}
          />
        ) : null}
        <NetworkNote
          reach={reach}
          moving={moving}
          stands={stands}
          quiet={progress?.quiet}
          asked={progress?.askedUntil !== undefined}
          onBack={() => void sending.send()}
        />
        {sending.progress?.reason === undefined ||
        watched !== null ||
        moving ||
        (stands && reach !== 'there') ? null : (
          <PauseNote ground={ground} reason={sending.progress.reason} sending={sending} />
        )}
        {(moving || watched !== null) && progress?.askedUntil !== undefined ? (
          <Callout live title="Peak asked to slow down">
            <WaitLine until={progress.askedUntil} />
            Sending goes on by itself then.
          </Callout>
        ) : null}
        {moving && (progress?.others ?? 0) > 0 ? (
          <Callout live tone="warn" title="Somebody else is loading this table too">
            {counted(progress?.others ?? 0, 'other load')} over this connection into {ground.table.name} under
            way right now. They share the rate with this one; where keys meet, what is written last stays.
          </Callout>
        ) : null}
        {sending.elsewhere ? (
          <Callout
            live
            title="Another tab is sending this load"
            actions={
              <Button size="sm" onPress={sending.readAgain}>
                Look again
              </Button>
            }
          >
            Go on there; this tab follows. Two senders of one load could send a batch twice.
          </Callout>
        ) : null}
        <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
          {moving ? (
            <Button
              look="primary"
              isDisabled={progress?.state === 'pausing'}
              onPress={() => void sending.pause()}
            >
              <Pause aria-hidden />
              {progress?.state === 'pausing' ? 'Pausing…' : 'Pause'}
            </Button>
          ) : left > 0 ? (
            <Button look="primary" isDisabled={blocked || sending.elsewhere} onPress={onStart}>
              {sent > 0 ? <Play aria-hidden /> : <Send aria-hidden />}
              {action}
            </Button>
          ) : null}
          {moving || left > 0 ? <NotifyBox /> : null}
        </div>
        {moving ? (
          <p className="text-sm text-ink-3">
            You can go to other screens meanwhile. Keep this tab open: closing it stops the sending at a batch
            border, and it goes on there later.
          </p>
        ) : null}
      </div>
    </Panel>
  );
}

function NotifyBox() {
  const able = typeof Notification !== 'undefined';
  const [permission, setPermission] = useState(() => (able ? Notification.permission : 'denied'));
  if (!able || permission === 'denied') return null;
  return (
    <Checkbox
      isSelected={permission === 'granted'}
      isDisabled={permission === 'granted'}
      onChange={() => void Notification.requestPermission().then(setPermission)}
      className="text-sm"
    >
      Notify me when it ends or stops
    </Checkbox>
  );
}
