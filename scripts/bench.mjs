import { demandNode } from './node-version.mjs';

demandNode();
const { ensureInstalled } = await import('./install.mjs');
const { runJourneys } = await import('./journeys.mjs');

/** `--only reading` picks a group, `--json` prints one line per figure. */
const args = process.argv.slice(2);
const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : undefined;
const known = args.every((arg) => arg === '--json' || arg === '--only' || arg === only);
if (!known || (args.includes('--only') && !only)) {
  console.error(
    'Usage: npm run bench -- [--json] [--only <group>]; groups are the files bench/<group>.bench.ts',
  );
  process.exit(2);
}
await ensureInstalled();
process.exitCode = await runJourneys(
  ['--config=bench/bench.config.ts', ...(only ? [`/${only}.bench.ts`] : [])],
  { ...(args.includes('--json') && { ONRAMP_BENCH_JSON: '1' }), ...(only && { ONRAMP_BENCH_ONLY: only }) },
);
