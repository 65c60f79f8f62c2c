'use client';

import { useQuery } from '@tanstack/react-query';
import { FlaskConical } from 'lucide-react';
import { useState } from 'react';
import { Trouble } from '@/components/messages/trouble';
import { sessionQuery, useConnect } from '@/components/queries/gateway';
import { Button } from '@/components/ui/button';
import { PageHead } from '@/components/ui/page-head';
import { Panel } from '@/components/ui/panel';
import { ConnectForm } from './connect-form';
import { HeldConnections } from './held-connections';
import { useLanding } from './landing';
import { TokenHelp } from './token-help';
import { Waiting } from './waiting';

/** The first screen of a new onboarding. */
export function ConnectScreen() {
  const session = useQuery(sessionQuery());
  const land = useLanding();
  return (
    <>
      <PageHead
        title="Connect to Peak"
        lead="A personal access token and the host of your region are all that is needed. Both are proved before anything else happens."
      />
      {session.error === null ? null : (
        <Trouble error={session.error} onRetry={() => void session.refetch()} />
      )}
      {session.data?.hosts.sandbox ? <SandboxOffer /> : null}
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <Panel title="Your tenant">
          {session.data === undefined ? (
            <Waiting label="Asking which hosts may be called" lines={6} />
          ) : (
            <ConnectForm hosts={session.data.hosts} onProved={land} />
          )}
        </Panel>
        <TokenHelp />
      </div>
      {session.data === undefined || session.data.connections.length === 0 ? null : (
        <HeldConnections connections={session.data.connections} />
      )}
    </>
  );
}

function SandboxOffer() {
  const connect = useConnect();
  const land = useLanding();
  const [trouble, setTrouble] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const press = async () => {
    setBusy(true);
    setTrouble(null);
    try {
      await land(await connect.mutateAsync({ name: 'Sandbox', host: { kind: 'sandbox', tenant: 'a' } }));
    } catch (error) {
      setTrouble(error);
    }
    setBusy(false);
  };
  return (
    <Panel>
      <div className="flex flex-col items-start justify-between gap-4 sm:flex-row sm:items-center">
        <div className="flex min-w-0 gap-3">
          <FlaskConical aria-hidden className="mt-0.5 size-5 shrink-0 text-warn" />
          <div className="min-w-0">
            <h2 className="font-semibold">No tenant or token at hand?</h2>
            <p className="text-sm text-ink-2">
              The sandbox on this server answers as Peak does and writes to a warehouse of its own. Nothing
              leaves this machine.
            </p>
          </div>
        </div>
        <Button pending={busy} onPress={() => void press()}>
          Use the sandbox
        </Button>
      </div>
      {trouble === null ? null : <Trouble error={trouble} className="mt-4" />}
    </Panel>
  );
}
