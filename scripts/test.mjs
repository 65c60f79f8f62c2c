import { demandNode } from './node-version.mjs';

demandNode();
const { runTests } = await import('./run-tests.mjs');
process.exitCode = await runTests(process.argv.slice(2));
