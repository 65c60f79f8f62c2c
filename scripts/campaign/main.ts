import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Verdict } from './judge';
import type { Mix } from './mix';
import { FAULT_NAMES, browserFaultNames, faultNames } from './mix';
import { openWorld } from './world';

/** Worlds side by side; each waits most of the time. */
const WORLDS = 3;
const USAGE = `Usage: npm run campaign -- [--seeds <how many>] [--from <first seed>] [--json]
                            [--browser] [--faults <name,name,…> [--share <0 to 1>]]

Random loads under random faults, judged by what is in the sandbox's table: the sending half of the app in Node, over
real HTTP to our own routes and through them to a real sandbox. One JSON line per seed with --json.
--faults makes other stories of the seeds: these faults and no others, each striking at that share of the requests,
changes of a batch or lives of a tab (0.2 unless said). --browser tells the stories to a
real Chromium and the production build instead, where neither clock nor journal can be had. Names: ${FAULT_NAMES.join(', ')}.`;

const whole = z.coerce.number().int().min(0).max(4_294_967_295);

function asked() {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string', default: '200' },
      from: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
      browser: { type: 'boolean', default: false },
      faults: { type: 'string' },
      share: { type: 'string', default: '0.2' },
      /** For our own processes: every so manieth seed, in this process. */
      step: { type: 'string' },
    },
  });
  const step = values.step === undefined ? undefined : whole.min(1).parse(values.step);
  const share = z.coerce.number().min(0).max(1).parse(values.share);
  const namesOf = values.browser ? browserFaultNames : faultNames;
  const mix = values.faults === undefined ? undefined : { faults: namesOf(values.faults), share };
  return {
    json: values.json,
    step,
    seeds: whole.parse(values.seeds),
    from: whole.parse(values.from),
    mix,
    browser: values.browser,
  };
}

/** One world in this process, seed after seed, a JSON line for each. */
async function oneWorld(from: number, seeds: number, step: number, mix?: Mix): Promise<void> {
  const world = await openWorld();
  for (let seed = from; seed < from + seeds; seed += step) {
    process.stdout.write(`${JSON.stringify(await world.run(seed, mix))}\n`);
  }
  await world.close();
  // Tabs that were cut off still wait for what never comes.
  process.exit();
}

/** The stories in a real Chromium on the production build; one JSON line per seed. */
async function inBrowser(from: number, seeds: number, mix: Mix | undefined): Promise<void> {
  const env = {
    ...process.env,
    CAMPAIGN_FROM: String(from),
    CAMPAIGN_SEEDS: String(seeds),
    ...(mix && { CAMPAIGN_FAULTS: mix.faults.join(','), CAMPAIGN_SHARE: String(mix.share) }),
  };
  const run = fileURLToPath(new URL('browser/run.mjs', import.meta.url));
  const child = spawn(process.execPath, [run], { env, stdio: 'inherit' });
  process.exitCode = (await new Promise<number | null>((resolve) => child.on('close', resolve))) ?? 1;
}

const mixWords = (mix: Mix | undefined): readonly string[] =>
  mix === undefined ? [] : ['--faults', mix.faults.join(','), '--share', String(mix.share)];

/** The same in a process of its own; answers with what it said. */
async function worldApart(
  from: number,
  seeds: number,
  mix: Mix | undefined,
  tell: (verdict: Verdict) => void,
): Promise<void> {
  const self = fileURLToPath(import.meta.url);
  const args = [
    '--import',
    'tsx',
    self,
    '--step',
    String(WORLDS),
    '--from',
    String(from),
    '--seeds',
    String(seeds),
    ...mixWords(mix),
  ];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const code = new Promise<number | null>((resolve) => child.on('close', resolve));
  for await (const line of createInterface(child.stdout)) tell(JSON.parse(line) as Verdict);
  if ((await code) !== 0) throw new Error(`the seeds from ${from} on broke off`);
}

function report(verdicts: readonly Verdict[]): void {
  const sum = (of: (verdict: Verdict) => number): number =>
    verdicts.reduce((total, one) => total + of(one), 0);
  const kinds = (['UPSERT', 'APPEND'] as const).map((operation) => {
    const mine = verdicts.filter((verdict) => verdict.operation === operation);
    const count = (of: (verdict: Verdict) => number): number =>
      mine.reduce((total, one) => total + of(one), 0);
    return {
      operation,
      seeds: mine.length,
      rows: count(({ rows }) => rows),
      lost: count(({ lost }) => lost),
      doubled: count(({ doubled }) => doubled),
      'in doubt': count(({ inDoubt }) => inDoubt),
      'do not balance': mine.filter(({ balances }) => !balances).length,
    };
  });
  console.table(kinds);
  console.log(`${verdicts.length} seeds, ${sum(({ lives }) => lives)} lives of a tab.`);
}

async function main(): Promise<void> {
  const { seeds, from, json, step, mix, browser } = asked();
  if (browser) return inBrowser(from, seeds, mix);
  if (step !== undefined) return oneWorld(from, seeds, step, mix);
  const verdicts: Verdict[] = [];
  const tell = (verdict: Verdict): void => {
    verdicts.push(verdict);
    if (json) console.log(JSON.stringify(verdict));
    if (!verdict.holds) {
      console.error(
        `Seed ${verdict.seed} does not hold: ${verdict.why ?? ''}. Again: ${['npm run campaign -- --seeds 1 --from', verdict.seed, ...mixWords(mix)].join(' ')}`,
      );
    }
  };
  const worlds = Math.min(WORLDS, seeds);
  const begun = Array.from({ length: worlds }, (_, at) => worldApart(from + at, seeds - at, mix, tell));
  await Promise.all(begun);
  if (!json) report(verdicts);
  if (verdicts.length !== seeds || verdicts.some(({ holds }) => !holds)) process.exitCode = 1;
}

if (process.argv.includes('--help')) console.log(USAGE);
else {
  main().catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
}
