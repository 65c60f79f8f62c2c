import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { hasCode } from '../../base/errors';
import type { Plan } from '../model';
import { replay } from './file-records';

/** A journal's first line is its plan; a file without one (a crash, a file of somebody else's) has none. */
async function planOf(path: string): Promise<Plan | undefined> {
  const file = await open(path);
  try {
    for await (const line of file.readLines({ autoClose: false }))
      return replay(Buffer.from(`${line}\n`)).plan;
  } finally {
    await file.close();
  }
  return undefined;
}

/** The plans of all journals in a folder, without reading what became of them. */
export async function plansIn(folder: string): Promise<Plan[]> {
  const names = await readdir(folder).catch((cause: unknown) => {
    if (hasCode(cause, 'ENOENT')) return [];
    throw cause;
  });
  const plans: Plan[] = [];
  for (const name of names.filter((each) => each.endsWith('.journal'))) {
    const plan = await planOf(join(folder, name));
    if (plan !== undefined) plans.push(plan);
  }
  return plans;
}
