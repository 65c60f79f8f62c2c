import { indexRepairs } from '../repair/index-repairs';
import { canonicalJson } from './fingerprint';
import type { Rules } from './protocol';

/** What has to be looked at again when rules change; `all` when the whole file must be read as if for the first time. */
export type Difference =
  | { readonly kind: 'all' }
  | { readonly kind: 'near'; readonly rows: ReadonlySet<number>; readonly columns: readonly string[] };

const ALL: Difference = { kind: 'all' };

/**
 * The rules besides repairs and what is done with duplicates, which needs no reading; but for which row is the newest, of
 * which nothing was written down while nobody asked.
 */
const ground = ({ table, mapping, duplicates, newestBy }: Rules): string =>
  canonicalJson({ table, mapping, newestBy: duplicates === 'keep-newest' ? (newestBy ?? null) : null });

/** Compares two sets of rules by what they do to cells and rows, whatever the ids of their repairs. */
export function differenceOf(before: Rules, after: Rules): Difference {
  if (ground(before) !== ground(after)) return ALL;
  const [old, now] = [indexRepairs(before.repairs), indexRepairs(after.repairs)];
  const names = new Set([...old.rules.keys(), ...now.rules.keys()]);
  const columns = [...names].filter(
    (name) => canonicalJson(old.rules.get(name) ?? []) !== canonicalJson(now.rules.get(name) ?? []),
  );
  const rows = new Set<number>();
  for (const row of old.skipped) if (!now.skipped.has(row)) rows.add(row);
  for (const row of now.skipped) if (!old.skipped.has(row)) rows.add(row);
  for (const [row, edits] of old.edits) if (!sameEdits(edits, now.edits.get(row))) rows.add(row);
  for (const row of now.edits.keys()) if (!old.edits.has(row)) rows.add(row);
  for (const row of new Set([...old.quoted.keys(), ...now.quoted.keys()]))
    if (!sameKeys(old.quoted.get(row), now.quoted.get(row))) rows.add(row);
  return { kind: 'near', rows, columns };
}

/** In the same order, too: of an edit by column and one by place the later counts. */
function sameEdits(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string> | undefined): boolean {
  if (b?.size !== a.size) return false;
  const other = [...b];
  return [...a].every(([key, text], at) => other[at]?.[0] === key && other[at]?.[1] === text);
}

const NONE: ReadonlySet<string> = new Set();

const sameKeys = (a = NONE, b = NONE): boolean => a.size === b.size && [...a].every((key) => b.has(key));
