import { parseArgs } from 'node:util';
import { HELP } from './help';
import type { CommandName } from './help';
import { EXIT, Stop } from './stop';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

/** Every option of every command; which command knows which stands in COMMAND_OPTIONS. */
const OPTIONS = {
  help: { ...flag, short: 'h' },
  json: flag,
  file: text,
  journal: text,
  'hold-back': flag,
  'same-tenant': flag,
  'accept-schema': flag,
  'resend-doubt': flag,
  'treat-doubt-as-stored': flag,
  again: flag,
  findings: text,
  held: text,
  host: text,
  solution: text,
  table: text,
  operation: text,
  duplicates: text,
  'newest-by': text,
  'rows-per-batch': text,
  delimiter: text,
  encoding: text,
  out: text,
  sheet: { type: 'string', multiple: true },
  'by-heading': flag,
  failed: text,
  count: text,
  undo: text,
  load: text,
} as const;
type OptionName = keyof typeof OPTIONS;

const COMMAND_OPTIONS: Record<CommandName, readonly OptionName[]> = {
  load: [
    'file',
    'journal',
    'hold-back',
    'same-tenant',
    'accept-schema',
    'resend-doubt',
    'treat-doubt-as-stored',
    'again',
  ],
  check: ['file', 'accept-schema', 'findings', 'held'],
  plan: [
    'file',
    'host',
    'solution',
    'table',
    'operation',
    'duplicates',
    'newest-by',
    'rows-per-batch',
    'delimiter',
    'encoding',
    'sheet',
    'by-heading',
    'out',
  ],
  status: ['journal'],
  late: ['file', 'failed', 'count', 'undo', 'load', 'journal'],
};

export type Options = ReturnType<
  typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>
>['values'];

const usage = (sentence: string): Stop => new Stop(EXIT.usage, 'usage', sentence);

/** What was asked for. A token in an argument would be seen by everybody on the machine, so there is no such option. */
export function optionsOf(
  command: CommandName,
  args: readonly string[],
): { readonly options: Options; readonly positionals: readonly string[] } {
  const known = new Set<OptionName>(['help', 'json', ...COMMAND_OPTIONS[command]]);
  const options = Object.fromEntries(
    Object.entries(OPTIONS).filter(([name]) => [...known].some((one) => one === name)),
  ) as typeof OPTIONS;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { options: values, positionals };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.replace(/\. To specify.*$/s, '.') : String(cause);
    throw usage(`${why}\n\n${HELP[command]}`);
  }
}

/** The value of an option the command cannot do without. */
export function needed(
  command: CommandName,
  options: Options,
  name: 'file' | 'host' | 'solution' | 'table',
): string {
  const value = options[name];
  if (value === undefined || value === '')
    throw usage(`onramp ${command} needs --${name}.\n\n${HELP[command]}`);
  return value;
}

/** The one file that a command is about. */
export function onlyPlan(command: CommandName, positionals: readonly string[]): string {
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0)
    throw usage(`onramp ${command} takes one plan file.\n\n${HELP[command]}`);
  return path;
}
