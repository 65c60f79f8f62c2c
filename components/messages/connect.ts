import type { ConnectFieldCode } from '@/components/connect/connect-fields';
import type { TokenLook, TokenNote } from '@/components/connect/token';
import type { Connection } from '@/lib/gateway/contract';
import { counted, formatDuration } from './format';

export const TOKEN_NOTE: Record<TokenNote, string> = {
  'line-ends': 'line ends',
  spaces: 'blanks around it',
  quotes: 'quotation marks',
  'header-word': 'the word “Authorization:”',
  'scheme-word': 'the word “Bearer”, which Peak does not take',
};

/** "Taken off: line ends, blanks around it." */
export const takenOff = (notes: readonly TokenNote[]): string =>
  `Taken off while pasting: ${notes.map((note) => TOKEN_NOTE[note]).join(', ')}.`;

export const TOKEN_LOOK: Record<TokenLook, { readonly title: string; readonly text: string }> = {
  'oauth-answer': {
    title: 'This is the whole answer of an OAuth token endpoint',
    text: 'It belongs to the older v1 interface. A personal access token is needed here.',
  },
  'oauth-token': {
    title: 'This looks like an OAuth token of the older v1 interface',
    text: 'Such a token lives 24 hours and is not made for this interface. If you are sure it is a personal access token, check it anyway.',
  },
  'tenant-key': {
    title: 'This looks like a tenant API key of the older v1 interface',
    text: 'If you are sure it is a personal access token, check it anyway.',
  },
};

export const CONNECT_FIELD: Record<ConnectFieldCode, string> = {
  'name-missing': 'Give the connection a name, so that you recognise it later.',
  'name-long': 'Use 60 characters or fewer.',
  'cluster-missing': 'Enter the cluster identifier of your region.',
  'cluster-malformed': 'Only the identifier itself: small letters, digits and hyphens, e.g. peaksydney.',
  'token-missing': 'Paste a personal access token.',
  'token-long': 'This is longer than any token. Paste the token alone.',
};

/** https://ingestion.peak.ai → ingestion.peak.ai */
export const hostName = (origin: string): string => origin.replace(/^https?:\/\//, '');

/** Where something happens, in words: the address of a sandbox tells nobody anything. */
export const placeOf = ({ host, hostKind }: Pick<Connection, 'host' | 'hostKind'>): string =>
  hostKind === 'sandbox' ? 'the sandbox' : hostName(host);

/** "Answered in 84 ms, 3 solutions readable on ingestion.peak.ai." */
export function proofSentence(proof: { ms: number; solutions: number; host: string }): string {
  const time = proof.ms < 1000 ? `${Math.max(1, Math.round(proof.ms))} ms` : formatDuration(proof.ms);
  const read =
    proof.solutions === 0 ? 'no solution rolled out yet' : `${counted(proof.solutions, 'solution')} readable`;
  return `Answered in ${time}, ${read} on ${hostName(proof.host)}.`;
}
