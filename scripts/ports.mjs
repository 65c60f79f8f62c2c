import { execFileSync } from 'node:child_process';
import { connect, createServer } from 'node:net';

/** Whether something listens there already. Both ways of asking: some systems let two programs share a port. */
export async function portIsBusy({ port, hostname }) {
  return !(await canListen(port, hostname)) || (await answers(port));
}

/** Throws one sentence that names the busy port, who holds it where that can be told, and the way around. */
export async function demandFreePorts({ command, app, sandbox }) {
  for (const [what, place] of Object.entries({ app, sandbox })) {
    if (!place || !(await portIsBusy(place))) continue;
    const holder = holderOf(place.port);
    throw new Error(
      `Port ${place.port}, where the ${what} should listen, is already in use${holder ? ` by ${holder}` : ''}. ` +
        `Stop that program, or choose another port: ${place.variable}=${place.port + 1} ${command}`,
    );
  }
}

function canListen(port, hostname) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: hostname, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

function answers(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: 1000 });
    const settle = (busy) => {
      socket.destroy();
      resolve(busy);
    };
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
    socket.once('timeout', () => settle(false));
  });
}

function holderOf(port) {
  try {
    const fields = execFileSync('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 3000,
    });
    const pid = /^p(\d+)$/m.exec(fields)?.[1];
    const name = /^c(.+)$/m.exec(fields)?.[1];
    return pid ? `${name ?? 'a program'} (process ${pid})` : null;
  } catch {
    return null;
  }
}
