'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Trouble } from '@/components/messages/trouble';
import { formatWhen } from '@/components/messages/format';
import { hostName } from '@/components/messages/connect';
import { useForget } from '@/components/queries/gateway';
import { useWorkspaceActions, useWorkspaces } from '@/components/queries/workspace';
import { address } from '@/components/road/addresses';
import { HostBadge } from '@/components/shell/host-badge';
import { Button, LinkButton } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import type { Connection } from '@/lib/gateway/contract';
import { ForgetDialog } from './forget-dialog';

/** Connections whose token our server still holds for this browser: go on, begin another solution, or forget. */
export function HeldConnections({ connections }: { readonly connections: readonly Connection[] }) {
  const router = useRouter();
  const workspaces = useWorkspaces().data ?? [];
  const { createWorkspace } = useWorkspaceActions();
  const forget = useForget();
  const [leaving, setLeaving] = useState<Connection | null>(null);
  const [trouble, setTrouble] = useState<unknown>(null);
  const [now] = useState(() => Date.now());
  const begin = async (connection: Connection) => {
    try {
      const { id } = await createWorkspace(connection);
      router.push(address.place(id, 'solution'));
    } catch (error) {
      setTrouble(error);
    }
  };
  return (
    <Panel title="Connected already" note="Tokens this server holds for this browser." flush>
      {trouble === null ? null : <Trouble error={trouble} className="m-5" />}
      <ul className="divide-y divide-line">
        {connections.map((connection) => {
          const own = workspaces.filter(
            (each) => each.connection?.id === connection.id && each.solution !== null,
          );
          return (
            <li key={connection.id} className="flex flex-wrap items-center gap-x-4 gap-y-3 px-5 py-3.5">
              <div className="min-w-0 flex-1 basis-56">
                <p className="flex flex-wrap items-center gap-2 font-medium">
                  {connection.name} <HostBadge kind={connection.hostKind} />
                </p>
                <p className="text-sm break-words text-ink-3">
                  {hostName(connection.host)}, proved {formatWhen(connection.checkedAt, now)}
                </p>
              </div>
              <div className="flex flex-wrap gap-2">
                {own.map((each) => (
                  <LinkButton key={each.id} size="sm" href={address.home(each.id)}>
                    Go on with {each.solution?.solutionName}
                  </LinkButton>
                ))}
                <Button size="sm" onPress={() => void begin(connection)}>
                  {own.length === 0 ? 'Choose its solution' : 'Another solution'}
                </Button>
                <Button
                  size="sm"
                  look="quiet"
                  aria-label={`Forget the token of ${connection.name}`}
                  onPress={() => setLeaving(connection)}
                >
                  Forget
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
      <ForgetDialog
        connection={leaving}
        pending={forget.isPending}
        error={forget.error}
        onClose={() => setLeaving(null)}
        onForget={(id) => forget.mutate(id, { onSuccess: () => setLeaving(null) })}
      />
    </Panel>
  );
}
