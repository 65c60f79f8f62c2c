'use client';

import { WorkspaceTrouble } from '@/components/connect/workspace-trouble';
import { Callout } from '@/components/ui/callout';
import type { Workspace } from '@/lib/workspace/model';

/** A rollout whose answer failed or was lost: what is there decides what it means, and nothing is sent by itself. */
export function RolloutTrouble({
  workspace,
  error,
  isDone,
  onLook,
}: {
  readonly workspace: Workspace;
  readonly error: unknown;
  /** Every expected table is there all the same. */
  readonly isDone: boolean;
  readonly onLook: () => void;
}) {
  if (isDone)
    return (
      <Callout
        tone="warn"
        live
        title="The answer to the rollout was lost, but its tables are there"
        className="self-stretch"
      >
        They were read from the live schema after the failure. Nothing needs to be sent again.
      </Callout>
    );
  return (
    <div className="flex flex-col gap-3 self-stretch">
      <WorkspaceTrouble workspace={workspace} error={error} onRetry={onLook} />
      <p className="text-sm text-ink-2">
        If the answer was only lost, the tables may be there all the same. “Try again” reads the tenant’s list
        first; it does not send the rollout a second time.
      </p>
    </div>
  );
}
