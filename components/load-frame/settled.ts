import { newId } from '@/lib/base/ids';
import type { FindingGroup } from '@/lib/validation/model';
import type { Load } from '@/lib/workspace/model';
import { withoutRepair, withRepairs, type LoadChange } from './load-change';

/** Answers to a kind of finding that mend nothing: its rows stay out, or it is right as it is. */

type Told = Pick<FindingGroup, 'code' | 'column'>;

const isOf =
  ({ code, column }: Told) =>
  (other: { readonly code: string; readonly column: string | null }) =>
    other.code === code && other.column === column;

/** Leaves out every row that has this finding. */
export const withFoundLeftOut = ({ code, column, count }: FindingGroup): LoadChange =>
  withRepairs([{ id: newId(), kind: 'skip-found', code, column, touched: count }]);

/** Takes the rows of a finding in again, however often they were left out. */
export const withFoundTakenIn =
  (group: Told): LoadChange =>
  (load) =>
    load.repairs
      .flatMap((one) => (one.kind === 'skip-found' && isOf(group)(one) ? one.id : []))
      .reduce((before, id) => withoutRepair(id)(before), load);

export const isAccepted = ({ accepted = [] }: Load, group: FindingGroup): boolean =>
  accepted.some((one) => isOf(group)(one) && group.count <= one.count);

/** The user found these warnings right; nothing of what is sent changes. */
export const withAccepted =
  ({ code, column, count }: FindingGroup): LoadChange =>
  (load) => ({
    ...load,
    accepted: [...(withoutAccepted({ code, column })(load).accepted ?? []), { code, column, count }],
  });

export const withoutAccepted =
  (group: Told): LoadChange =>
  (load) => ({ ...load, accepted: load.accepted?.filter((one) => !isOf(group)(one)) });
