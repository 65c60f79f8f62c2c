import http from 'node:http';
import type { ClientRequest, IncomingMessage } from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import { brotliDecompressSync, unzipSync } from 'node:zlib';
import { MAX_ANSWER_BYTES } from './limits';
import type { ProxyRules } from './proxy';
import { goesThrough, proxyOf } from './proxy';
import type { PeakBody, PeakRoad } from './road';
import { CONNECT_TIMEOUT, NotConnected, isRedirect } from './road';
import { TunnelAgent } from './tunnel';
import { readJson } from './wire';

/** A connection without work for this long (ms) is given up by us, before the other side does while rows are on it. */
const IDLE_MS = 4_000;
/** What is not connected by now (ms) has sent nothing, and that is worth knowing. */
const CONNECT_MS = 10_000;

/** Connections of one kind, and since when (ms) each has had no work. */
class Connections {
  readonly #free = new WeakMap<object, number>();

  constructor(
    readonly agent: http.Agent,
    readonly idleMs: number,
  ) {
    this.agent.on('free', (socket: Socket) => this.#free.set(socket, performance.now()));
  }

  /**
   * Hazard: a busy machine, or one that slept, runs its timers late, and rows on a connection that the other side has given
   * up are in doubt. So what lay idle too long is not used, whatever the timers say.
   */
  fresh(): http.Agent {
    const oldest = performance.now() - this.idleMs;
    for (const socket of Object.values(this.agent.freeSockets).flatMap((sockets) => sockets ?? []))
      if ((this.#free.get(socket) ?? Infinity) < oldest) socket.destroy();
    return this.agent;
  }
}

/** We ask for a plain answer; a service that compresses all the same is read, too. */
function plainBytes(bytes: Buffer, encodings: string): Buffer {
  const limit = { maxOutputLength: MAX_ANSWER_BYTES };
  const named = encodings.split(',').map((name) => name.trim().toLowerCase());
  const encoding = named.filter((name) => name !== '' && name !== 'identity').join();
  if (encoding === 'gzip' || encoding === 'x-gzip' || encoding === 'deflate') return unzipSync(bytes, limit);
  if (encoding === 'br') return brotliDecompressSync(bytes, limit);
  if (encoding === '') return bytes;
  throw new Error(`an answer in ${encoding}`);
}

const piecesOf = (body: PeakBody | undefined): readonly (string | Uint8Array)[] =>
  body === undefined ? [] : typeof body === 'string' ? [body] : body;

const bytesOf = (pieces: readonly (string | Uint8Array)[]): number =>
  pieces.reduce((sum, piece) => sum + Buffer.byteLength(piece), 0);

function readAnswer(answer: IncomingMessage, done: (read: { text: string; cut: boolean }) => void): void {
  const parts: Buffer[] = [];
  let size = 0;
  const told = (cut: boolean): void => {
    const encodings = answer.headers['content-encoding'] ?? '';
    const bytes = Buffer.concat(parts);
    const text = (of: Buffer): string => new TextDecoder().decode(of);
    try {
      done({ text: text(plainBytes(bytes, encodings)), cut });
    } catch {
      // Hazard: an empty text would pass for an answer without a word; what refused the rows may be what is unread. Whole
      // JSON was not packed, whatever the header says.
      const asItCame = text(bytes);
      done({ text: asItCame, cut: cut || readJson(asItCame) === undefined });
    }
  };
  answer.on('data', (part: Buffer) => {
    size += part.byteLength;
    if (size <= MAX_ANSWER_BYTES) return void parts.push(part);
    answer.destroy();
    told(true);
  });
  answer.on('end', () => told(false));
}

/** Which connections a request to an address takes. */
function connectionsOf(idleMs: number, rules: ProxyRules): (url: string) => Connections {
  const options = { keepAlive: true, timeout: Math.max(idleMs, 1) };
  const plain = new Connections(new http.Agent(options), idleMs);
  const secure = new Connections(new https.Agent(options), idleMs);
  const direct = (url: string): Connections => (url.startsWith('http:') ? plain : secure);
  const proxy = proxyOf(rules);
  if (proxy === undefined) return direct;
  const tunnels = new Connections(new TunnelAgent(proxy, CONNECT_MS, options), idleMs);
  return (url) => (goesThrough(new URL(url), rules) ? tunnels : direct(url));
}

/**
 * The road over Node's own sockets. `fetch` copies a body several times through streams of promises: a quarter of our
 * server's time went into that, and a millisecond of each batch; and in Node 20 it knows no proxy.
 */
export function roadOverSockets(rules: ProxyRules = { NO_PROXY: [] }, idleMs = IDLE_MS): PeakRoad {
  const connections = connectionsOf(idleMs, rules);
  return (url, { method, headers, body, signal }) =>
    new Promise((resolve, reject) => {
      const isPlain = url.startsWith('http:');
      const pieces = piecesOf(body);
      const options = {
        method,
        agent: connections(url).fresh(),
        signal,
        headers: {
          ...headers,
          'accept-encoding': 'identity',
          ...(body === undefined ? {} : { 'content-length': bytesOf(pieces) }),
        },
      };
      const sent = (isPlain ? http : https).request(url, options, (answer) => {
        const { statusCode: status = 0 } = answer;
        const { 'retry-after': retryAfter = null, date = null } = answer.headers;
        const told = { status, retryAfter, date };
        answer.on('error', reject);
        if (!isRedirect(status)) return readAnswer(answer, (read) => resolve({ ...told, ...read }));
        // Nobody reads what it says besides, and nobody says that it ends.
        answer.destroy();
        resolve({ ...told, text: '', cut: false });
      });
      let isConnected = false;
      // Node tells of an abort only when there is a socket, and a tunnel may be long in coming.
      const giveUp = (): void => {
        if (sent.socket === null) reject(new NotConnected('given up', { cause: signal.reason }));
      };
      signal.addEventListener('abort', giveUp, { once: true });
      if (signal.aborted) giveUp();
      sent.on('error', (error) =>
        reject(isConnected ? error : new NotConnected('no connection was made', { cause: error })),
      );
      // Hazard: Node ends some exchanges without an error, such as those whose peer changes the protocol.
      sent.on('close', () => reject(new Error('the exchange ended without an answer')));
      sent.on('socket', (socket: Socket) => {
        const connected = (): void => void (isConnected = true);
        if (!socket.connecting) return connected();
        socket.once(isPlain ? 'connect' : 'secureConnect', connected);
        giveUpLate(socket, sent, isPlain);
      });
      // All at once, so that the system is called once for headers and pieces together.
      sent.cork();
      for (const piece of pieces) sent.write(piece);
      sent.end();
    });
}

function giveUpLate(socket: Socket, sent: ClientRequest, isPlain: boolean): void {
  const late = Object.assign(new Error('no connection in time'), { code: CONNECT_TIMEOUT });
  const timer = setTimeout(() => sent.destroy(late), CONNECT_MS);
  const over = (): void => clearTimeout(timer);
  socket.once(isPlain ? 'connect' : 'secureConnect', over).once('close', over);
}
