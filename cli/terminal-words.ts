import { FILE_REFUSAL_ADVICE } from '@/components/messages/file-refusals';
import { gatewaySentence, proxySentence } from '@/components/messages/gateway';
import type { FileRefusal } from '@/lib/files/model';

type GatewayCode = Parameters<typeof gatewaySentence>[0];
type Details = NonNullable<Parameters<typeof gatewaySentence>[1]>;

/** What the screens say of pages, steps and pasting, as it is at a terminal. */
const OF_FILES: Partial<Record<FileRefusal, string>> = {
  'file-unreadable':
    'This file could not be read. It may be on a drive that went away, or not permitted. Look at its path and its rights.',
  'file-is-document':
    'This is a text document or a presentation, not a table. Copy the table out of it into a spreadsheet and save that, or ask for the data as CSV.',
  'file-gone': 'The file is not there any more. Bring it back and run the same command.',
  'file-changed':
    'This is not the same file: its content differs from the one this load was begun with. Nothing was sent by this call. Bring the first one back, or begin another load.',
  'no-room-to-unpack':
    'There is no room to unpack the file. Free disk space in the folder for temporary files, or unpack it and give what is inside.',
  'sheet-gone':
    'A sheet that the plan names is not in this workbook: it was made for another one, or the sheet was renamed. Make the plan again with --sheet.',
  'sheets-differ':
    'The sheets have different columns; put one under the other they would mix columns up. Join them with --by-heading, or load each for itself.',
};

const NEW_TOKEN =
  'Make a personal access token in the Peak console (avatar, “Access Tokens”) and set PEAK_AUTH_TOKEN to it.';
const OF_GATEWAY: Partial<Record<GatewayCode, string>> = {
  'token-malformed': `PEAK_AUTH_TOKEN cannot be a token: it holds spaces, or characters that no token has. ${NEW_TOKEN}`,
  'token-bearer-prefix':
    'PEAK_AUTH_TOKEN starts with a word such as “Bearer” or “Authorization”. Peak wants the bare token: take that word away.',
  'token-wrong-kind': `PEAK_AUTH_TOKEN looks like a key of the older interface (an API key or an OAuth token); those do not work here. ${NEW_TOKEN}`,
  'token-refused': `Peak does not accept PEAK_AUTH_TOKEN: it is mistyped, expired, revoked, or belongs to another host. ${NEW_TOKEN}`,
  'host-not-allowed':
    'This host may not be called: a token is only sent to Peak’s own hosts and to those that ONRAMP_ALLOWED_HOSTS lists.',
  'peak-shape':
    'Peak’s answer could not be understood; it does not publish all of its answers. Check that the host is right: a company’s proxy may have answered in its place.',
  'peak-unreachable':
    'Peak cannot be reached, or the connection broke. Check the host and the network, then run the same command again.',
};

/** A refused file, in one paragraph. */
export function fileSentence(code: FileRefusal): string {
  const { what, why, todo } = FILE_REFUSAL_ADVICE[code];
  return OF_FILES[code] ?? `${what}. ${why} ${todo}`;
}

/** What Peak, a host or a token was refused for, in one paragraph; Peak's own words with it. */
export function peakSentence(code: GatewayCode, details: Details = {}): string {
  const { what, why, todo } = gatewaySentence(code, details);
  const ofProxy = code === 'peak-unreachable' ? proxySentence(details['cause']) : undefined;
  if (ofProxy !== undefined) return `${ofProxy} Look after that, then run the same command again.`;
  const own = OF_GATEWAY[code];
  if (own === undefined) return [`${what}.`, why, todo].filter(Boolean).join(' ');
  const { peakMessage, cause } = details;
  const said = typeof peakMessage === 'string' && peakMessage !== '' ? ` It said: “${peakMessage}”.` : '';
  return `${own}${typeof cause === 'string' ? ` (${cause})` : ''}${said}`;
}
