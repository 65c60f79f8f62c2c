import { counted } from '@/components/messages/format';
import { accountOf } from '@/lib/submission/account';
import { joinAttempts } from '@/lib/submission/join-attempts';
import { interrupted } from '@/lib/submission/journal/entry-rules';
import { folderOf, openLoads } from './loads-folder';
import { onlyPlan } from './options';
import type { Options } from './options';
import type { Say } from './say';
import { EXIT } from './stop';
import type { Exit } from './stop';
import { accountLines, doubtLines, exitOf } from './words';

/** `onramp status`: reads the journals and changes nothing. The exit code is that of the newest load. */
export async function status(options: Options, positionals: readonly string[], say: Say): Promise<Exit> {
  const loads = await openLoads(folderOf(onlyPlan('status', positionals), options.journal));
  const found = [];
  for (const loadId of await loads.loadIds()) {
    const plan = await loads.journal.plan(loadId);
    if (plan) found.push({ loadId, plan });
  }
  found.sort((a, b) => a.plan.createdAt - b.plan.createdAt);
  if (found.length === 0) say.line(`No load was begun yet; they would be written down in ${loads.folder}.`);
  let exit: Exit = EXIT.complete;
  for (const { loadId, plan } of found) {
    const batches = await loads.journal.batches(loadId);
    const sender = await loads.sender(loadId);
    const isAlive = sender !== undefined;
    // What a dead sender had under way is in doubt; the next load writes that down, here it is only shown.
    const entries = (await loads.journal.entries(loadId)).map((entry) =>
      entry.state === 'sending' && !isAlive ? interrupted(entry) : entry,
    );
    const late = await loads.journal.late(loadId);
    const { account } = joinAttempts(accountOf(plan, batches, entries), { plan, batches, entries }, [], late);
    exit = exitOf(account, undefined);
    say.event('load', { loadId, exit, createdAt: plan.createdAt, sender, account });
    const when = new Date(plan.createdAt).toISOString().slice(0, 16).replace('T', ' ');
    const state = isAlive ? 'being sent now' : account.complete ? 'complete' : 'standing still';
    say.line(
      `${loadId}: ${plan.operation} into ${plan.table}, planned ${when} UTC, ${counted(plan.counts.batches, 'batch', 'batches')}, ${state}`,
    );
    accountLines(account).forEach((line) => say.line(line));
    const doubts = entries.filter((entry) => entry.state === 'in-doubt');
    if (doubts.length > 0) doubtLines(plan, batches, doubts).forEach((line) => say.line(line));
    say.line();
  }
  await loads.journal.close();
  return exit;
}
