import { z } from 'zod';
import type { Connection, ConnectRequest, HostChoice, HostOptions } from '@/lib/gateway/contract';
import { resolveHost } from '@/lib/peak/hosts';

/** Codes of the form's own findings; sentences in components/messages/connect.ts. */
export type ConnectFieldCode =
  'name-missing' | 'name-long' | 'cluster-missing' | 'cluster-malformed' | 'token-missing' | 'token-long';

export interface ConnectFields {
  name: string;
  /** `hub`, `regional`, `sandbox:a`, `sandbox:b` or `allowed:<origin>`. */
  host: string;
  cluster: string;
  token: string;
}

export const EMPTY_FIELDS: ConnectFields = { name: '', host: 'hub', cluster: '', token: '' };

export const isSandbox = (host: string): boolean => host.startsWith('sandbox:');

export function hostChoiceOf({ host, cluster }: Pick<ConnectFields, 'host' | 'cluster'>): HostChoice {
  if (host === 'sandbox:a' || host === 'sandbox:b')
    return { kind: 'sandbox', tenant: host === 'sandbox:b' ? 'b' : 'a' };
  if (host.startsWith('allowed:')) return { kind: 'allowed', origin: host.slice('allowed:'.length) };
  return host === 'regional' ? { kind: 'regional', cluster: cluster.trim().toLowerCase() } : { kind: 'hub' };
}

/** How to reach the host of a connection once more. A sandbox connection does not say its tenant: `a` is assumed. */
export function fieldsOf(connection: Connection): ConnectFields {
  const { name, host, hostKind } = connection;
  const cluster = /^https:\/\/ingestion\.([^.]+)\.peak\.ai$/.exec(host)?.[1] ?? '';
  const choice = { hub: 'hub', regional: 'regional', sandbox: 'sandbox:a', allowed: `allowed:${host}` }[
    hostKind
  ];
  return { name, host: choice, cluster: hostKind === 'regional' ? cluster : '', token: '' };
}

/** The origin that will be called, or null while the cluster is no identifier. Same rule as the server's own. */
export function originOf(fields: Pick<ConnectFields, 'host' | 'cluster'>, hosts: HostOptions): string | null {
  const choice = hostChoiceOf(fields);
  if (choice.kind === 'sandbox') return null;
  const resolved = resolveHost(choice, { ONRAMP_HUB: hosts.hub, ONRAMP_ALLOWED_HOSTS: hosts.allowed });
  return resolved.ok ? resolved.value.origin : null;
}

const code = (value: ConnectFieldCode) => value;

export const connectFields = z
  .object({
    name: z.string().trim().min(1, code('name-missing')).max(60, code('name-long')),
    host: z.string(),
    cluster: z.string(),
    token: z.string().max(8192, code('token-long')),
  })
  .superRefine((fields, context) => {
    const add = (path: keyof ConnectFields, message: ConnectFieldCode) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (!isSandbox(fields.host) && fields.token === '') add('token', 'token-missing');
    if (fields.host !== 'regional') return;
    if (fields.cluster.trim() === '') add('cluster', 'cluster-missing');
    else if (originOf(fields, { hub: '', sandbox: false, allowed: [] }) === null)
      add('cluster', 'cluster-malformed');
  });

export function requestOf(fields: ConnectFields): ConnectRequest {
  const host = hostChoiceOf(fields);
  return host.kind === 'sandbox'
    ? { name: fields.name.trim(), host }
    : { name: fields.name.trim(), host, token: fields.token };
}
