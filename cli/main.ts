import { check } from './check';
import { endOf } from './ended';
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
import { EXIT } from './stop';
import type { Exit } from './stop';

type Command = (options: Options, positionals: readonly string[], say: Say) => Promise<Exit>;
const COMMANDS: Record<CommandName, Command> = { load, check, plan, status, late };

const isCommand = (name: string | undefined): name is CommandName =>
  name !== undefined && Object.hasOwn(COMMANDS, name);

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
    const stop = endOf(error);
    say.event('stopped', { code: stop.code, exit: stop.exit, message: stop.message });
    say.error(stop.message);
    return stop.exit;
  }
}

void main(process.argv.slice(2)).then((exit) => {
  process.exitCode = exit;
});
