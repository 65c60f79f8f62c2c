import { expect, test } from 'vitest';
import { planFrom } from './run-tests.mjs';
import { add, judged, lastLine, nothing, tallyPlaywright, tallyVitest } from './tally.mjs';

test('a unit file that failed before its first test is one failure', () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults: [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ],
  };
  expect(tallyVitest(report)).toEqual({ passed: 3, failed: 2, skipped: 2 });
});

test('a journey that passed on another try did not pass, and an error around the journeys counts', () => {
  const report = {
    stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 },
    errors: [{ message: 'no server' }],
  };
  expect(tallyPlaywright(report)).toEqual({ passed: 4, failed: 3, skipped: 2 });
});

test('a tool that failed without saying what still failed', () => {
  expect(judged({ ...nothing, passed: 5 }, 1)).toEqual({ passed: 5, failed: 1, skipped: 0 });
  expect(judged({ ...nothing, failed: 2 }, 1)).toEqual({ ...nothing, failed: 2 });
  expect(judged({ ...nothing, passed: 5 }, 0)).toEqual({ ...nothing, passed: 5 });
});

test('the last line adds everything up', () => {
  expect(lastLine(add({ passed: 1, failed: 2, skipped: 3 }, { passed: 10, failed: 20, skipped: 30 }))).toBe(
    '11 passed, 22 failed, 33 skipped',
  );
});

test.each([
  [[], ['types', 'lint', 'format', 'dead code', 'unit', 'build', 'e2e'], []],
  [['--check'], ['types', 'lint', 'format', 'dead code', 'unit'], []],
  [['--only', 'types, lint'], ['types', 'lint'], []],
  [['--only', 'unit', '--', 'lib/files'], ['unit'], ['lib/files']],
  [['--only', 'e2e', '--'], ['e2e'], []],
])('%j means %j with %j', (args, names, extra) => {
  expect(planFrom(args)).toEqual({ names, extra });
});

test.each([[['--fast']], [['--only']], [['--only', 'unti']], [['--only', 'unit,lint', '--', 'lib']]])(
  '%j is answered by how to ask',
  (args) => {
    expect(planFrom(args)).toContain('Usage: npm test');
  },
);
