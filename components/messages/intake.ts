import { FILE_REFUSALS } from '@/lib/files/model';
import type { INTAKE_CODES, IntakeTrouble } from '@/lib/intake/protocol';
import type { Advice } from './advice';
import { FILE_REFUSAL_ADVICE } from './file-refusals';

type IntakeCode = (typeof INTAKE_CODES)[number];

const TROUBLE: Record<IntakeCode, Advice> = {
  'load-not-open': {
    what: 'The file of this load is not open',
    why: 'The page was reloaded or the browser put the tab to sleep.',
    todo: 'Reload the page; if that does not help, choose the file again on the File step.',
  },
  'not-checked': {
    what: 'The file has not been checked under these rules yet',
    why: 'Something changed since the last check.',
    todo: 'Open Review; the check starts by itself.',
  },
  'encoding-undecided': {
    what: 'Nobody has said yet which letters the bytes of this file stand for',
    why: 'They can be read in several ways and none stands out; a wrong one would spell names wrong without a word.',
    todo: 'Go to the File step and choose the encoding under which the names are spelled right.',
  },
  cancelled: {
    what: 'Stopped, because something newer was asked for',
    why: 'Only the latest check counts.',
    todo: 'Nothing: the newer one is under way.',
  },
  'plan-exists': {
    what: 'The plan of this load is frozen and rows were sent',
    why: 'What was sent must stay provable, so file, columns and repairs cannot change any more.',
    todo: 'Go on sending, or start a new load of this table for other rows.',
  },
  'no-plan': {
    what: 'There is no plan yet',
    why: 'Rows are only sent from a frozen plan.',
    todo: 'Make the plan first.',
  },
  'nothing-to-send': {
    what: 'No row is ready to be sent',
    why: 'Every row is held back, skipped or superseded.',
    todo: 'Go back to Review and repair the largest group of findings.',
  },
  'no-row-numbers': {
    what: 'This file does not say which rows it repairs',
    why: 'Each failed row is known by the number in the column source_row, and the file has no such column.',
    todo: 'Download the failed rows again and repair them there, leaving source_row as it is.',
  },
  'rows-not-failed': {
    what: 'Some of these rows are not failed rows of the first load (any more)',
    why: 'Only a row that failed may be sent again; any other would be in the warehouse twice. It may be that another attempt has taken them meanwhile.',
    todo: 'Skip the rows named below in Review, or begin this attempt anew with the failed rows there are now.',
  },
  'not-failed-rows': {
    what: 'This file does not look like an export of the table’s failed rows',
    why: 'Rows are known by a column with the failed row as JSON (such as ROW_DATA), or by the table’s own key columns. The headings of this file offer neither.',
    todo: 'Export the table whose name ends in _failed_rows with all of its columns and its headings. Failed rows that were downloaded here and repaired go into “Drop the repaired rows”.',
  },
  'more-than-accepted': {
    what: 'More rows than Peak accepted',
    why: 'Only a row that was accepted can fail later; the others are counted where they are.',
    todo: 'Look at the time span and the table of the number: it may hold rows of other loads, or rows that were rejected at once.',
  },
  'late-sent-again': {
    what: 'This cannot be taken back any more',
    why: 'Some of these rows were repaired and planned to be sent again; without this they would be rows that were sent twice.',
    todo: 'Discard the attempt first, if none of it was sent.',
  },
  'locked-by-other-tab': {
    what: 'Another tab is sending this load',
    why: 'Two senders of one load could send a batch twice.',
    todo: 'Go on in that tab, or close it and try again here.',
  },
  'other-rows': {
    what: 'These rows do not fit the batch',
    why: 'The row numbers must be rows of this very batch, at least one and not all of them.',
    todo: 'Copy the column source_row of the query’s answer. No row at all: all are stored. Every row: none is.',
  },
  'storage-failed': {
    what: 'This browser could not write to its storage',
    why: 'The disk may be full, or a private window forbids it. Without it, what was sent could not be proved.',
    todo: 'Free some space (Storage, in the menu on the left) or use an ordinary window, then try again.',
  },
  internal: {
    what: 'Something broke on our side',
    why: 'This is a fault of the program, not of your file. Nothing was sent by it.',
    todo: 'Reload the page; what you did is kept. If it happens again, report the words below.',
  },
};

export const intakeAdvice = (trouble: IntakeTrouble): Advice =>
  trouble.kind === 'refusal' ? FILE_REFUSAL_ADVICE[trouble.code] : TROUBLE[trouble.code];

/** True where choosing the file again is the way on. */
export const wantsFile = (trouble: IntakeTrouble): boolean =>
  trouble.kind === 'refusal' && FILE_REFUSALS.includes(trouble.code);

export const KEPT_WORDS = {
  stored: 'Copied into this browser’s private storage: it survives a reload and a restart.',
  attached:
    'Only attached to this tab: there was no room for a copy, or the browser refused. After a reload you will be asked for the same file again; mapping and repairs are kept.',
} as const;

export const PERSIST_WORDS = {
  asking: 'Asking the browser to keep its storage…',
  granted: 'The browser promised not to clear it by itself.',
  denied:
    'The browser may clear it when the disk gets full. That is rare; the original file stays where it is.',
  unknown: 'This browser does not say whether it will clear it by itself.',
} as const;
