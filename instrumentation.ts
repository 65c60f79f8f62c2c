/** Runs once before the server takes its first request: a bad environment stops the start with its sentences. */
export async function register(): Promise<void> {
  // Positive on purpose: only so is the import left out of the bundle for runtimes without Node's API.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { demandEnv } = await import('@/lib/env');
    demandEnv();
  }
}
