import type { EvidenceCode, ItemId } from '@/lib/checklist/model';
import { counted } from './format';

export interface ActionWords {
  /** What to do. */
  readonly title: string;
  readonly why: string;
  readonly button: string;
}

const FILL_SOLUTION: ActionWords = {
  title: 'Name the solution',
  why: 'Its name, prefix, suffix and schema decide where every row will go. Pick it from the tenant’s list, or type the details from your support ticket.',
  button: 'Choose the solution',
};
const LOAD: ActionWords = {
  title: 'Load the tables',
  why: 'Drop a file, match its columns, see every problem before anything is sent.',
  button: 'Go to the tables',
};
const REVIEW: ActionWords = {
  title: 'Look at the data model',
  why: 'Which columns are required, which types they have and what the key is: knowing it now saves a round of refused rows.',
  button: 'Open the data model',
};
const ROLL_OUT: ActionWords = {
  title: 'Roll the tables out',
  why: 'Peak makes one table per part of the data model, and one for the rows that failed beside each.',
  button: 'Plan the rollout',
};
const MONITOR: ActionWords = {
  title: 'Check the outcome',
  why: 'Accepted means queued, not written. The account says what became of every row; the dashboard in Peak says what was written.',
  button: 'See the account',
};
const TICK: ActionWords = {
  title: 'Tick what only you can know',
  why: 'Everything the app can prove is proved. The boxes that are left need your word.',
  button: 'Show the open boxes',
};
const OPTIONAL: ActionWords = {
  title: 'Extras',
  why: 'Columns of your own, and scheduled ingestion.',
  button: 'See what is possible',
};

/** What the big button at the top of the home page says when this item is next. */
export const ITEM_ACTION: Record<ItemId, ActionWords> = {
  'guide-read': TICK,
  'platform-access': TICK,
  'token-generated': {
    title: 'Connect to your tenant',
    why: 'Paste a personal access token. One call to Peak proves that it works; it is kept on the server, never in this page.',
    button: 'Connect',
  },
  'solution-name': FILL_SOLUTION,
  prefix: FILL_SOLUTION,
  suffix: FILL_SOLUTION,
  'target-schema': FILL_SOLUTION,
  'app-and-version': {
    title: 'Say which standard schema it uses',
    why: 'App name and version name the data model that Peak rolls out.',
    button: 'Complete the details',
  },
  'api-base-url': {
    title: 'Choose the region',
    why: 'A tenant on a regional cluster must use that cluster’s address from its very first call.',
    button: 'Connect',
  },
  'schema-saved': {
    title: 'Save the standard schema',
    why: 'Peak needs the data model under its app name and version before it can roll tables out.',
    button: 'Go to the rollout',
  },
  'rollout-sent': ROLL_OUT,
  'rollout-complete': {
    title: 'Finish the rollout',
    why: 'Some tables are not there yet. Only those are asked for again.',
    button: 'See which ones',
  },
  'solution-listed': ROLL_OUT,
  'model-reviewed': REVIEW,
  'types-reviewed': REVIEW,
  'keys-identified': REVIEW,
  'required-present': LOAD,
  'batches-cut': LOAD,
  'operation-chosen': LOAD,
  'url-built': LOAD,
  'test-verified': {
    title: 'Rehearse with a small sample',
    why: 'A dry run asks Peak to check some rows without storing them.',
    button: 'Go to the tables',
  },
  'codes-understood': TICK,
  'dataset-ingested': {
    title: 'Load the tables that are left',
    why: 'Each table is done when its account adds up and nothing is waiting or in doubt.',
    button: 'Go to the tables',
  },
  'outcomes-confirmed': MONITOR,
  'failed-reviewed': {
    title: 'Review the failed rows',
    why: 'Rows that Peak refused are listed with its code and message, to repair and send again.',
    button: 'See failed rows',
  },
  'custom-attributes': OPTIONAL,
  'scheduled-ingestion': OPTIONAL,
};

/** The same for proofs that no longer hold. */
export const RENEWAL: Partial<Record<EvidenceCode, ActionWords>> = {
  'session-gone': {
    title: 'Paste the token again',
    why: 'The session with this tenant has ended. Nothing is lost: files, repairs and plans are still here.',
    button: 'Reconnect',
  },
  'token-too-old': {
    title: 'Check the token again',
    why: 'It was last proved more than twelve hours ago.',
    button: 'Check again',
  },
  'model-changed-since': {
    title: 'Look at the data model again',
    why: 'The tenant’s schema has changed since you looked. Checks follow the new one; plans made under the old one must be made again.',
    button: 'See what it is now',
  },
  'dry-run-rejected': {
    title: 'The rehearsal was refused',
    why: 'Peak refused rows of the sample. Look at its messages before sending more.',
    button: 'See the answer',
  },
  'tables-in-doubt': {
    title: 'Decide about rows in doubt',
    why: 'No answer says what became of these rows, so Peak may or may not have them. They are never sent again by themselves.',
    button: 'Decide',
  },
};

/** Tables of other loads that stand still; three are named. */
function othersToo(tables: readonly string[]): string {
  const named = [...new Set(tables)];
  const rest = named.length - 3;
  const names = rest > 0 ? `${named.slice(0, 3).join(', ')} and ${rest} more` : named.join(', ');
  return `After it, ${counted(tables.length, 'other load')} ${tables.length === 1 ? 'stands' : 'stand'} still, too: ${names}.`;
}

/** A load that stands still comes before whatever else is open: rows wait to be sent, or for a word about them. */
export function goOnWith(
  table: string,
  { waiting, inDoubt }: { readonly waiting: number; readonly inDoubt: number },
  others: readonly string[] = [],
): ActionWords {
  const more = others.length === 0 ? '' : ` ${othersToo(others)}`;
  const doubt = `Whether Peak has ${counted(inDoubt, 'row')} of it is not known, for no answer says so`;
  if (waiting === 0)
    return {
      title: `Decide about rows of ${table}`,
      why: `${doubt}. What becomes of them is yours to say.${more}`,
      button: 'Decide',
    };
  return {
    title: `Go on with ${table}`,
    why: `Its load stopped in the middle, with ${counted(waiting, 'row')} still to be sent. Every batch is written down, so it goes on at the exact one, and the file is still here.${inDoubt === 0 ? '' : ` ${doubt}.`}${more}`,
    button: 'Go on with the load',
  };
}
