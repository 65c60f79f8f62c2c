'use client';

import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import type { Ready } from '@/components/connect/workspace-gate';
import { WorkspaceTrouble } from '@/components/connect/workspace-trouble';
import { counted } from '@/components/messages/format';
import { useRollout } from '@/components/queries/gateway';
import { useWorkspaceActions } from '@/components/queries/workspace';
import { address } from '@/components/road/addresses';
import { Button, LinkButton } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Disclosure } from '@/components/ui/disclosure';
import type { RolloutAnswer, RolloutRequest } from '@/lib/gateway/contract';
import type { TableSpec } from '@/lib/peak/model';
import { addAnswer, type RolloutLine } from './compare';
import { ConfirmDialog } from './confirm-dialog';
import { RolloutTrouble } from './rollout-trouble';
import { isSchemaSaved } from './schema-step';

/** The one thing to do now: roll out, repeat for what failed, or go on. Never repeats without saying what it means. */
export function RolloutAction({
  ready,
  planned,
  isThere,
  open,
  onLook,
}: {
  readonly ready: Ready;
  readonly planned: readonly TableSpec[];
  readonly isThere: boolean;
  /** Tables that should be there and are not. */
  readonly open: readonly RolloutLine[];
  readonly onLook: () => void;
}) {
  const { workspace, connection, solution } = ready;
  const rollout = useRollout(connection.id);
  const { recordFacts } = useWorkspaceActions();
  const [isAsking, setAsking] = useState(false);
  const [storeTrouble, setStoreTrouble] = useState<unknown>(null);
  const wasSent = workspace.facts.rollout?.recognised === false;
  const isDone = (isThere || wasSent) && open.length === 0;
  const isReady = isThere || wasSent || isSchemaSaved(workspace, solution);

  const record = (answer: RolloutAnswer) =>
    recordFacts(workspace.id, {
      rollout: {
        at: Date.now(),
        expected: planned.length > 0 ? planned.map((table) => table.name) : answer.successful,
        ...addAnswer(wasSent ? workspace.facts.rollout : undefined, answer),
        // "Already rolled out" without lists proves nothing about single tables; the live schema does.
        recognised: answer.alreadyRolledOut && answer.successful.length === 0,
      },
    }).catch(setStoreTrouble);
  const send = () => {
    setAsking(false);
    const { solutionName, prefix, suffix, appName, appVersion, targetSchemaName } = solution;
    const request: RolloutRequest = { solutionName, prefix, suffix, appName, appVersion, targetSchemaName };
    rollout.mutate(request, { onSuccess: (answer) => void record(answer) });
  };
  const ask = (label: string, look: 'primary' | 'secondary') => (
    <Button look={look} pending={rollout.isPending} isDisabled={!isReady} onPress={() => setAsking(true)}>
      {label}
    </Button>
  );
  return (
    <div className="flex flex-col items-start gap-4">
      {storeTrouble === null ? null : (
        <WorkspaceTrouble
          workspace={workspace}
          error={storeTrouble}
          onRetry={onLook}
          className="self-stretch"
        />
      )}
      {rollout.error === null ? null : (
        <RolloutTrouble workspace={workspace} error={rollout.error} isDone={isDone} onLook={onLook} />
      )}
      {rollout.data?.alreadyRolledOut === true ? (
        <Callout tone="good" live title="Peak says it is rolled out already" className="self-stretch">
          Nothing was made twice. The list and the live schema are read to show what is there.
        </Callout>
      ) : null}
      {isDone ? (
        <>
          <LinkButton look="primary" href={address.place(workspace.id, 'prepare')}>
            Go on: look at the data model
            <ArrowRight aria-hidden />
          </LinkButton>
          <Disclosure level={2} title="Send the rollout again">
            <div className="flex max-w-2xl flex-col items-start gap-3 text-sm text-ink-2">
              <p>
                Hardly ever needed: every expected table is there. Sending the same request again should
                change nothing; how Peak answers it is not documented. A newer app version is not a rollout
                but an upgrade, which Peak’s staff make.
              </p>
              {solution.appName === '' ? (
                <p>App name and version are not known here, so it cannot be sent anyway.</p>
              ) : (
                ask('Send it again', 'secondary')
              )}
            </div>
          </Disclosure>
        </>
      ) : open.length > 0 && (isThere || wasSent) ? (
        <>
          <Callout
            tone="warn"
            title={`${counted(open.length, 'table is', 'tables are')} not there`}
            className="self-stretch"
          >
            A rollout cannot be limited to single tables: the same request goes out once more, and Peak makes
            what is missing. If the same ones fail again, send Peak’s staff their names and messages.
          </Callout>
          {ask(`Send the rollout again for ${counted(open.length, 'table')}`, 'primary')}
        </>
      ) : (
        <>
          {ask(`Roll out ${solution.solutionName}`, 'primary')}
          {isReady ? null : (
            <p className="text-sm text-ink-3">
              Step 1 first: Peak rolls out only a standard schema it has on file.
            </p>
          )}
        </>
      )}
      {isAsking ? (
        <ConfirmDialog
          connection={connection}
          solution={solution}
          tables={planned.length}
          isAgain={isThere || wasSent}
          onYes={send}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </div>
  );
}
