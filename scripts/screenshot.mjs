import { demandNode } from './node-version.mjs';

demandNode();
const { ensureInstalled } = await import('./install.mjs');
const { runJourneys } = await import('./journeys.mjs');
await ensureInstalled();
process.exitCode = await runJourneys(['--config=scripts/pictures.config.ts', ...process.argv.slice(2)]);
