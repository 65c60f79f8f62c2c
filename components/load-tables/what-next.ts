import { isOver, loadState } from '@/components/load-frame/load-state';
import type { TableSpec } from '@/lib/peak/model';
import type { Load } from '@/lib/workspace/model';

/** The one thing to do among the tables: go on with a load, or start one of a table. */
export interface WhatNext {
  readonly table: string;
  readonly load?: Load;
}

/** Rows that wait or are in doubt come before a load of which nothing was sent. */
const isStanding = (load: Load): boolean => ['in-doubt', 'waiting', 'unbalanced'].includes(loadState(load));

/**
 * A load that was begun comes before a new one, the one changed last first; else the first table in the order that the
 * solution needs and that has no finished load. Null when there is none.
 */
export function whatNext(order: readonly TableSpec[], loads: readonly Load[]): WhatNext | null {
  const known = loads.filter((load) => order.some(({ name }) => name === load.table));
  const [open] = known
    .filter((load) => !isOver(load))
    .sort((a, b) => Number(isStanding(b)) - Number(isStanding(a)) || b.changedAt - a.changedAt);
  if (open !== undefined) return { table: open.table, load: open };
  const over = new Set(known.map(({ table }) => table));
  const next = order.find(({ name, requiredBySolution }) => !over.has(name) && requiredBySolution !== false);
  return next === undefined ? null : { table: next.name };
}
