import { describe, expect, test } from 'vitest';
import { readHouse } from './read';
import { RULES } from './rules';

type RuleName = keyof typeof RULES;

/** A house with one fault each; the sentence must name the fault. */
const broken: readonly (readonly [RuleName, string, Readonly<Record<string, string>>, string])[] = [
  [
    'imports point one way',
    'lib imports a component',
    {
      'lib/files/a.ts': `import { b } from '@/components/ui/b'`,
      'components/ui/b.tsx': 'export const b = 1',
    },
    'lib/files/a.ts imports components/ui/b.tsx',
  ],
  [
    'imports point one way',
    'a component imports a page',
    { 'components/a.tsx': `import b from '../app/page'`, 'app/page.tsx': 'export default 1' },
    'components/a.tsx imports app/page.tsx',
  ],
  [
    'imports point one way',
    'a component imports a script',
    { 'components/a.tsx': `import '../scripts/b'`, 'scripts/b.ts': '' },
    'components/a.tsx imports scripts/b.ts',
  ],
  [
    'imports point one way',
    'the command line imports a screen',
    { 'cli/a.ts': `import { b } from '@/components/ui/b'`, 'components/ui/b.tsx': 'export const b = 1' },
    'cli/a.ts imports components/ui/b.tsx',
  ],
  [
    'lib knows no framework',
    'lib imports React, types included',
    { 'lib/files/a.ts': `import type { ReactNode } from 'react'` },
    'lib/files/a.ts imports react',
  ],
  [
    'lib knows no framework',
    'lib imports a part of Next',
    { 'lib/gateway/a.ts': `import { cookies } from 'next/headers'` },
    'lib/gateway/a.ts imports next',
  ],
  [
    'rooms of lib call only whom they may',
    'files calls validation',
    { 'lib/files/a.ts': `import { b } from '../validation/b'`, 'lib/validation/b.ts': 'export const b = 1' },
    'lib/files/a.ts imports lib/validation/b.ts',
  ],
  [
    'rooms of lib call only whom they may',
    "base speaks another room's word",
    {
      'lib/base/ids.ts': `import type { B } from '../files/model'`,
      'lib/files/model.ts': 'export type B = 1',
    },
    'lib/base/ids.ts imports lib/files/model.ts',
  ],
  [
    'rooms of lib call only whom they may',
    'a room nobody planned',
    { 'lib/extras/a.ts': 'export const a = 1' },
    'lib/extras is no room',
  ],
  [
    'the sandbox stays a stranger',
    'the sandbox borrows our checks',
    { 'lib/sandbox/a.ts': `import { b } from '../validation/b'`, 'lib/validation/b.ts': '' },
    'lib/sandbox/a.ts imports lib/validation/b.ts',
  ],
  [
    'the sandbox stays a stranger',
    'the app loads the sandbox',
    { 'app/api/a/route.ts': `import { b } from '@/lib/sandbox/b'`, 'lib/sandbox/b.ts': '' },
    'app/api/a/route.ts imports lib/sandbox/b.ts',
  ],
  [
    'imports lead somewhere',
    'an import leads nowhere',
    { 'lib/files/a.ts': `import { b } from './gone'` },
    'lib/files/gone, which is not there',
  ],
  [
    'pure rooms know nothing of the world',
    'a check looks at the clock',
    { 'lib/validation/a.ts': 'export const a = () => Date.now()' },
    'uses Date.now',
  ],
  [
    'pure rooms know nothing of the world',
    'a plan makes an instant',
    { 'lib/submission/plan.ts': 'export const a = () => new Date()' },
    'uses new Date()',
  ],
  [
    'pure rooms know nothing of the world',
    'a reader throws dice',
    { 'lib/files/a.ts': 'export const a = () => Math.random()' },
    'uses Math.random',
  ],
  [
    'pure rooms know nothing of the world',
    'an engine fetches',
    { 'lib/submission/engine.ts': 'export const a = () => fetch("/")' },
    'uses fetch',
  ],
  [
    'pure rooms know nothing of the world',
    'a repair knows the page',
    { 'lib/repair/a.ts': 'export const a = window.name' },
    'uses window',
  ],
  [
    'pure rooms know nothing of the world',
    'a reader uses Node',
    { 'lib/files/a.ts': `import { readFileSync } from 'node:fs'` },
    'imports node:fs',
  ],
  [
    'pure rooms know nothing of the world',
    'the clock comes in by the back door',
    {
      'lib/submission/limiter.ts': `import { systemClock } from '../base/clock'`,
      'lib/base/clock.ts': 'export const systemClock = { now: () => Date.now() }',
    },
    'lib/base/clock.ts, which uses Date.now',
  ],
  [
    'what serves stays on the server',
    'a client file reads the environment',
    { 'app/a.tsx': `'use client';\nimport { b } from '@/lib/env'`, 'lib/env.ts': 'export const b = 1' },
    'app/a.tsx → lib/env.ts',
  ],
  [
    'what serves stays on the server',
    'a component reaches the client two files on',
    {
      'components/a.tsx': `import { b } from './b'`,
      'components/b.ts': `import { c } from '@/lib/peak/client'`,
      'lib/peak/client.ts': 'export const c = 1',
    },
    'components/a.tsx → components/b.ts → lib/peak/client.ts',
  ],
  [
    'what serves stays on the server',
    'the worker reaches the session',
    {
      'lib/intake/worker.ts': `import { b } from '../gateway/session'`,
      'lib/gateway/session.ts': 'export const b = 1',
    },
    "the gateway's server side",
  ],
  [
    'what serves stays on the server',
    'a worker named by URL is followed',
    {
      'components/a.tsx': `new Worker(new URL('../lib/submission/w.ts', import.meta.url))`,
      'lib/submission/w.ts': `import 'node:fs'`,
    },
    'a user of node:fs',
  ],
  [
    'names say what is inside',
    'a drawer',
    { 'lib/files/utils.ts': 'export const a = 1' },
    '"utils" is a drawer',
  ],
  [
    'names say what is inside',
    'a drawer for a folder',
    { 'components/hooks/use-a.ts': 'export const a = 1' },
    '"hooks" is a drawer',
  ],
  [
    'names say what is inside',
    'a barrel by name',
    { 'lib/files/index.ts': 'export const a = 1' },
    'no barrels',
  ],
  [
    'names say what is inside',
    'a barrel by content',
    { 'lib/files/all.ts': `export { a } from './a'`, 'lib/files/a.ts': 'export const a = 1' },
    'lib/files/all.ts: no barrels',
  ],
  [
    'names say what is inside',
    'camel case',
    { 'lib/files/readRows.ts': 'export const a = 1' },
    '"readRows.ts" is not kebab-case',
  ],
  [
    'names say what is inside',
    'a sixth word in base',
    { 'lib/base/dates.ts': 'export const a = 1' },
    'lib/base is a closed list',
  ],
  [
    'names say what is inside',
    'code in public',
    { 'public/a.mjs': 'export const a = 1' },
    'public holds no code',
  ],
  [
    'files stay small enough to read',
    'a long page',
    { 'app/page.tsx': '\n'.repeat(40) + 'x' },
    'app/page.tsx has 41 lines, 40',
  ],
  [
    'files stay small enough to read',
    'a long component',
    { 'components/a.tsx': '\n'.repeat(150) + 'x' },
    '151 lines, 150',
  ],
  [
    'files stay small enough to read',
    'a long module',
    { 'lib/files/a.ts': '\n'.repeat(200) + 'x' },
    '201 lines, 200',
  ],
  [
    'files stay small enough to read',
    'a long test',
    { 'lib/files/a.test.ts': '\n'.repeat(300) + 'x' },
    '301 lines, 300',
  ],
  [
    'every room explains itself',
    'a room without a README',
    { 'lib/files/a.ts': 'export const a = 1' },
    'lib/files has no README.md',
  ],
  [
    'every room explains itself',
    'a README nobody reads',
    { 'lib/files/README.md': '\n'.repeat(40) + 'x' },
    '41 lines, 40',
  ],
];

describe('each rule sees its fault', () => {
  test('no rule is left untried', () => {
    expect(new Set(broken.map(([name]) => name))).toEqual(new Set(Object.keys(RULES)));
  });

  test.each(broken)('%s: %s', (name, _fault, texts, sentence) => {
    const found = RULES[name](readHouse(new Map(Object.entries(texts))));
    expect(found.join('\n')).toContain(sentence);
  });

  const fine: readonly (readonly [RuleName, string, Readonly<Record<string, string>>])[] = [
    [
      'rooms of lib call only whom they may',
      'a word of another room',
      {
        'lib/files/a.ts': `import type { B } from '../peak/model'`,
        'lib/peak/model.ts': 'export type B = 1',
      },
    ],
    [
      'pure rooms know nothing of the world',
      'a port called fetch and a property called window',
      {
        'lib/submission/a.ts':
          'export const a = (fetch: () => number, b: { window: number }) => fetch() + b.window',
      },
    ],
    [
      'pure rooms know nothing of the world',
      'the type of the clock',
      {
        'lib/submission/a.ts': `import type { Clock } from '../base/clock'`,
        'lib/base/clock.ts': 'export interface Clock {}; export const c = Date.now()',
      },
    ],
    [
      'what serves stays on the server',
      'a type of the server side',
      { 'components/a.tsx': `import type { B } from '@/lib/env'`, 'lib/env.ts': 'export type B = 1' },
    ],
    [
      'what serves stays on the server',
      'a page rendered on the server',
      { 'app/page.tsx': `import { b } from '@/lib/env'`, 'lib/env.ts': 'export const b = 1' },
    ],
    [
      'names say what is inside',
      'a route with a parameter',
      { 'app/w/[workspace]/page.tsx': 'export default 1' },
    ],
  ];
  test.each(fine)('%s: %s is no fault', (name, _what, texts) => {
    expect(RULES[name](readHouse(new Map(Object.entries(texts))))).toEqual([]);
  });
});
