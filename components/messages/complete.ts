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
  load: 'Repair them under “Failed rows” below and send only those again.',
  attempt: 'Go to the first load: there they can be repaired and sent once more.',
  loads: 'Open the account of their load below, repair them and send only those again.',
};

const HELD: Record<RepairPlace, string> = {
  load: 'Download them on the Review step, repair them, and load that file as another load of this table.',
  attempt: 'They were not sent; they still count as failed in the first load, where they can be repaired.',
  loads: 'Download them on the Review step of their load, repair them, and load that file.',
};

/** What to do with such rows; none where there are none. */
export function repairTodo({ rejected, laterFailed, held }: LeftToRepair, place: RepairPlace): string[] {
  const failed = rejected + laterFailed;
  return [
    ...(failed > 0 ? [`${counted(failed, 'row')} failed. ${FAILED[place]}`] : []),
    ...(held > 0 ? [`${counted(held, 'row')} held back. ${HELD[place]}`] : []),
  ];
}
