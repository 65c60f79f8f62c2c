'use client';

import { useQuery } from '@tanstack/react-query';
import { KeyRound, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { hostName, proofSentence } from '@/components/messages/connect';
import { formatCount, formatWhen } from '@/components/messages/format';
import { sessionQuery, useForget } from '@/components/queries/gateway';
import { HostBadge } from '@/components/shell/host-badge';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Panel } from '@/components/ui/panel';
import { Stat } from '@/components/ui/stat';
import type { Connection } from '@/lib/gateway/contract';
import type { Workspace } from '@/lib/workspace/model';
import { ForgetDialog } from './forget-dialog';
import { useCheckAgain, useProof } from './landing';
import { WorkspaceTrouble } from './workspace-trouble';

/** Host, token and the last proof of a connection; check again, paste a new token, forget. */
export function PresentState({
  workspace,
  connection,
  onPaste,
}: {
  readonly workspace: Workspace;
  readonly connection: Connection;
  readonly onPaste: () => void;
}) {
  const session = useQuery(sessionQuery());
  const proof = useProof(connection.id);
  const checkAgain = useCheckAgain(workspace);
  const forget = useForget();
  const [now, setNow] = useState(() => Date.now());
  const [isLeaving, setLeaving] = useState(false);
  const [work, setWork] = useState<{ busy: boolean; trouble: unknown }>({ busy: false, trouble: null });
  const isHeld = session.data?.connections.some((each) => each.id === connection.id);
  const { connected } = workspace.facts;
  const check = async () => {
    setWork({ busy: true, trouble: null });
    try {
      await checkAgain(connection);
      setWork({ busy: false, trouble: null });
    } catch (trouble) {
      setWork({ busy: false, trouble });
    }
    setNow(Date.now());
  };
  return (
    <Panel
      title={connection.name}
      note={<span className="font-mono break-all">{hostName(connection.host)}</span>}
      actions={<HostBadge kind={connection.hostKind} />}
    >
      <div className="flex flex-col gap-5">
        <dl className="grid grid-cols-2 gap-5 sm:grid-cols-3">
          <Stat
            label="Token, on this server"
            value={isHeld === undefined ? '…' : isHeld ? 'Held' : 'Forgotten'}
            tone={isHeld === false ? 'warn' : 'neutral'}
          />
          <Stat
            label="Last proved"
            value={connected === undefined ? 'Never' : formatWhen(connected.at, now)}
          />
          <Stat
            label="Solutions readable"
            value={connected === undefined ? '…' : formatCount(connected.solutions)}
          />
        </dl>
        {work.trouble !== null ? (
          <WorkspaceTrouble workspace={workspace} error={work.trouble} onRetry={() => void check()} />
        ) : proof !== undefined && isHeld !== false ? (
          <Callout tone="good" live title={proofSentence(proof)}>
            The token is good for reading. Whether it may also write shows with the first dry run.
          </Callout>
        ) : isHeld === false ? (
          <Callout tone="warn" title="This server holds no token for this connection">
            It was forgotten, or the session ended. Paste a token for the same tenant to go on; nothing kept
            here is lost.
          </Callout>
        ) : null}
        <div className="flex flex-wrap gap-2">
          {isHeld === false ? null : (
            <Button pending={work.busy} onPress={() => void check()}>
              {work.busy ? null : <RefreshCw aria-hidden />}
              Check again
            </Button>
          )}
          <Button look={isHeld === false ? 'primary' : 'secondary'} onPress={onPaste}>
            <KeyRound aria-hidden />
            Paste a new token
          </Button>
          {isHeld === false ? null : (
            <Button look="danger" onPress={() => setLeaving(true)}>
              Forget the token
            </Button>
          )}
        </div>
      </div>
      <ForgetDialog
        connection={isLeaving ? connection : null}
        pending={forget.isPending}
        error={forget.error}
        onClose={() => setLeaving(false)}
        onForget={(id) => forget.mutate(id, { onSuccess: () => setLeaving(false) })}
      />
    </Panel>
  );
}
