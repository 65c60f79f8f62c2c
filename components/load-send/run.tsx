'use client';

import { useState } from 'react';
import { FailureNote } from '@/components/intake/failure-note';
import type { Ground } from '@/components/load-frame/ground';
import { withoutPlan } from '@/components/load-frame/load-change';
import { saidElsewhere } from '@/components/load-frame/load-state';
import { counted, formatCount } from '@/components/messages/format';
import { againNote } from '@/components/messages/operation';
import { useLoads, useWorkspaceActions } from '@/components/queries/workspace';
import { isProduction } from '@/components/shell/host-badge';
import { announce } from '@/components/ui/announcer';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Skeleton } from '@/components/ui/skeleton';
import { rowsSent } from '@/lib/submission/account';
import type { Plan } from '@/lib/submission/model';
import { schemaChanges } from '@/lib/submission/schema-change';
import { AccountPanel } from './account-panel';
import { Afterwards } from './afterwards';
import { ConfirmWrite } from './confirm-write';
import { DoubtPanel } from './doubt-panel';
import { HeldElsewhere } from './held-elsewhere';
import { NextPanel } from './next-panel';
import { PlanDownload } from './plan-download';
import { PlanPanel } from './plan-panel';
import { ProgressPanel } from './progress-panel';
import { sentEarlier } from './sent-earlier';
import { SchemaChange } from './schema-change';
import { TestPanel } from './test-panel';
import { TestResult } from './test-result';
import { useSending } from './use-sending';

/** The frozen plan carried out: before, while and after. */
export function Run({ ground, plan }: { readonly ground: Ground; readonly plan: Plan }) {
  const { workspace, load, table, schema, connection } = ground;
  const sending = useSending(ground);
  const { updateLoad } = useWorkspaceActions();
  const [asking, setAsking] = useState(false);
  const loads = useLoads(workspace.id).data ?? [];
  const { account } = sending;
  const moved = account !== null && rowsSent(account) > 0;
  const earlier = moved ? undefined : sentEarlier(loads, load, plan);
  const again = earlier && againNote(earlier.rows, earlier.at);
  const asks = isProduction(connection.hostKind) || again !== undefined;
  // Another table's change does not touch this plan.
  const changes = plan.frozenFor === undefined ? [] : schemaChanges(plan.frozenFor, table);
  const changed =
    plan.frozenFor === undefined ? plan.schemaFingerprint !== schema.fingerprint : changes.length > 0;
  const left = account?.waiting ?? plan.counts.planned;
  const held = plan.counts.held > 0 ? `, hold back ${formatCount(plan.counts.held)}` : '';
  const action = moved ? `Go on with ${counted(left, 'row')}` : `Send ${counted(left, 'row')}${held}`;

  const unfreeze = async () => {
    await updateLoad(load.id, withoutPlan);
    announce('The plan is taken back. Nothing of it was sent.');
  };

  if (sending.isReading && account === null) return <Skeleton label="Reading the journal" />;
  return (
    <div className="flex flex-col gap-6">
      {sending.journalGone ? (
        <Callout tone="bad" live title="The journal of this load is not in this browser">
          What was sent is written down where it was sent from. Without that journal nothing can be sent
          safely here: go on in that browser, or start a new load of this table.
        </Callout>
      ) : null}
      {changed && left > 0 ? (
        <SchemaChange changes={changes} moved={moved} onRebuild={() => void unfreeze()} />
      ) : null}
      {sending.failure === null ? null : <FailureNote error={sending.failure} />}
      <PlanPanel
        plan={plan}
        actions={
          <div className="flex flex-wrap gap-2">
            <PlanDownload ground={ground} />
            {moved || sending.moving ? null : (
              <Button size="sm" onPress={() => void unfreeze()}>
                Change something
              </Button>
            )}
          </div>
        }
      />
      {moved && left > 0 && !sending.moving && load.test?.dryRun === false ? (
        <TestResult test={load.test} />
      ) : null}
      <ProgressPanel
        ground={ground}
        sending={sending}
        left={left}
        blocked={changed || sending.journalGone}
        action={action}
        onStart={() => (asks ? setAsking(true) : void sending.send())}
      />
      <DoubtPanel ground={ground} sending={sending} />
      {moved || sending.moving ? null : (
        <TestPanel
          ground={ground}
          disabled={changed || sending.journalGone}
          real={{
            rows: Math.min(plan.rowsPerBatch, plan.counts.planned),
            again,
            onDone: sending.readAgain,
          }}
        />
      )}
      {account === null || !moved ? null : (
        <>
          <AccountPanel
            account={account}
            operation={plan.operation}
            moving={sending.moving}
            isAttempt={load.followUp !== undefined}
            elsewhere={saidElsewhere(load)}
            held={<HeldElsewhere load={load} />}
          />
          {sending.moving || load.followUp !== undefined ? null : (
            <Afterwards ground={ground} plan={plan} account={account} />
          )}
          {left === 0 && account.inDoubt === 0 && load.followUp === undefined ? (
            <NextPanel ground={ground} />
          ) : null}
        </>
      )}
      <ConfirmWrite
        ground={ground}
        isOpen={asking}
        what={`${action}?`}
        note={again ?? ''}
        action={action}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          void sending.send();
        }}
      />
    </div>
  );
}
