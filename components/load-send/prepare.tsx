'use client';

import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useDesk, useDeskPart } from '@/components/intake/intake-provider';
import { FailureNote } from '@/components/intake/failure-note';
import { TroubleNote } from '@/components/intake/trouble-note';
import { rulesOf, withOperation, withRowsPerBatch } from '@/components/load-frame/load-change';
import type { Ground } from '@/components/load-frame/ground';
import { CheckProgress } from '@/components/load-review/check-progress';
import { useReview } from '@/components/load-review/use-review';
import { counted, formatCount } from '@/components/messages/format';
import { Trouble } from '@/components/messages/trouble';
import { sessionQuery } from '@/components/queries/gateway';
import { useWorkspaceActions } from '@/components/queries/workspace';
import { address } from '@/components/road/addresses';
import { Button, LinkButton } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import { OperationPanel } from './operation-panel';
import { RehearsalPanel } from './rehearsal-panel';
import { RequestPanel } from './request-panel';
import { TestPanel } from './test-panel';

/** Operation type, batch size, a rehearsal, and the plan. */
export function Prepare({ ground }: { readonly ground: Ground }) {
  const { load, table, connection, solution, schema, workspace } = ground;
  const desk = useDesk();
  const review = useReview(ground);
  const isPlanning = useDeskPart(load.id, (state) => state.planning !== null);
  const copying = useDeskPart(load.id, ({ keeping }) => keeping !== null && keeping.kept === undefined);
  const { updateLoad } = useWorkspaceActions();
  const session = useQuery(sessionQuery());
  const [failure, setFailure] = useState<unknown>(null);
  const { summary } = review;
  const limits = session.data?.limits;

  const freeze = async () => {
    if (limits === undefined) return;
    setFailure(null);
    try {
      const plan = await desk.freeze({
        loadId: load.id,
        rules: rulesOf(load, table),
        connectionId: connection.id,
        solutionName: solution.solutionName,
        schemaFingerprint: schema.fingerprint,
        rowsPerBatch: load.rowsPerBatch,
        maxBodyBytes: limits.maxBodyBytes,
        ...(load.followUp === undefined ? {} : { followUp: load.followUp.of }),
      });
      const { account } = await desk.call('status', { loadId: load.id });
      await updateLoad(load.id, (before) => ({ ...before, plan, account }));
    } catch (error) {
      setFailure(error);
    }
  };
  const ready = review.isChecked && summary !== null && summary.ready > 0;
  return (
    <div className="flex flex-col gap-6">
      {session.error === null ? null : (
        <Trouble error={session.error} onRetry={() => void session.refetch()} />
      )}
      <OperationPanel
        table={table}
        operation={load.operation}
        readOnly={false}
        onChange={(operation) => review.change(withOperation(operation))}
      />
      <CheckProgress loadId={load.id} label="Checking under the new rules" />
      {review.trouble === null ? null : <TroubleNote trouble={review.trouble} />}
      <RequestPanel
        ground={ground}
        ingestPath={session.data?.ingestPath}
        maxRows={limits?.maxRowsPerBatch}
        onRows={(rows) => void updateLoad(load.id, withRowsPerBatch(rows)).catch(setFailure)}
      />
      <TestPanel ground={ground} disabled={!ready} real={null} />
      {limits === undefined ? null : (
        <RehearsalPanel ground={ground} disabled={!review.isChecked} maxBodyBytes={limits.maxBodyBytes} />
      )}
      <Panel title="Plan" note="Every batch is cut, counted and fingerprinted before the first one leaves.">
        <div className="flex flex-col gap-4">
          {summary === null ? null : (
            <p role="status">
              {counted(summary.ready, 'row')} to send, {formatCount(summary.held)} held back,{' '}
              {formatCount(summary.superseded)} superseded, {formatCount(summary.skipped)} skipped.{' '}
              {counted(Math.ceil(summary.ready / load.rowsPerBatch), 'batch', 'batches')} or a few more where
              rows are long.
            </p>
          )}
          <CheckProgress loadId={load.id} of="planning" label="Making the plan" />
          {copying ? (
            <p className="text-sm text-ink-3">
              The file is still being copied into this browser; the plan waits for it.
            </p>
          ) : null}
          {failure === null ? null : <FailureNote error={failure} />}
          {review.failure === null ? null : <FailureNote error={review.failure} />}
          <div className="flex flex-wrap gap-2">
            <Button
              look={load.test === null ? 'secondary' : 'primary'}
              isDisabled={!ready || limits === undefined}
              pending={isPlanning}
              onPress={() => void freeze()}
            >
              Make the plan for {counted(summary?.ready ?? 0, 'row')}
            </Button>
            <LinkButton href={address.load(workspace.id, load.id, 'review')}>Back to review</LinkButton>
          </div>
        </div>
      </Panel>
    </div>
  );
}
