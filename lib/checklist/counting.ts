import type { TableSpec } from '../peak/model';
import { fullTableName } from '../peak/model';
import type { Load } from '../workspace/model';
import { sameName } from './known';
import type { Known } from './known';
import type { ItemStatus } from './model';

/** One table that counts, its columns where known, and its loads, newest changed first. */
export interface CountedTable {
  readonly name: string;
  readonly spec: TableSpec | undefined;
  readonly loads: readonly Load[];
}

/**
 * The tables that "10 of 10" speaks of: those the solution requires, when the published model or the schema says so;
 * else those that have a load. One that is not required counts, too, once rows of it were sent: whoever only began a load
 * of it may leave it at that.
 */
export function countedTables(known: Known): readonly CountedTable[] {
  const specs = known.schema?.tables ?? [];
  const names = known.schema === null ? requiredByModel(known) : requiredBySchema(specs, known.published);
  const nothingRequired = names.length === 0;
  for (const load of known.loads) {
    if (names.some((name) => sameName(name, load.table))) continue;
    if (nothingRequired || wasTried(load)) names.push(load.table);
  }
  return names.map((name) => ({
    name,
    spec: specs.find((spec) => sameName(spec.name, name)),
    loads: known.loads.filter((load) => sameName(load.table, name)).sort((a, b) => b.changedAt - a.changedAt),
  }));
}

/** Something of it went to Peak, whatever came of it. */
const wasTried = ({ account }: Load): boolean =>
  account !== null && account.batches.settled + account.batches.inDoubt > 0;

/** Tables that have a load and do not count, because they are not required and nothing of them was sent. */
export function leftAside(known: Known, counted: readonly CountedTable[]): readonly string[] {
  const others = known.loads.map(({ table }) => table.toUpperCase());
  return [...new Set(others)].filter((table) => !counted.some(({ name }) => sameName(name, table)));
}

const requiredBySchema = (specs: readonly TableSpec[], published: Known['published']): string[] =>
  specs.filter((spec) => isRequired(spec, published)).map((spec) => spec.name);

/** While the schema cannot be read (a handover without a token), what counts must not shrink to what was loaded. */
function requiredByModel({ workspace, published = [] }: Known): string[] {
  const solution = workspace?.solution ?? null;
  if (solution === null) return [];
  return published
    .filter((table) => table.requiredBySolution === true)
    .map((table) => fullTableName(solution, table.objectName));
}

function isRequired(spec: TableSpec, published: Known['published']): boolean {
  if (spec.requiredBySolution !== undefined) return spec.requiredBySolution;
  const model = published?.find((table) => sameName(table.objectName, spec.objectName));
  return model?.requiredBySolution === true;
}

/** Every required column of the table has a source in the load's mapping. */
export function coversRequired(load: Load, spec: TableSpec | undefined): boolean {
  if (load.mapping.length === 0) return false;
  // Without the schema the columns screen's own verdict stands: nobody gets past it with a required one missing.
  if (spec === undefined) return load.stage === 'review' || load.stage === 'send';
  return spec.columns
    .filter((column) => column.required)
    .every((column) =>
      load.mapping.some((entry) => sameName(entry.column, column.name) && entry.source.kind !== 'omit'),
    );
}

/** How many required columns of the table the load sends with null in every row. */
export const requiredAsNull = (load: Load, spec: TableSpec | undefined): number =>
  (spec?.columns ?? []).filter(
    (column) =>
      column.required &&
      load.mapping.some((entry) => sameName(entry.column, column.name) && entry.source.kind === 'null'),
  ).length;

/** None, some or all of the tables that count. */
export function share(done: number, of: number): ItemStatus {
  if (of === 0 || done === 0) return 'open';
  return done === of ? 'done' : 'partly';
}
