import type { Result } from '../base/result';
import { err, ok } from '../base/result';
import type { HostChoice } from '../gateway/contract';

/** The part of the environment that says which hosts may be called at all (design.md §5). */
export interface HostRules {
  readonly ONRAMP_HUB: string;
  readonly ONRAMP_ALLOWED_HOSTS: readonly string[];
  readonly ONRAMP_SANDBOX_URL?: string | undefined;
}

export interface ResolvedHost {
  readonly kind: HostChoice['kind'];
  /** Scheme, name and port; nothing a user typed is in it but the cluster's label. */
  readonly origin: string;
}

export type HostProblem = 'host-malformed' | 'host-not-allowed' | 'sandbox-off';

/** One DNS label (RFC 1123), lower case. `xn--` is refused: no cluster is known that needs it, and look-alikes do. */
const CLUSTER = /^(?!xn--)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * The origin of a user's choice. The name is built from a checked label or taken from the environment, never parsed
 * out of what somebody typed, so there is no address to disguise.
 */
export function resolveHost(choice: HostChoice, rules: HostRules): Result<ResolvedHost, HostProblem> {
  switch (choice.kind) {
    case 'hub':
      return ok({ kind: 'hub', origin: rules.ONRAMP_HUB });
    case 'regional':
      // §2: https://ingestion.<cluster-identifier>.peak.ai
      return CLUSTER.test(choice.cluster)
        ? ok({ kind: 'regional', origin: `https://ingestion.${choice.cluster}.peak.ai` })
        : err('host-malformed');
    case 'sandbox':
      return rules.ONRAMP_SANDBOX_URL === undefined
        ? err('sandbox-off')
        : ok({ kind: 'sandbox', origin: rules.ONRAMP_SANDBOX_URL });
    case 'allowed':
      return rules.ONRAMP_ALLOWED_HOSTS.includes(choice.origin)
        ? ok({ kind: 'allowed', origin: choice.origin })
        : err('host-not-allowed');
  }
}

/** Whether a host sealed earlier may still be called: the environment may have changed since. */
export function hostStillAllowed(host: ResolvedHost, rules: HostRules): boolean {
  switch (host.kind) {
    case 'hub':
      return host.origin === rules.ONRAMP_HUB;
    case 'regional': {
      const cluster = /^https:\/\/ingestion\.([^.]+)\.peak\.ai$/.exec(host.origin)?.[1];
      return cluster !== undefined && CLUSTER.test(cluster);
    }
    case 'sandbox':
      return host.origin === rules.ONRAMP_SANDBOX_URL;
    case 'allowed':
      return rules.ONRAMP_ALLOWED_HOSTS.includes(host.origin);
  }
}
