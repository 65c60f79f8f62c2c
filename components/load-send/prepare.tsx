'use client';

import { useQuery } from '@tanstack/react-query';
import { TroubleNote } from '@/components/intake/trouble-note';
import { BarrierNote } from '@/components/load-frame/barrier-note';
import { withOperation } from '@/components/load-frame/load-change';
import type { Ground } from '@/components/load-frame/ground';
import { keysBarrier } from '@/components/load-frame/steps';
import { CheckProgress } from '@/components/load-review/check-progress';
import { useReview } from '@/components/load-review/use-review';
import { Trouble } from '@/components/messages/trouble';
import { sessionQuery } from '@/components/queries/gateway';
import { MakePlan } from './make-plan';
import { OperationPanel } from './operation-panel';
import { RehearsalPanel } from './rehearsal-panel';
import { RequestPanel } from './request-panel';
import { TestPanel } from './test-panel';

/** The operation type and the plan; below them what may be tried before anything is sent. */
export function Prepare({ ground }: { readonly ground: Ground }) {
  const { load, table } = ground;
  const review = useReview(ground);
  const session = useQuery(sessionQuery());
  const { summary } = review;
  // The check that runs anew would close this step when it ends; why is known from the former one.
  const keys = review.isChecked ? null : keysBarrier(load, table, summary);
  const limits = session.data?.limits;
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
      {keys === null ? null : <BarrierNote load={load} barrier={keys} />}
      <CheckProgress loadId={load.id} label="Checking under the new rules" />
      {review.trouble === null ? null : <TroubleNote trouble={review.trouble} />}
      <MakePlan ground={ground} review={review} limits={limits} />
      <div className="mt-2">
        <h2 className="text-lg font-semibold">Before you send</h2>
        <p className="text-sm text-ink-3">
          Optional but wise: Peak checks rows and writes none. Each can also be left out.
        </p>
      </div>
      <TestPanel
        ground={ground}
        disabled={!review.isChecked || summary === null || summary.ready === 0}
        real={null}
      />
      {limits === undefined ? null : (
        <RehearsalPanel ground={ground} disabled={!review.isChecked} maxBodyBytes={limits.maxBodyBytes} />
      )}
      <RequestPanel ground={ground} ingestPath={session.data?.ingestPath} />
    </div>
  );
}
