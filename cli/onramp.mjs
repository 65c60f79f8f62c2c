#!/usr/bin/env node
import { fileURLToPath } from 'node:url';

// From whatever folder it is called: the sources are read by the settings of this program, not of that folder.
process.env.TSX_TSCONFIG_PATH ??= fileURLToPath(new URL('../tsconfig.json', import.meta.url));
await import('tsx');
await import('./main.ts');
