import { hasName } from '@/lib/base/errors';
import { troubleOf } from '@/lib/intake/errors';
import { causeCode } from '@/lib/peak/call';
import { EXIT, Stop } from './stop';
import { fileSentence } from './terminal-words';

/** What the system says of a disk that is full, or that may not be written to. */
const NO_ROOM = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM']);

function cannotWrite(code: string | undefined, cause: unknown): Stop {
  const sentence = `The journal or a file beside it could not be written${code === undefined ? '' : ` (${code})`}. What was sent until then is written down; onramp status tells it. Make room, or allow writing there, and run the same command.`;
  return new Stop(EXIT.fault, 'storage-failed', sentence, { cause });
}

/** Whatever a command ended with, as a sentence and an exit code; only what nobody expected shows its insides. */
export function endOf(error: unknown): Stop {
  if (error instanceof Stop) return error;
  if (hasName(error, 'JournalError')) {
    const sentence = `The journal cannot be used: ${error.message}. Nothing was sent by this call.`;
    return new Stop(EXIT.fault, 'journal', sentence, { cause: error });
  }
  const code = causeCode(error);
  if (code !== undefined && NO_ROOM.has(code)) return cannotWrite(code, error);
  const trouble = troubleOf(error);
  if (trouble.kind === 'refusal') {
    return new Stop(EXIT.file, trouble.code, fileSentence(trouble.code), { cause: error });
  }
  switch (trouble.code) {
    case 'locked-by-other-tab':
      return new Stop(EXIT.waiting, 'locked', 'Another process is sending this load, so nothing was done.');
    case 'not-checked':
      return new Stop(
        EXIT.refused,
        'schema-changed',
        'The live table or the rules changed since this load was begun, or the .states file beside its journal is gone or torn, so its rows cannot be made again as they were planned. Nothing was sent by this call. Make a new plan for the rows that are left (onramp status tells which).',
      );
    case 'encoding-undecided':
      return new Stop(
        EXIT.refused,
        'encoding',
        'The bytes of this file do not prove their encoding, so nothing was checked or sent. Make the plan with --encoding; onramp plan shows the lines that decide.',
      );
    case 'nothing-to-send':
      return new Stop(EXIT.rowsLeftOut, trouble.code, 'No row is ready to be sent. Nothing was sent.');
    case 'storage-failed':
      return cannotWrite(undefined, error);
    case 'not-failed-rows':
      return new Stop(
        EXIT.file,
        trouble.code,
        'The export has neither a column that holds the failed row as JSON nor the table’s own columns, so nobody can tell which rows it names. Export the whole of _failed_rows, with its headings.',
      );
    case 'more-than-accepted':
      return new Stop(
        EXIT.refused,
        trouble.code,
        'That is more than Peak accepted of this load, so nothing was changed. onramp late without an option lists what was told already.',
      );
    case 'late-sent-again':
      return new Stop(
        EXIT.refused,
        trouble.code,
        'Rows of it were planned to be sent again since, so it cannot be taken back.',
      );
    case 'load-not-open':
    case 'cancelled':
    case 'plan-exists':
    case 'no-plan':
    case 'no-row-numbers':
    case 'rows-not-failed':
    case 'other-rows':
    case 'internal': {
      const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
      return new Stop(
        EXIT.fault,
        trouble.code,
        `Something broke in this program; please report it.\n${detail}`,
      );
    }
  }
}
