import { counted, formatCount } from './format';

/** Rows of closed accounts that are not in Peak, though nobody left them out on purpose. */
export interface LeftToRepair {
  readonly rejected: number;
  readonly laterFailed: number;
  /** Held back by our own checks. */
  readonly held: number;
}

export const isRepairLeft = ({ rejected, laterFailed, held }: LeftToRepair): boolean =>
  rejected + laterFailed + held > 0;

/** Over accounts that add up with nothing waiting or in doubt: that, and which rows Peak does not have all the same. */
export function completeTitle({ rejected, laterFailed, held }: LeftToRepair): string {
  const parts = [
    rejected > 0 ? `${formatCount(rejected)} of them rejected` : '',
    laterFailed > 0 ? `${formatCount(laterFailed)} of them failed later` : '',
    held > 0 ? `${formatCount(held)} of them held back` : '',
  ].filter((part) => part !== '');
  return ['Complete: every row is accounted for', ...parts].join(', ');
}

/** `load`: below its account stand its failed rows; `attempt`: they stand with the load that was repaired. */
type RepairPlace = 'load' | 'attempt' | 'loads';

const FAILED: Record<RepairPlace, string> = {
  load: 'repair what is listed under “Failed rows” below, and only that is sent again.',
  attempt: 'the first load still lists what failed, to be repaired and sent once more.',
  loads: 'the account of their load lists them, to be repaired and sent again.',
};

const HELD: Record<RepairPlace, string> = {
  load: 'download what was held back on the Review step, repair it, and load that file as another load of this table, unless you have done so.',
  attempt:
    'what was held back was not sent and counts as failed in the first load, where it can be repaired.',
  loads:
    'download what was held back on the Review step of their load, repair it, and load that file, unless you have done so.',
};

/** What to do with such rows; none where there are none. */
export function repairTodo({ rejected, laterFailed, held }: LeftToRepair, place: RepairPlace): string[] {
  const failed = rejected + laterFailed;
  return [
    ...(failed > 0 ? [`${counted(failed, 'row')} failed: ${FAILED[place]}`] : []),
    ...(held > 0 ? [`${counted(held, 'row')} held back: ${HELD[place]}`] : []),
  ];
}
