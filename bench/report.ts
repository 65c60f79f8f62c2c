import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { FIGURE, figure, type Figure } from './figure';

const holds = ({ value, bar = Infinity, atLeast = -Infinity }: Figure) => value <= bar && value >= atLeast;
const round = (value: number) => Number(value.toPrecision(4));

/** A table for people, or one JSON line per figure for programs (`npm run bench -- --json`). */
export default class Report implements Reporter {
  readonly #figures: Figure[] = [];
  readonly #failures: string[] = [];

  onTestEnd(test: TestCase, { errors }: TestResult): void {
    for (const { type, description } of test.annotations) {
      if (type === FIGURE) this.#figures.push(figure.parse(JSON.parse(description ?? '')));
    }
    for (const { message } of errors) this.#failures.push(`${test.title}: ${message ?? ''}`);
  }

  onError({ message }: { readonly message?: string }): void {
    this.#failures.push(message ?? 'unknown trouble');
  }

  async onEnd(): Promise<{ status: FullResult['status'] }> {
    for (const failure of this.#failures) console.error(failure);
    const rows = this.#figures.map((one) => ({
      name: one.name,
      value: round(one.value),
      unit: one.unit,
      ...(one.bar !== undefined && { bar: one.bar, holds: holds(one) }),
      ...(one.atLeast !== undefined && { atLeast: one.atLeast, holds: holds(one) }),
    }));
    if (process.env.ONRAMP_BENCH_JSON) for (const row of rows) console.log(JSON.stringify(row));
    else console.table(rows);
    return { status: this.#failures.length > 0 || !this.#figures.every(holds) ? 'failed' : 'passed' };
  }
}
