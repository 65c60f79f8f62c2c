import type { Account } from '@/lib/submission/model';
import { counted, formatCount } from './format';

/** Rows of closed accounts that are not in Peak, though nobody left them out on purpose. */
export interface LeftToRepair {
  readonly rejected: number;
  readonly laterFailed: number;
  /** Held back by our own checks. */
  readonly held: number;
  /** Of those, loaded in another load by the user's word. */
  readonly elsewhere?: number;
}

export const isRepairLeft = ({ rejected, laterFailed, held, elsewhere = 0 }: LeftToRepair): boolean =>
  rejected + laterFailed + held - elsewhere > 0;

/** Over accounts that add up with nothing waiting or in doubt: that, and which rows Peak does not have all the same. */
export function completeTitle({ rejected, laterFailed, held, elsewhere = 0 }: LeftToRepair): string {
  const parts = [
    rejected > 0 ? `${formatCount(rejected)} of them rejected` : '',
    laterFailed > 0 ? `${formatCount(laterFailed)} of them failed later` : '',
    held > elsewhere ? `${formatCount(held - elsewhere)} of them held back` : '',
    elsewhere > 0 ? `${formatCount(elsewhere)} of them loaded elsewhere, by your word` : '',
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
  load: 'download what was held back on the Review step, repair it, and load that file as another load of this table. Once that is done, say so here.',
  attempt:
    'what was held back was not sent and counts as failed in the first load, where it can be repaired.',
  loads:
    'download what was held back on the Review step of their load, repair it, and load that file. Once that is done, say so in the account of the load it was held back from.',
};

/** What to do with such rows; none where there are none. */
export function repairTodo(left: LeftToRepair, place: RepairPlace): string[] {
  const failed = left.rejected + left.laterFailed;
  const held = left.held - (left.elsewhere ?? 0);
  return [
    ...(failed > 0 ? [`${counted(failed, 'row')} failed: ${FAILED[place]}`] : []),
    ...(held > 0 ? [`${counted(held, 'row')} held back: ${HELD[place]}`] : []),
  ];
}

/** Which other loads of the table look like the rows held back, come back repaired. */
export const broughtBy = (
  loads: readonly { readonly source: { readonly name: string } | null; readonly account: Account | null }[],
): string =>
  loads.length === 0
    ? ''
    : `Loaded into this table since: ${loads
        .map(
          ({ source, account }) =>
            `${source?.name ?? ''}, ${counted(account?.accepted ?? 0, 'row')} accepted`,
        )
        .join('; ')}.`;
