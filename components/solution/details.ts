import { z } from 'zod';
import type { Solution } from '@/lib/peak/model';
import type { SolutionDetails, Workspace } from '@/lib/workspace/model';

/** Codes of the form's own findings; sentences in components/messages/solution.ts. */
export type SolutionFieldCode = 'missing' | 'name-form' | 'part-form' | 'version-form';

export interface SolutionFields {
  solutionName: string;
  prefix: string;
  suffix: string;
  targetSchemaName: string;
  appName: string;
  appVersion: string;
}

export const EMPTY_DETAILS: SolutionFields = {
  solutionName: '',
  prefix: '',
  suffix: '',
  targetSchemaName: '',
  appName: '',
  appVersion: '',
};

/** What §3.1 shows as the example of a target schema; Peak names the real one. */
export const USUAL_TARGET_SCHEMA = 'STAGE';

const code = (value: SolutionFieldCode) => value;
const name = z
  .string()
  .trim()
  .min(1, code('missing'))
  .regex(/^[\w.-]*$/, code('name-form'));
/** Part of a table's name: what warehouses take without quoting. */
const part = z.string().trim().regex(/^\w*$/, code('part-form'));

export const solutionFields = z.object({
  solutionName: name,
  prefix: part,
  suffix: part,
  targetSchemaName: part.min(1, code('missing')),
  appName: name,
  appVersion: z
    .string()
    .trim()
    .min(1, code('missing'))
    .regex(/^\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$/, code('version-form')),
});

export function pickedDetails(
  listed: Solution,
  app: { appName: string; appVersion: string },
): SolutionDetails {
  return {
    ...listed,
    appName: listed.appName ?? app.appName,
    appVersion: listed.appVersion ?? app.appVersion,
    picked: true,
  };
}

/** The onboarding of the same solution on the same tenant that was begun earlier, if there is one. */
export function begunBefore(
  all: readonly Workspace[],
  here: Workspace,
  solutionName: string,
): Workspace | undefined {
  const ids = [here.connection?.id, ...here.sameTenantAs].filter((id) => id !== undefined);
  return all.find(
    (other) =>
      other.id !== here.id &&
      other.solution?.solutionName === solutionName &&
      [other.connection?.id, ...other.sameTenantAs].some((id) => id !== undefined && ids.includes(id)),
  );
}

/** Facts and loads belong to the solution they were made under; another solution gets an onboarding of its own. */
export function needsOwnWorkspace(here: Workspace, loads: number, solutionName: string): boolean {
  if (here.solution === null || here.solution.solutionName === solutionName) return false;
  return loads > 0 || here.facts.rollout !== undefined;
}

/** The workspace on these details; what was proved about other details is dropped. */
export function withSolution(before: Workspace, solution: SolutionDetails): Workspace {
  const old = before.solution;
  if (old === null || old.solutionName === solution.solutionName) return { ...before, solution };
  const { listed: _l, rollout: _r, schemaRead: _s, modelReviewed: _m, ...facts } = before.facts;
  return { ...before, solution, facts };
}
