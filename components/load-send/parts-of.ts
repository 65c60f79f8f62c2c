import { rulesOf } from '@/components/load-frame/load-change';
import type { Rules } from '@/lib/intake/protocol';
import type { TableSpec } from '@/lib/peak/model';
import type { Load } from '@/lib/workspace/model';

/** A load and its attempts with the rules under which their rows were planned, so that they can be made again. */
export const partsOf = (
  load: Load,
  attempts: readonly Load[],
  table: TableSpec,
): { loadId: string; rules: Rules }[] =>
  [load, ...attempts.filter(({ plan }) => plan !== null)].map((part) => ({
    loadId: part.id,
    rules: rulesOf(part, part.plan?.frozenFor ?? table),
  }));
