'use client';

import { useState } from 'react';
import { FailureNote } from '@/components/intake/failure-note';
import { useDesk, useDeskPart } from '@/components/intake/intake-provider';
import type { Ground } from '@/components/load-frame/ground';
import { rulesOf, withRowsPerBatch } from '@/components/load-frame/load-change';
import { CheckProgress } from '@/components/load-review/check-progress';
import type { Review } from '@/components/load-review/use-review';
import { counted, formatCount } from '@/components/messages/format';
import { useWorkspaceActions } from '@/components/queries/workspace';
import { address } from '@/components/road/addresses';
import { announce } from '@/components/ui/announcer';
import { Button, LinkButton } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import { RowsPerBatch } from './rows-per-batch';

/** What the server allows a batch to be; undefined while the session is read. */
type Limits = { readonly maxRowsPerBatch: number; readonly maxBodyBytes: number } | undefined;

/** The first of the two presses: it freezes what the second one sends. */
export function MakePlan({
  ground,
  review: { summary, isChecked, failure: unwritten },
  limits,
}: {
  readonly ground: Ground;
  readonly review: Review;
  readonly limits: Limits;
}) {
  const { load, table, connection, solution, schema, workspace } = ground;
  const desk = useDesk();
  const isPlanning = useDeskPart(load.id, (state) => state.planning !== null);
  const copying = useDeskPart(load.id, ({ keeping }) => keeping !== null && keeping.kept === undefined);
  const { updateLoad } = useWorkspaceActions();
  const [failure, setFailure] = useState<unknown>(null);

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
      const { planned, batches } = plan.counts;
      announce(`The plan is made: ${counted(planned, 'row')} in ${counted(batches, 'batch', 'batches')}.`);
    } catch (error) {
      setFailure(error);
    }
  };
  const ready = summary?.ready ?? 0;
  return (
    <Panel
      title="First the plan, then send"
      note="Making the plan cuts the rows into batches, counts and freezes them. Nothing is sent yet: sending it is the next press."
    >
      <div className="grid items-start gap-x-8 gap-y-5 md:grid-cols-[minmax(0,1fr)_auto]">
        <div className="flex flex-col gap-4">
          {summary === null ? null : (
            <p role="status">
              {counted(ready, 'row')} to send, {formatCount(summary.held)} held back,{' '}
              {formatCount(summary.superseded)} superseded, {formatCount(summary.skipped)} skipped.{' '}
              {counted(Math.ceil(ready / load.rowsPerBatch), 'batch', 'batches')} or a few more where rows are
              long.
            </p>
          )}
          <CheckProgress loadId={load.id} of="planning" label="Making the plan" />
          {copying ? (
            <p className="text-sm text-ink-3">
              The file is still being copied into this browser; the plan waits for it.
            </p>
          ) : null}
          {failure === null ? null : <FailureNote error={failure} />}
          {unwritten === null ? null : <FailureNote error={unwritten} />}
          <div className="flex flex-wrap gap-2">
            <Button
              look="primary"
              isDisabled={!isChecked || ready === 0 || limits === undefined}
              pending={isPlanning}
              onPress={() => void freeze()}
            >
              Make the plan for {counted(ready, 'row')}
            </Button>
            <LinkButton href={address.load(workspace.id, load.id, 'review')}>Back to review</LinkButton>
          </div>
        </div>
        <RowsPerBatch
          load={load}
          maxRows={limits?.maxRowsPerBatch}
          onRows={(rows) => void updateLoad(load.id, withRowsPerBatch(rows)).catch(setFailure)}
        />
      </div>
    </Panel>
  );
}
