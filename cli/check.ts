import { writeFile } from 'node:fs/promises';
import { exportRows } from '@/lib/intake/export-rows';
import { openAtHand } from './at-hand';
import { tellFindings } from './findings';
import { needed, onlyPlan } from './options';
import type { Options } from './options';
import { environment, peakAt } from './peak';
import {
  demandHeader,
  demandNewest,
  demandSameFile,
  demandSchema,
  readPlanFile,
  rulesFor,
} from './plan-at-hand';
import type { Say } from './say';
import { unpacking } from './text-file';
import { EXIT } from './stop';
import type { Exit } from './stop';

/** `onramp check`: what a load would find, without sending anything. */
export async function check(options: Options, positionals: readonly string[], say: Say): Promise<Exit> {
  const plan = await readPlanFile(onlyPlan('check', positionals));
  const path = needed('check', options, 'file');
  const peak = peakAt(plan.host, environment(process.env), process.env);
  const hand = await openAtHand(path, plan.dialect, unpacking(say));
  try {
    demandHeader(plan, hand.head.header);
    const { schema, table } = await peak.table(plan.solutionName, plan.table);
    demandSchema(plan, schema, options['accept-schema']);
    const rules = rulesFor(plan, table);
    demandNewest(plan, table);
    const total = hand.size;
    demandSameFile(
      plan,
      await hand.fingerprint((done) =>
        say.progress({ event: 'reading', label: 'Reading', done, total, unit: 'bytes' }),
      ),
    );
    const file = await hand.check(rules, (done, total) =>
      say.progress({ event: 'checking', label: 'Checking', done, total, unit: 'bytes' }),
    );
    tellFindings(say, file, rules);
    for (const [what, out] of [
      ['findings', options.findings],
      ['held-rows', options.held],
    ] as const) {
      if (out === undefined) continue;
      const csv = await exportRows(file, what, new AbortController().signal);
      await writeFile(out, csv.stream());
      say.event('written', { what, file: out });
      say.line(`Written: ${out}`);
    }
    return file.summary.held > 0 ? EXIT.rowsLeftOut : EXIT.complete;
  } finally {
    await hand.close();
  }
}
