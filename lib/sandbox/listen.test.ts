import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sandboxControl } from './control';
import type { Started } from './fixture';
import { ID, startSandbox } from './fixture';
import { hasCode } from '../base/errors';
import { listen } from './listen';
import { DEMO_TOKENS } from './settings';

let started: Started;
let serving: Awaited<ReturnType<typeof listen>>;
beforeEach(async () => {
  started = await startSandbox();
  serving = await listen(Promise.resolve(started.sandbox), 0);
});
afterEach(async () => {
  serving.server.closeAllConnections();
  await serving.close();
  await started.sandbox.close();
});

const address = () => `http://127.0.0.1:${serving.port}`;

async function send(body = '{"solutionName":"S","operationType":"APPEND","data":[{"ID":"1"}]}') {
  const headers = { authorization: DEMO_TOKENS.a, 'content-type': 'application/json' };
  const response = await fetch(`${address()}/api/v2/objects/T_ROW`, { method: 'POST', headers, body });
  return { status: response.status, text: await response.text() };
}

describe('over HTTP', () => {
  it('listens on this machine alone', () => {
    expect(serving.server.address()).toMatchObject({ address: '127.0.0.1' });
  });

  it.each([
    ['lost-before', 0],
    ['lost-after', 1],
    ['half-answer', 1],
  ] as const)('%s is a broken connection to the client, with %i rows written', async (fault, rows) => {
    const table = await started.table([ID], ['ID']);
    const control = sandboxControl(address());
    await control.addFaults({ match: { operation: 'ingest' }, fault });
    await expect(send()).rejects.toThrow(TypeError);
    expect(await control.count(table)).toMatchObject({ rows });
    expect((await send()).status).toBe(200);
  });

  it('reads a body that is far too large to its end, so that the refusal arrives', async () => {
    await started.table([ID], ['ID']);
    expect((await send('x'.repeat(9_000_000))).status).toBe(413);
  });

  it('rejects when the port is taken', async () => {
    const second = listen(Promise.resolve(started.sandbox), serving.port);
    await expect(second).rejects.toSatisfy((error) => hasCode(error, 'EADDRINUSE'));
  });
});
