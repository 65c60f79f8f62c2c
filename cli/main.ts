import { hasName } from '@/lib/base/errors';
import { troubleOf } from '@/lib/intake/errors';
import { check } from './check';
import { GENERAL, HELP } from './help';
import type { CommandName } from './help';
import { late } from './late';
import { load } from './load';
import { optionsOf } from './options';
import type { Options } from './options';
import { plan } from './plan';
import { speaker } from './say';
import type { Say } from './say';
import { status } from './status';
import { EXIT, Stop } from './stop';
import { fileSentence } from './terminal-words';
import type { Exit } from './stop';

type Command = (options: Options, positionals: readonly string[], say: Say) => Promise<Exit>;
const COMMANDS: Record<CommandName, Command> = { load, check, plan, status, late };

const isCommand = (name: string | undefined): name is CommandName =>
  name !== undefined && Object.hasOwn(COMMANDS, name);

/** Whatever a command ended with, as a sentence and an exit code; only what nobody expected shows its insides. */
function ended(error: unknown): Stop {
  if (error instanceof Stop) return error;
  if (hasName(error, 'JournalError')) {
    const sentence = `The journal cannot be used: ${error.message}. Nothing was sent by this call.`;
    return new Stop(EXIT.fault, 'journal', sentence, { cause: error });
  }
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
        'The live table or the rules changed since this load was begun, so its rows cannot be made again as they were planned. Nothing was sent by this call. Make a new plan for the rows that are left (onramp status tells which).',
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
      return new Stop(
        EXIT.fault,
        trouble.code,
        'The journal could not be written. Free some space and try again.',
      );
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

/** Runs one command; answers with the exit code. */
async function main(args: readonly string[]): Promise<Exit> {
  const [name, ...rest] = args;
  const say = speaker({ out: process.stdout, err: process.stderr }, rest.includes('--json'), Date.now);
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(GENERAL);
    return name === undefined ? EXIT.usage : EXIT.complete;
  }
  if (!isCommand(name)) {
    say.error(`There is no command ${name}.\n\n${GENERAL}`);
    return EXIT.usage;
  }
  try {
    const { options, positionals } = optionsOf(name, rest);
    if (options.help === true) {
      process.stdout.write(`${HELP[name]}\n`);
      return EXIT.complete;
    }
    return await COMMANDS[name](options, positionals, say);
  } catch (error) {
    const stop = ended(error);
    say.event('stopped', { code: stop.code, exit: stop.exit, message: stop.message });
    say.error(stop.message);
    return stop.exit;
  }
}

void main(process.argv.slice(2)).then((exit) => {
  process.exitCode = exit;
});
