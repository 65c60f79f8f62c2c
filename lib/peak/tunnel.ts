import http from 'node:http';
import https from 'node:https';
import type { Duplex } from 'node:stream';
import tls from 'node:tls';
import type { Proxy } from './proxy';
import { CONNECT_TIMEOUT } from './road';

type Made = (error: Error | null, socket: Duplex) => void;
type Options = http.ClientRequestArgs & tls.ConnectionOptions;

const broken = (message: string, code: string): Error => Object.assign(new Error(message), { code });
/** Without the error as its cause: of a chain the innermost code is told, and that would pass for one of Peak's host. */
const ofProxy = (error: NodeJS.ErrnoException): Error =>
  broken(`the proxy: ${error.message}`, `PROXY_${error.code ?? 'FAILED'}`);

/**
 * Connections through a proxy's tunnel (CONNECT). The proxy is told host and port and nothing else: rows and token travel
 * inside TLS to the host itself. A connection is given out when that is made, so whatever broke before carried no row. What
 * broke before the proxy had agreed has a code that begins with `PROXY_`.
 */
export class TunnelAgent extends https.Agent {
  constructor(
    readonly proxy: Proxy,
    /** What is not connected by then has sent nothing, in ms. */
    readonly connectMs: number,
    options: https.AgentOptions,
  ) {
    super(options);
  }

  override createConnection(options: Options, made: Made): undefined {
    const { isSecure, host, port, authorization } = this.proxy;
    const name = options.host ?? '';
    const target = `${name.includes(':') ? `[${name}]` : name}:${options.port ?? 443}`;
    const headers = { host: target, ...(authorization && { 'proxy-authorization': authorization }) };
    const to = { host, port, method: 'CONNECT', path: target, headers, agent: false };
    const asked = (isSecure ? https : http).request(to);
    const open: { destroy(): unknown }[] = [asked];
    const fail = (error: Error): void => {
      clearTimeout(timer);
      for (const one of open) one.destroy();
      // Node takes an error without a socket, which its types do not say.
      (made as (error: Error) => void)(error);
    };
    let isOpen = false;
    const late = (): void => fail(broken('no tunnel in time', isOpen ? CONNECT_TIMEOUT : 'PROXY_TIMEOUT'));
    const timer = setTimeout(late, this.connectMs);
    const refused = (error: Error): void => fail(ofProxy(error));
    asked.once('error', refused).once('connect', ({ statusCode = 0 }, socket) => {
      open.push(socket);
      isOpen = true;
      if (statusCode < 200 || statusCode >= 300)
        return fail(broken(`the proxy answered ${statusCode}`, `PROXY_${statusCode}`));
      // The path is that of the request, and would be taken for a socket file.
      const inside = tls.connect({ ...options, path: undefined, socket });
      open.push(inside);
      inside.once('error', fail).once('secureConnect', () => {
        clearTimeout(timer);
        inside.off('error', fail);
        made(null, inside);
      });
    });
    asked.end();
    return undefined;
  }
}
