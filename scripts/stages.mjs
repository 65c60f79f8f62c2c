import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { runJourneys } from './journeys.mjs';
import { run } from './run.mjs';
import { ROOT } from './settings.mjs';
import { judged, nothing, tallyPlaywright, tallyVitest } from './tally.mjs';

const bin = (...path) => join(ROOT, 'node_modules', ...path);
const REPORTS = join(ROOT, '.onramp', 'test', 'reports');

/**
 * Everything `npm test` does, in order. `check` stages are one yes or no each and may run beside each other;
 * `extra` is what the caller wrote after the stage's name, for its tool.
 */
export const STAGES = {
  types: {
    check: true,
    // Next writes the types of its routes; without them a link to nowhere would pass.
    run: async (extra) =>
      check(
        [bin('next', 'dist', 'bin', 'next'), 'typegen'],
        [bin('typescript', 'bin', 'tsc'), '--noEmit', ...extra],
      ),
  },
  lint: {
    check: true,
    run: (extra) => check([bin('eslint', 'bin', 'eslint.js'), '--max-warnings=0', '.', ...extra]),
  },
  format: {
    check: true,
    run: (extra) => check([bin('prettier', 'bin', 'prettier.cjs'), '--check', '.', ...extra]),
  },
  'dead code': { check: true, run: (extra) => check([bin('knip', 'bin', 'knip.js'), ...extra]) },
  unit: { run: unit },
  build: { run: build },
  e2e: { run: e2e, needs: 'build' },
};

async function check(...commands) {
  let output = '';
  for (const command of commands) {
    const done = await run(command, { quiet: true });
    output += done.output;
    if (done.code !== 0) return { tally: { ...nothing, failed: 1 }, output };
  }
  return { tally: { ...nothing, passed: 1 }, output: '' };
}

async function unit(extra) {
  const report = freshReport('unit.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...extra];
  const { code } = await run([bin('vitest', 'vitest.mjs'), ...args]);
  return { tally: judged(existsSync(report) ? tallyVitest(read(report)) : nothing, code) };
}

async function build() {
  try {
    await ensureBuilt();
    return { tally: { ...nothing, passed: 1 } };
  } catch (error) {
    return { tally: { ...nothing, failed: 1 }, output: `${error.message}\n` };
  }
}

async function e2e(extra) {
  const report = freshReport('e2e.json');
  try {
    const code = await runJourneys(['--reporter=list,json', ...extra], {
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    });
    return { tally: judged(existsSync(report) ? tallyPlaywright(read(report)) : nothing, code) };
  } catch (error) {
    return { tally: { ...nothing, failed: 1 }, output: `${error.message}\n` };
  }
}

function freshReport(name) {
  const path = join(REPORTS, name);
  mkdirSync(dirname(path), { recursive: true });
  rmSync(path, { force: true });
  return path;
}

const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
