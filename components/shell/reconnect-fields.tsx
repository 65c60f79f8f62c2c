'use client';

import { isSandbox, type ConnectFields } from '@/components/connect/connect-fields';
import { HostFields } from '@/components/connect/host-fields';
import { TokenField } from '@/components/connect/token-field';
import { hostName } from '@/components/messages/connect';
import { ChoiceCards } from '@/components/ui/choice-cards';
import type { Connection, HostOptions } from '@/lib/gateway/contract';

/** What must be given again: the token, and for an onboarding that came from elsewhere the host too. */
export function ReconnectFields({
  known,
  hosts,
  fields,
  onFields,
  errorAt,
}: {
  readonly known: Connection | null;
  readonly hosts: HostOptions | undefined;
  readonly fields: ConnectFields;
  readonly onFields: (fields: ConnectFields) => void;
  readonly errorAt: (field: keyof ConnectFields) => string | undefined;
}) {
  return (
    <>
      {known === null ? (
        hosts === undefined ? null : (
          <HostFields
            hosts={hosts}
            host={fields.host}
            cluster={fields.cluster}
            onHost={(host) => onFields({ ...fields, host })}
            onCluster={(cluster) => onFields({ ...fields, cluster })}
            clusterError={errorAt('cluster')}
          />
        )
      ) : (
        <p>
          On <code className="font-mono text-sm break-all">{hostName(known.host)}</code>. Everything kept on
          this computer stays as it is.
        </p>
      )}
      {known?.hostKind === 'sandbox' ? (
        <ChoiceCards
          label="Tenant of the sandbox"
          columns={2}
          value={fields.host}
          onChange={(host) => onFields({ ...fields, host })}
          choices={[
            { value: 'sandbox:a', title: 'Tenant A' },
            { value: 'sandbox:b', title: 'Tenant B' },
          ]}
        />
      ) : null}
      {isSandbox(fields.host) ? null : (
        <TokenField
          value={fields.token}
          onChange={(token) => onFields({ ...fields, token })}
          error={errorAt('token')}
        />
      )}
    </>
  );
}
