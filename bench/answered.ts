import type { SandboxControl } from '../lib/sandbox/control';

/** Answers of Peak's to batches so far, by outcome. */
export async function answered(control: SandboxControl): Promise<Record<string, number>> {
  const counts = (await control.requests()).filter(({ operation }) => operation === 'ingest');
  return Object.fromEntries(counts.map(({ outcome, requests }) => [outcome, requests]));
}

/** Resolves when the sandbox has answered so many batches more, and all that follows from the last one is over. */
export async function answeredMore(control: SandboxControl, batches: number) {
  const taken = async () => Object.values(await answered(control)).reduce((sum, count) => sum + count, 0);
  const before = await taken();
  return async () => {
    while ((await taken()) < before + batches) await new Promise((resolve) => setTimeout(resolve, 200));
    await new Promise((resolve) => setTimeout(resolve, 2_000));
  };
}
