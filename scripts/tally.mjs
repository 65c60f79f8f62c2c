/**
 * How many tests of one stage passed, failed and were skipped, from what its tool wrote down. Whatever a tool
 * could not even begin counts as failed: a report without the failure would read as success.
 */
export const nothing = { passed: 0, failed: 0, skipped: 0 };

export const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

/** Vitest's json reporter. A file that failed before its first test is one failure. */
export function tallyVitest(report) {
  const unborn = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unborn.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Playwright's json reporter. A test that passed only on another try did not pass. */
export function tallyPlaywright(report) {
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped };
}

/** The tally of a stage with the exit code of its tool, which outranks its report. */
export function judged(tally, code) {
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

export const lastLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;
