import { err, ok } from '../base/result';
import type { Result } from '../base/result';
import type { Account, TestOutcome } from '../submission/model';
import type { CheckSummary } from '../validation/model';
import { editsIn, holdsCells, type Repair } from '../repair/model';
import { handover } from './model';
import type { Facts, Handover, Load, Workspace } from './model';

/** Ticks that speak of the person, not of the tenant: a colleague reads the guide and makes a token of their own. */
const PERSONAL = ['guide-read', 'platform-access', 'codes-understood'];

/** 20 MB: some thousand loads; anything larger is not a handover. */
export const MAX_HANDOVER_BYTES = 20_000_000;

/**
 * What a colleague needs to go on, without token, cells or keys of the file. Left out: edits of single cells (counted),
 * examples of findings and duplicates, texts of Peak's answers (they may quote a cell).
 */
export function handOver(workspace: Workspace, loads: readonly Load[], now: number): Handover {
  return {
    kind: 'peak-onramp-handover',
    version: 1,
    exportedAt: now,
    workspace: { ...workspace, facts: withoutPerson(workspace.facts) },
    loads: loads.map((load) => withoutRows(load, now)),
    leftOut: { cellEdits: loads.reduce((sum, load) => sum + cellEdits(load), 0) },
  };
}

const cellEdits = (load: Load): number => load.repairs.flatMap(editsIn).length;

function withoutPerson(facts: Facts): Facts {
  const byHand = Object.entries(facts.byHand).filter(([id]) => !PERSONAL.includes(id));
  return { ...facts, byHand: Object.fromEntries(byHand) };
}

/** Places among the repairs that stay: each was taken from the list as it is once all later ones are back in it. */
function undoneWithoutCells({ repairs, undone }: Load): Load['undone'] {
  let list: readonly Repair[] = repairs;
  const kept = undone.toReversed().map((gone) => {
    const at = gone.at ?? list.length;
    const staying = list.slice(0, at).filter((repair) => !holdsCells(repair)).length;
    list = list.toSpliced(at, 0, gone);
    return gone.at === undefined ? gone : { ...gone, at: staying };
  });
  return kept.toReversed().filter((repair) => !holdsCells(repair));
}

function withoutRows(load: Load, now: number): Load {
  return {
    ...load,
    source: load.source === null ? null : { ...load.source, kept: undefined },
    repairs: load.repairs.filter((repair) => !holdsCells(repair)),
    undone: undoneWithoutCells(load),
    setAside: undefined,
    summary: load.summary === null ? null : summaryWithoutCells(load.summary),
    test: load.test === null ? null : testWithoutTexts(load.test),
    account: load.account === null ? null : accountWithoutTexts(load.account),
    rehearsal: undefined,
    controlSum: undefined,
    handedOver: { at: now, cellEdits: cellEdits(load) },
  };
}

const summaryWithoutCells = (summary: CheckSummary): CheckSummary => ({
  ...summary,
  // Offers, choices and proofs quote cells too.
  groups: summary.groups.map(({ code, severity, column, count }) => ({
    code,
    severity,
    column,
    count,
    examples: [],
  })),
  duplicates: { ...summary.duplicates, examples: [] },
});

const testWithoutTexts = ({ raw: _raw, ...test }: TestOutcome): TestOutcome => ({
  ...test,
  rejected: test.rejected.map(({ row, errors }) => ({
    row,
    errors: errors.map((error) => ({ ...error, message: '' })),
  })),
});

const accountWithoutTexts = (account: Account): Account => ({
  ...account,
  errors: account.errors.map((error) => ({ ...error, message: '' })),
});

export const HANDOVER_REFUSALS = [
  'handover-too-large',
  'handover-not-json',
  'handover-other-kind',
  'handover-newer',
  'handover-malformed',
] as const;
export type HandoverRefusal = (typeof HANDOVER_REFUSALS)[number];

/** The text of a file somebody gave us; nothing in it is believed before it has the agreed shape. */
export function parseHandover(
  text: string,
): Result<Handover, { readonly code: HandoverRefusal; readonly detail?: string }> {
  if (text.length > MAX_HANDOVER_BYTES) return err({ code: 'handover-too-large' });
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return err({ code: 'handover-not-json' });
  }
  if (typeof parsed !== 'object' || parsed === null) return err({ code: 'handover-other-kind' });
  if (!('kind' in parsed) || parsed.kind !== 'peak-onramp-handover')
    return err({ code: 'handover-other-kind' });
  if ('version' in parsed && typeof parsed.version === 'number' && parsed.version > 1) {
    return err({ code: 'handover-newer' });
  }
  const shaped = handover.safeParse(parsed);
  if (shaped.success) return ok(shaped.data);
  const [issue] = shaped.error.issues;
  return err({
    code: 'handover-malformed',
    detail: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`,
  });
}

/** The records under new ids, so that nothing that is here is ever overwritten. */
export function receive(
  handed: Handover,
  makeId: () => string,
  now: number,
): { readonly workspace: Workspace; readonly loads: readonly Load[] } {
  const workspaceId = makeId();
  const ids = new Map(handed.loads.map(({ id }) => [id, makeId()]));
  const newId = (id: string): string => ids.get(id) ?? makeId();
  const loads = handed.loads.map((load): Load => {
    const id = newId(load.id);
    return {
      // Whoever made the file, cells do not come in through it.
      ...withoutRows(load, handed.exportedAt),
      id,
      workspaceId,
      plan: load.plan === null ? null : { ...load.plan, loadId: id },
      ...(load.followUp === undefined ? {} : { followUp: { of: newId(load.followUp.of) } }),
      account: load.account === null ? null : { ...accountWithoutTexts(load.account), loadId: id },
      handedOver: load.handedOver ?? { at: handed.exportedAt, cellEdits: cellEdits(load) },
    };
  });
  return { workspace: { ...handed.workspace, id: workspaceId, usedAt: now }, loads };
}
