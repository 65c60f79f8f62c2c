'use client';

import { hostName } from '@/components/messages/connect';
import { Trouble } from '@/components/messages/trouble';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Dialog } from '@/components/ui/dialog';
import type { ConnectAnswer } from '@/lib/gateway/contract';
import type { Workspace } from '@/lib/workspace/model';

const names = (answer: ConnectAnswer) => answer.proof.solutions.map((each) => each.solutionName);

/** Two tenants may both call their solution the same, so a new token is taken for the same tenant only by word. */
export function SameTenant({
  workspace,
  answer,
  trouble,
  onYes,
  onNo,
}: {
  readonly workspace: Workspace;
  readonly answer: ConnectAnswer;
  readonly trouble: unknown;
  readonly onYes: () => void;
  readonly onNo: () => void;
}) {
  const solutionName = workspace.solution?.solutionName;
  const list = names(answer);
  const isListed = solutionName !== undefined && list.includes(solutionName);
  return (
    <Dialog
      urgent
      title="Is this token for the same tenant?"
      isOpen
      onClose={onNo}
      actions={
        <>
          <Button onPress={onNo}>No, or not sure</Button>
          <Button look="primary" onPress={onYes}>
            Yes, the same tenant
          </Button>
        </>
      }
    >
      <p>
        It is another token than before, and Peak does not say which tenant a token belongs to. With a token
        of another tenant, your rows would land in that tenant’s warehouse.
      </p>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 rounded-lg bg-sunken p-3 text-sm">
        <dt className="text-ink-3">This onboarding</dt>
        <dd className="break-words text-ink">
          {workspace.connection?.name}, {solutionName ?? 'no solution yet'}
        </dd>
        <dt className="text-ink-3">Host</dt>
        <dd className="font-mono break-all text-ink">{hostName(answer.connection.host)}</dd>
        <dt className="text-ink-3">The token reads</dt>
        <dd className="break-words text-ink">
          {list.length === 0 ? 'no solutions' : list.join(', ')}
          {solutionName === undefined
            ? ''
            : isListed
              ? `; ${solutionName} is among them`
              : `; not ${solutionName}`}
        </dd>
      </dl>
      {solutionName !== undefined && !isListed ? (
        <Callout tone="warn" title={`This token does not see ${solutionName}`}>
          Unless the solution is not rolled out yet, it is most likely of another tenant.
        </Callout>
      ) : null}
      <p>A renewed token of the same tenant is fine. If you do not know, ask whoever made it.</p>
      {trouble === null ? null : <Trouble error={trouble} />}
    </Dialog>
  );
}
