import { demandNode } from './node-version.mjs';

demandNode();
const { ensureInstalled } = await import('./install.mjs');
const { runJourneys } = await import('./journeys.mjs');

/** `--only reading` picks a group, `--grep kill` the tests of it by name, `--json` prints one line per figure. */
const args = process.argv.slice(2);
const valueOf = (option) => (args.includes(option) ? (args[args.indexOf(option) + 1] ?? '') : undefined);
const only = valueOf('--only');
const grep = valueOf('--grep');
const known = args.every((arg) => ['--json', '--only', '--grep', only, grep].includes(arg));
if (!known || only === '' || grep === '') {
  console.error(
    'Usage: npm run bench -- [--json] [--only <group>] [--grep <name>]; groups are the files bench/<group>.bench.ts',
  );
  process.exit(2);
}
await ensureInstalled();
process.exitCode = await runJourneys(
  [
    '--config=bench/bench.config.ts',
    ...(only ? [`/${only}.bench.ts`] : []),
    ...(grep ? ['--grep', grep] : []),
  ],
  { ...(args.includes('--json') && { ONRAMP_BENCH_JSON: '1' }), ...(only && { ONRAMP_BENCH_ONLY: only }) },
);
