import type { OperationType } from '@/lib/peak/model';
import { counted } from './format';

/** What a load of this operation type leaves behind, and why taking it back is not the same as never having sent it. */
export const LEFT_BEHIND: Record<OperationType, string> = {
  APPEND:
    'An APPEND added rows and changed none. Removing them by key also removes rows of the same key that were there before or came from elsewhere, so count first: more rows than this load sent means that others are among them.',
  UPSERT:
    'An UPSERT replaced the rows whose key was there, and added the others. Removing its rows does not bring the former values back: those are gone unless the warehouse keeps a history (Snowflake’s Time Travel, a Redshift snapshot).',
};

/** What the script says between its statements. `keyed`: the table has a primary key. */
export function undoNotes({
  table,
  operation,
  file,
  loadId,
  keyed,
}: {
  readonly table: string;
  readonly operation: OperationType;
  readonly file: string;
  readonly loadId: string;
  readonly keyed: boolean;
}) {
  const by = keyed ? 'their primary key' : 'all columns that were sent, since the table has no key';
  return {
    head: [
      `Load ${loadId}: ${operation} of ${file} into ${table}.`,
      `Finds the rows that this load sent by ${by}. Nothing here was run by Peak Onramp.`,
      LEFT_BEHIND[operation],
      'Rows that Peak accepted are written a while later: what is not there yet cannot be removed yet.',
    ],
    look: 'How many rows of the table these are now. Compare it with what the account says was accepted.',
    before:
      'Snowflake only, as far back as the table’s Time Travel reaches (a day, unless set otherwise): these rows as they were before the first one left.',
    remove: 'Removes them. Look at the number of rows it names, then run COMMIT or ROLLBACK.',
  };
}

/** Rows that the script or the sum leaves open. */
export const unsureRows = (rows: number): string =>
  `${counted(rows, 'row')} of batches in doubt, or of batches of which Peak refused some without naming them: nobody knows whether ${rows === 1 ? 'it is' : 'they are'} there.`;
