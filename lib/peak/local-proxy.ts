import { createServer } from 'node:http';
import net from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import tls from 'node:tls';

/** For tests: TLS with a certificate (PEM), in front of a port of this computer. */
export async function localTls(
  { certificate, key }: Readonly<Record<'certificate' | 'key', string>>,
  port: number,
) {
  const open = new Set<Socket>();
  const server = tls.createServer({ cert: certificate, key }, (secure) => {
    const plain = net.connect(port, '127.0.0.1');
    for (const socket of [secure, plain]) open.add(socket.on('error', () => undefined));
    secure.pipe(plain).pipe(secure);
  });
  server.on('connection', (socket: Socket) => open.add(socket.on('error', () => undefined)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    certificate,
    port: (server.address() as AddressInfo).port,
    async close(): Promise<void> {
      for (const socket of open) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/**
 * For tests: a proxy that makes tunnels (CONNECT) to the ports that `roads` names, for whoever brings `password` if there is
 * one; it answers 502 for any other place, and nobody for `silent`. What passed it is kept.
 */
export async function localProxy(roads: Readonly<Record<string, number | 'silent'>>, password?: string) {
  const asked: string[] = [];
  const passed: Buffer[] = [];
  const open = new Set<Socket>();
  const server = createServer().on('connect', (request, socket: Socket) => {
    const target = request.url ?? '';
    asked.push(target);
    passed.push(Buffer.from(JSON.stringify(request.rawHeaders)));
    open.add(socket.on('error', () => undefined));
    const road = roads[target];
    if (road === 'silent') return;
    const isKnown = password === undefined || request.headers['proxy-authorization'] === password;
    if (!isKnown) return void socket.end('HTTP/1.1 407 Who are you\r\ncontent-length: 0\r\n\r\n');
    if (road === undefined) return void socket.end('HTTP/1.1 502 No road\r\ncontent-length: 0\r\n\r\n');
    const there = net.connect(road, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connected\r\n\r\n');
      socket.on('data', (part: Buffer) => passed.push(part));
      socket.pipe(there).pipe(socket);
    });
    open.add(there.on('error', () => undefined));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    /** Everything that it could read on its way to the hosts. */
    passed: () => Buffer.concat(passed).toString('latin1'),
    async close(): Promise<void> {
      for (const socket of open) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
