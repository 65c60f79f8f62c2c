'use client';

import type { Ref } from 'react';
import { hostName } from '@/components/messages/connect';
import { Badge } from '@/components/ui/badge';
import { ChoiceCards, type ChoiceCard } from '@/components/ui/choice-cards';
import { TextField } from '@/components/ui/text-field';
import type { HostOptions } from '@/lib/gateway/contract';
import { originOf } from './connect-fields';

const mono = (text: string) => <code className="font-mono text-[0.8125rem] break-all">{text}</code>;

function choicesOf(hosts: HostOptions): ChoiceCard[] {
  return [
    { value: 'hub', title: 'Ireland', badge: <Badge>most tenants</Badge>, text: mono(hostName(hosts.hub)) },
    { value: 'regional', title: 'Another region', text: 'Its host carries the name of your cluster.' },
    ...hosts.allowed.map((origin) => ({
      value: `allowed:${origin}`,
      title: 'Listed by this server',
      text: mono(hostName(origin)),
    })),
    ...(hosts.sandbox
      ? [
          { value: 'sandbox:a', title: 'Sandbox, tenant A', text: 'Behaves like Peak. Needs no token.' },
          { value: 'sandbox:b', title: 'Sandbox, tenant B', text: 'A second tenant, apart from the first.' },
        ]
      : []),
  ];
}

/** Which host will be called, with the address it comes to. */
export function HostFields({
  hosts,
  host,
  cluster,
  onHost,
  onCluster,
  clusterRef = null,
  clusterError,
}: {
  readonly hosts: HostOptions;
  readonly host: string;
  readonly cluster: string;
  readonly onHost: (host: string) => void;
  readonly onCluster: (cluster: string) => void;
  /** So that the form can put the focus on what is wrong. */
  readonly clusterRef?: Ref<HTMLInputElement>;
  readonly clusterError?: string | undefined;
}) {
  const origin = originOf({ host, cluster }, hosts);
  return (
    <div className="flex flex-col gap-4">
      <ChoiceCards label="Host" columns={2} value={host} onChange={onHost} choices={choicesOf(hosts)} />
      {host === 'regional' ? (
        <div className="flex flex-col gap-2">
          <TextField
            label="Cluster identifier"
            isRequired
            mono
            autoComplete="off"
            spellCheck="false"
            placeholder="peaksydney"
            value={cluster}
            inputRef={clusterRef}
            onChange={onCluster}
            error={clusterError}
            hint="From your account manager or Peak support. Use the regional host from the very first call: rollout creates tables on the cluster that is called."
          />
          <p className="text-sm text-ink-2" aria-live="polite">
            Will call {mono(origin ?? 'https://ingestion.<cluster>.peak.ai')}
          </p>
        </div>
      ) : null}
    </div>
  );
}
