import { echoFinder } from '../peak/find-echo';
import type { BatchAnswer } from './contract';

/**
 * Rows that an answer only echoes, with their place in the request: the ledger keeps places and no echo. An echo that fits
 * no entry, or several, gets none. The key is not known here, so all columns of the echo have to fit.
 */
export function placeEchoes(answer: BatchAnswer, rows: Uint8Array): BatchAnswer {
  if (answer.kind !== 'answered') return answer;
  if (answer.failed.every(({ index, echo }) => index !== undefined || echo === undefined)) return answer;
  const find = echoFinder(rows, []);
  const failed = answer.failed.map((entry) => {
    const index = entry.index ?? (entry.echo && find(entry.echo));
    return index === undefined ? entry : { ...entry, index };
  });
  return { ...answer, failed };
}
