import type { Later, Sent } from './join-attempts';

/** Something that happened to rows of a load after their first answer. */
export type Step = { readonly at: number } & ({ readonly attempt: Sent } | { readonly late: Later });

/** Rows of the load that an attempt took up and that Peak did not refuse again. */
function keptBy({ plan, entries }: Sent): ReadonlySet<number> {
  const refused = new Set(entries.flatMap(({ rejected }) => rejected.map(({ row }) => row)));
  return new Set(plan.followUp?.rows.flatMap(([row, source]) => (refused.has(row) ? [] : [source])));
}

/**
 * Attempts in an order that can have been: what one did not leave refused, the next cannot have taken up. Versions that
 * dated attempts by the clock alone put them the wrong way round when it was set back. Where rows failed later in between,
 * only that can have opened them again, so attempts stay on their side of it.
 */
export function inPossibleOrder(steps: readonly Step[]): Step[] {
  const ordered: Step[] = [];
  let run: { readonly step: Step; readonly kept: ReadonlySet<number>; readonly rows: readonly number[] }[] =
    [];
  const flush = (): void => {
    while (run.length > 0) {
      const next =
        run.find(
          (each) => !run.some((other) => other !== each && other.rows.some((row) => each.kept.has(row))),
        ) ?? run[0];
      if (next) ordered.push(next.step);
      run = run.filter((each) => each !== next);
    }
  };
  for (const step of steps) {
    if ('late' in step) {
      flush();
      ordered.push(step);
    } else {
      const rows = step.attempt.plan.followUp?.rows.map(([, source]) => source) ?? [];
      run.push({ step, kept: keptBy(step.attempt), rows });
    }
  }
  flush();
  return ordered;
}
