import { ensureInstalled } from './install.mjs';
import { STAGES } from './stages.mjs';
import { add, lastLine, nothing } from './tally.mjs';

const USAGE = `Usage: npm test -- [--only <stages>] [-- <arguments for the tool of a single stage>]
Stages: ${Object.keys(STAGES).join(', ')}; several are separated by commas. --check means all but build and e2e.
Example: npm test -- --only unit -- lib/validation`;

/** Runs the stages asked for (all of them unless told otherwise) and resolves with the exit code. */
export async function runTests(args) {
  const plan = planFrom(args);
  if (typeof plan === 'string') {
    console.error(plan);
    return 2;
  }
  try {
    await ensureInstalled();
  } catch (error) {
    console.error(error.message);
    console.log(lastLine({ ...nothing, failed: 1 }));
    return 1;
  }
  const results = await runAll(plan);
  const total = [...results.values()].reduce(add, nothing);
  console.log(lastLine(total));
  return total.failed === 0 ? 0 : 1;
}

/** What was asked for: stage names in order and what goes to their tool, or a sentence on how to ask. */
export function planFrom(args) {
  const cut = args.indexOf('--');
  const own = cut < 0 ? args : args.slice(0, cut);
  const extra = cut < 0 ? [] : args.slice(cut + 1);
  let names = Object.keys(STAGES);
  if (own[0] === '--check' && own.length === 1)
    names = names.filter((name) => name !== 'build' && name !== 'e2e');
  else if (own[0] === '--only' && own.length === 2) names = own[1].split(',').map((name) => name.trim());
  else if (own.length > 0) return USAGE;
  const unknown = names.find((name) => !(name in STAGES));
  if (unknown !== undefined) return `There is no stage "${unknown}".\n${USAGE}`;
  if (extra.length > 0 && names.length !== 1) return `Arguments after -- need a single stage.\n${USAGE}`;
  return { names, extra };
}

async function runAll({ names, extra }) {
  const results = new Map();
  const checks = names.filter((name) => STAGES[name].check);
  const others = names.filter((name) => !STAGES[name].check);
  const queue = [...checks];
  // Two at a time: they hold one core each, and their output is kept together.
  const lane = async () => {
    for (let name = queue.shift(); name; name = queue.shift()) results.set(name, await runStage(name, extra));
  };
  await Promise.all([lane(), lane()]);
  for (const name of others) {
    const { needs } = STAGES[name];
    if (needs && results.get(needs)?.failed) {
      console.log(`-- ${name}: not run, because the ${needs} failed`);
      results.set(name, { ...nothing, skipped: 1 });
    } else results.set(name, await runStage(name, extra));
  }
  return results;
}

async function runStage(name, extra) {
  const begun = performance.now();
  if (!STAGES[name].check) console.log(`-- ${name} …`);
  const { tally, output } = await STAGES[name].run(extra);
  if (output) console.log(output.trimEnd());
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const count = tally.passed + tally.failed + tally.skipped;
  const verdict = tally.failed ? `FAILED (${tally.failed} of ${count})` : 'ok';
  console.log(`-- ${name}: ${verdict}, ${seconds} s`);
  return tally;
}
