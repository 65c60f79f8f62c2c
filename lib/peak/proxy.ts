/** The part of the environment that says through what the world is reached (lib/env). */
export interface ProxyRules {
  /** An origin, with a user and a password where the proxy asks for them. */
  readonly HTTPS_PROXY?: string | undefined;
  /** Hosts that are reached without it, as curl reads them: `*`, a host, or a domain; a port counts where it stands. */
  readonly NO_PROXY: readonly string[];
}

/** Where tunnels are asked for. */
export interface Proxy {
  readonly isSecure: boolean;
  readonly host: string;
  readonly port: number;
  /** Value of `Proxy-Authorization`; a secret. */
  readonly authorization?: string;
}

/** Never sent through a proxy: nobody else's machine knows this one's. */
const THIS_MACHINE = /^(?:(?:.+\.)?localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
const ENTRY = /^(?:\*?\.)?([^:]+)(?::(\d+))?$/;

function means(entry: string, { hostname, port }: URL): boolean {
  if (entry === '*') return true;
  const [, host = '', only] = ENTRY.exec(entry.toLowerCase()) ?? [];
  const isHost = host !== '' && (hostname === host || hostname.endsWith(`.${host}`));
  return isHost && (only === undefined || only === (port || '443'));
}

/** Whether an address is reached through the proxy. Peak is https alone, and http is the sandbox on this machine. */
export function goesThrough(address: URL, { NO_PROXY: without }: ProxyRules): boolean {
  if (address.protocol !== 'https:' || THIS_MACHINE.test(address.hostname)) return false;
  return !without.some((entry) => means(entry, address));
}

/** The proxy of this environment, if it names one. */
export function proxyOf({ HTTPS_PROXY: text }: ProxyRules): Proxy | undefined {
  if (text === undefined) return undefined;
  const { protocol, hostname, port, username, password } = new URL(text);
  const isSecure = protocol === 'https:';
  const who = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return {
    isSecure,
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port || (isSecure ? 443 : 80)),
    ...(who === ':' ? {} : { authorization: `Basic ${Buffer.from(who).toString('base64')}` }),
  };
}
