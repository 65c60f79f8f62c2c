import type { Verdict } from './classify';
import type { BatchEntry } from './model';
import type { TransportAnswer } from './ports';

/** Characters of a clear answer that are kept with a batch; of an unclear one, all that the transport kept. */
const RAW_CHARS = 4_000;

/** Single rows are listed in the entry, so the raw answer is kept where it may say more than they do. */
function rawOf(answer: TransportAnswer, verdict: Verdict): string | undefined {
  if (answer.kind !== 'answered') return undefined;
  if (verdict.kind === 'settled' && verdict.state === 'accepted') return undefined;
  return verdict.kind === 'doubt' ? answer.raw : answer.raw.slice(0, RAW_CHARS);
}

/**
 * What the journal is told about an announced batch once its answer came, or surely will not come. An attempt that was
 * surely not stored says nothing of an earlier one whose answer was lost: its batch stays in doubt, for its old reason.
 */
export function outcomeOf(
  intent: BatchEntry,
  answer: TransportAnswer,
  verdict: Verdict,
  at: number,
): BatchEntry {
  const raw = rawOf(answer, verdict);
  const known = {
    ...intent,
    ...(answer.kind === 'answered' ? { peakStatus: answer.peakStatus } : {}),
    ...(raw === undefined ? {} : { raw }),
  };
  switch (verdict.kind) {
    case 'settled': {
      const { reason: _before, ...settled } = known;
      return {
        ...settled,
        state: verdict.state,
        accepted: verdict.accepted,
        rejected: [...verdict.rejected],
        unnamed: verdict.unnamed,
        settledAt: at,
        settledBy: intent.settledBy ?? 'answer',
        ...(verdict.state === 'accepted' && answer.kind === 'answered'
          ? { wordless: answer.wordless === true }
          : {}),
        ...(verdict.state === 'rejected' ? { reason: 'refused' as const } : {}),
      };
    }
    case 'doubt':
      return { ...known, state: 'in-doubt', reason: verdict.reason };
    case 'again':
    case 'stop':
    case 'split':
      return intent.openSince === undefined
        ? { ...known, state: 'planned', reason: 'not-stored' }
        : { ...known, state: 'in-doubt', reason: intent.reason ?? 'unreachable' };
  }
}
