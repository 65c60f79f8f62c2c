'use client';

import { useState } from 'react';
import { Trouble } from '@/components/messages/trouble';
import { useWorkspaceActions } from '@/components/queries/workspace';
import { address } from '@/components/road/addresses';
import { announce } from '@/components/ui/announcer';
import { Button, LinkButton } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import type { Load } from '@/lib/workspace/model';
import { withOperation } from './load-change';
import { STEP_WORDS, type Barrier } from './steps';

/** What a step lacks, why, and the ways on. */
export function BarrierNote({
  load,
  barrier: { back, reason, fallsWithAppend },
}: {
  readonly load: Load;
  readonly barrier: Barrier;
}) {
  const { updateLoad } = useWorkspaceActions();
  const [failure, setFailure] = useState<unknown>(null);
  const stay = async () => {
    await updateLoad(load.id, withOperation('APPEND'));
    announce('The operation type is APPEND: every row is sent.');
  };
  return (
    <Callout
      tone="warn"
      live
      title={fallsWithAppend ? reason : `This step stands on ${STEP_WORDS[back]}`}
      actions={
        <>
          <LinkButton href={address.load(load.workspaceId, load.id, back)} look="primary" size="sm">
            Go to {STEP_WORDS[back]}
          </LinkButton>
          {fallsWithAppend ? (
            <Button size="sm" onPress={() => void stay().catch(setFailure)}>
              Stay with APPEND
            </Button>
          ) : null}
        </>
      }
    >
      {fallsWithAppend
        ? 'UPSERT sends one row for each key, APPEND sends all of them. Say on Review which one it is, or stay with APPEND.'
        : reason}
      {failure === null ? null : <Trouble error={failure} />}
    </Callout>
  );
}
