import { demandNode } from './node-version.mjs';

demandNode();
// Only now, so that an old Node gets the sentence and not a syntax error.
const { launch } = await import('./launch.mjs');
await launch({ dev: process.argv.includes('--dev') });
