import { hasCode } from '../base/errors';
import { heldElsewhere } from './held';
import { listen } from './listen';
import { createSandbox } from './sandbox';
import { serverSettings } from './settings';

/** Milliseconds that running requests get to end once the process is asked to stop. */
const GRACE_MS = 3_000;

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

async function main(): Promise<void> {
  const parsed = serverSettings(process.env);
  if (!parsed.ok) stop(parsed.error.join('\n'));
  const { port, dataDir, tokens, control, settings } = parsed.value;
  let open = (_sandbox: Awaited<ReturnType<typeof createSandbox>>) => {};
  const opening = new Promise<Awaited<ReturnType<typeof createSandbox>>>((resolve) => (open = resolve));
  // The port first: a second start should hear of the port it can choose, not of the folder it shares.
  const serving = await listen(opening, port).catch((error: unknown) =>
    hasCode(error, 'EADDRINUSE')
      ? stop(
          `Port ${port} is already in use. Stop that program, or choose another port: SANDBOX_PORT=${port + 1}.`,
        )
      : Promise.reject(error instanceof Error ? error : new Error(String(error))),
  );
  const report = (error: unknown) => console.error('A delayed write failed:', error);
  const sandbox = await createSandbox({ dataDir, tokens, control, settings, report }).catch(
    (error: unknown) =>
      heldElsewhere(error)
        ? stop(`Another sandbox is using ${dataDir}. Stop it, or choose another folder: SANDBOX_DATA_DIR.`)
        : Promise.reject(error instanceof Error ? error : new Error(String(error))),
  );
  open(sandbox);
  console.log(
    JSON.stringify({ ready: true, address: `http://127.0.0.1:${serving.port}`, dataDir, settings }),
  );

  let stopping = false;
  const end = async () => {
    if (stopping) return;
    stopping = true;
    const cut = setTimeout(() => serving.server.closeAllConnections(), GRACE_MS);
    await serving.close();
    clearTimeout(cut);
    await sandbox.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end());
}

main().catch((error: unknown) => {
  console.error('The sandbox could not start:', error);
  process.exit(1);
});
