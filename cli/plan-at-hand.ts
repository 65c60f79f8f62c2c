import { readFile } from 'node:fs/promises';
import { hasCode } from '@/lib/base/errors';
import type { Rules } from '@/lib/intake/protocol';
import { mappingProblems } from '@/lib/mapping/problems';
import { mappingProblem } from '@/components/messages/mapping';
import { newestProblemWords } from '@/components/messages/newest';
import { newestProblem } from '@/lib/validation/rank';
import type { SolutionSchema, TableSpec } from '@/lib/peak/model';
import { headerChanges, isRowBound, parsePlanFile } from '@/lib/submission/plan-file';
import type { PlanFile, PlanFileRefusal } from '@/lib/submission/plan-file';
import { EXIT, Stop } from './stop';

const REFUSALS: Record<PlanFileRefusal, string> = {
  'plan-not-json': 'is not JSON. Download the plan in the app, or write one with onramp plan.',
  'plan-other-kind':
    'is no plan of Peak Onramp. Download the plan in the app, or write one with onramp plan.',
  'plan-newer': 'was made by a newer version. Update this program.',
  'plan-malformed': 'has a part that is missing or has another form',
};

export async function readPlanFile(path: string): Promise<PlanFile> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    const why = hasCode(cause, 'ENOENT') ? 'is not there' : 'cannot be read';
    throw new Stop(EXIT.usage, 'plan-unreadable', `The plan ${path} ${why}.`, { cause });
  });
  const parsed = parsePlanFile(text);
  if (parsed.ok) return parsed.value;
  const { code, detail } = parsed.error;
  throw new Stop(EXIT.usage, code, `The plan ${path} ${REFUSALS[code]}${detail ? ` (${detail})` : ''}`);
}

/** A plan made under one schema runs under another only when somebody says so. */
export function demandSchema(plan: PlanFile, schema: SolutionSchema, isAccepted: boolean | undefined): void {
  if (isAccepted === true || plan.schemaFingerprint === schema.fingerprint) return;
  const sentence = `The live schema of ${plan.solutionName} changed since the plan was made. Look at what changed in the app; the file is checked by the live schema in any case. Go on with --accept-schema, or make the plan anew.`;
  throw new Stop(EXIT.refused, 'schema-changed', sentence);
}

/** The mapping goes by position: a file with another header would put values into the wrong columns. */
export function demandHeader(plan: PlanFile, header: readonly string[]): void {
  const changes = headerChanges(plan.header, header);
  if (changes.length === 0) return;
  const listed = changes
    .slice(0, 5)
    .map(
      ({ position, plan: was, file }) => `  column ${position + 1}: planned “${was}”, the file has “${file}”`,
    );
  const sentence = `The file has another header than the plan, which goes by position:\n${listed.join('\n')}\nNothing was read or sent. Bring the columns back, or make a plan for this file.`;
  throw new Stop(EXIT.refused, 'header-changed', sentence);
}

/** Edits and skipped rows mean nothing in another file, and leaving them out silently would send other rows. */
export function demandSameFile(plan: PlanFile, fingerprint: string): void {
  const bound = plan.repairs.filter(isRowBound).length;
  if (bound === 0 || plan.madeFor?.fingerprint === fingerprint) return;
  const sentence = `The plan holds ${bound} edits of single rows that were made in ${plan.madeFor?.name ?? 'another file'}; this is another file. Download the plan again without them, or load that file.`;
  throw new Stop(EXIT.refused, 'edits-of-another-file', sentence);
}

/** A load that was begun goes on with the rows it was frozen with; a new one begins only where the newest can be told. */
export function demandNewest(
  { duplicates, newestBy, mapping }: Pick<PlanFile, 'duplicates' | 'newestBy' | 'mapping'>,
  table: TableSpec,
): void {
  const problem = duplicates === 'keep-newest' ? newestProblem(newestBy, table, mapping) : undefined;
  if (problem === undefined) return;
  const candidates = table.columns.filter(
    (column) => newestProblem(column.name, table, mapping) === undefined,
  );
  const sentence = newestProblemWords(
    problem,
    newestBy,
    candidates.map(({ name }) => name),
  );
  throw new Stop(EXIT.refused, problem, `${sentence} Nothing was read or sent.`);
}

export function rulesFor(plan: PlanFile, table: TableSpec): Rules {
  const { mapping, repairs, duplicates, newestBy, operation } = plan;
  const problems = mappingProblems(table, mapping, plan.header);
  if (problems.length > 0) {
    const sentence = `The plan does not fit the live table ${table.name}:\n${problems.map((one) => `  ${mappingProblem(one)}`).join('\n')}`;
    throw new Stop(EXIT.refused, 'mapping', sentence);
  }
  const newest = duplicates === 'keep-newest' && newestBy !== undefined ? { newestBy } : {};
  return { table, mapping, repairs, duplicates, operation, ...newest };
}
