import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';

/** Passes on what the campaign says, and nothing else but its own trouble. */
export default class Quiet implements Reporter {
  onStdOut(chunk: string | Buffer): void {
    process.stdout.write(chunk);
  }

  onStdErr(chunk: string | Buffer): void {
    process.stderr.write(chunk);
  }

  onTestEnd(_test: TestCase, { errors }: TestResult): void {
    for (const { message } of errors) console.error(message ?? 'unknown trouble');
  }
}
