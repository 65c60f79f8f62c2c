import { BlockList, isIP } from 'node:net';

/** The part of the environment that says through what the world is reached (lib/env). */
export interface ProxyRules {
  /** From `proxyAddress`: an origin, with a user and a password where the proxy asks for them. */
  readonly HTTPS_PROXY?: string | undefined;
  /**
   * Hosts that are reached without it, as curl reads them: `*`, a host, a domain, an address, or
   * `address/prefix`; a port counts where it stands.
   */
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
/** A host with the port that it is meant for; an address of many colons has one only behind brackets. */
const WITH_PORT = /^(\[.+\]|[^:]+):(\d+)$/;

/** Addresses are compared as numbers: `fd00:0::12` is `fd00::12`, and 10.1.2.3 is in 10.0.0.0/8. */
function holds(network: string, prefix: string | undefined, host: string): boolean {
  const kind = isIP(network) === 6 ? 'ipv6' : 'ipv4';
  const most = kind === 'ipv6' ? 128 : 32;
  const bits = prefix === undefined ? most : /^\d{1,3}$/.test(prefix) ? Number(prefix) : Infinity;
  if (bits > most) return false;
  const list = new BlockList();
  list.addSubnet(network, bits, kind);
  return list.check(host, isIP(host) === 6 ? 'ipv6' : 'ipv4');
}

function means(entry: string, { hostname, port }: URL): boolean {
  if (entry === '*') return true;
  const [, before = entry, only] = WITH_PORT.exec(entry) ?? [];
  if (only !== undefined && only !== (port || '443')) return false;
  const [place = '', prefix] = before.toLowerCase().replace(/[[\]]/g, '').split('/');
  const address = hostname.replace(/^\[|\]$/g, '');
  if (isIP(place) !== 0) return isIP(address) !== 0 && holds(place, prefix, address);
  const host = place.replace(/^\*?\./, '');
  if (host === '' || prefix !== undefined || isIP(address) !== 0) return false;
  return hostname === host || hostname.endsWith(`.${host}`);
}

/** Whether an address is reached through the proxy. Peak is https alone, and http is the sandbox on this machine. */
export function goesThrough(address: URL, { NO_PROXY: without }: ProxyRules): boolean {
  if (address.protocol !== 'https:' || THIS_MACHINE.test(address.hostname)) return false;
  return !without.some((entry) => means(entry, address));
}

function canDecode(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * The address of an http or https proxy as it was written, or undefined for what is none that can be used.
 * `proxy:8080` is what other programs take for `http://proxy:8080`.
 */
export function proxyAddress(written: string): string | undefined {
  const trimmed = written.trim();
  const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `http://${trimmed}`;
  if (!URL.canParse(text)) return undefined;
  const { protocol, pathname, search, hash, username, password } = new URL(text);
  const isPlace = ['http:', 'https:'].includes(protocol) && pathname === '/' && search === '' && hash === '';
  return isPlace && canDecode(username) && canDecode(password) ? text : undefined;
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
