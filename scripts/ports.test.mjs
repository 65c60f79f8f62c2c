import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { demandFreePorts } from './ports.mjs';
import { keptSecret } from './secret.mjs';

const listening = () =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
const closed = (server) => new Promise((resolve) => server.close(resolve));

test('a busy port is named, with the variable that moves it', async () => {
  const server = await listening();
  const { port } = server.address();
  const free = await listening();
  const app = { port: free.address().port, variable: 'PORT', hostname: '127.0.0.1' };
  await closed(free);
  const settings = {
    command: 'npm start',
    app,
    sandbox: { port, variable: 'SANDBOX_PORT', hostname: '127.0.0.1' },
  };
  await expect(demandFreePorts(settings)).rejects.toThrow(`SANDBOX_PORT=${port + 1} npm start`);
  await expect(demandFreePorts(settings)).rejects.toThrow(`Port ${port}, where the sandbox should listen`);
  await closed(server);
  await expect(demandFreePorts(settings)).resolves.toBeUndefined();
});

test('a secret is made once, kept, and readable by its owner only', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onramp secret '));
  const path = join(folder, 'kept', 'secret');
  const secret = keptSecret(path);
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  expect(keptSecret(path)).toBe(secret);
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
  writeFileSync(path, 'something else');
  expect(() => keptSecret(path)).toThrow(path);
  rmSync(folder, { recursive: true });
});
