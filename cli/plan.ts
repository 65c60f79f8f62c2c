import { writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { dialect } from '@/lib/files/model';
import type { DialectChoice } from '@/lib/files/read-head';
import type { Mapping } from '@/lib/mapping/model';
import { mappingProblems } from '@/lib/mapping/problems';
import { sourceWhenMissing, suggestMapping } from '@/lib/mapping/suggest';
import { operationType, recommendedOperation } from '@/lib/peak/model';
import type { OperationType, TableSpec } from '@/lib/peak/model';
import { duplicatePolicy } from '@/lib/repair/model';
import { duplicatesPart, planFile } from '@/lib/submission/plan-file';
import type { PlanFile } from '@/lib/submission/plan-file';
import { mappingProblem } from '@/components/messages/mapping';
import { openAtHand } from './at-hand';
import { needed } from './options';
import type { Options } from './options';
import { environment, hostChoiceOf, peakAt } from './peak';
import { demandNewest } from './plan-at-hand';
import type { Say } from './say';
import { EXIT, Stop } from './stop';
import type { Exit } from './stop';

/** A value of an option, or a sentence that names what it may be. */
function chosen<T>(shape: z.ZodType<T>, name: string, value: string | undefined): T | undefined {
  if (value === undefined) return undefined;
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Stop(
    EXIT.usage,
    'usage',
    `--${name} ${value}: ${parsed.error.issues[0]?.message ?? 'not possible'}.`,
  );
}

const rowsPerBatch = z.coerce.number().pipe(planFile.shape.rowsPerBatch);

function readingOf(options: Options): DialectChoice {
  const delimiter = chosen(dialect.shape.delimiter, 'delimiter', options.delimiter);
  const encoding = chosen(dialect.shape.encoding, 'encoding', options.encoding);
  const byName = options['by-heading'] === true;
  const { sheet: sheets } = options;
  return {
    ...(sheets === undefined ? {} : { workbook: { sheets, byName } }),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(encoding === undefined ? {} : { encoding }),
  };
}

/** Only names that say the same; whatever looks alike is a person's to judge, in the app. */
function exactMapping(table: TableSpec, header: readonly string[]): Mapping {
  const suggested = suggestMapping(table, header, []);
  const mapping = table.columns.map((column): Mapping[number] => {
    const found = suggested.find((entry) => entry.column === column.name)?.source;
    const isExact = found?.kind === 'file' && found.by === 'exact';
    return { column: column.name, source: isExact ? found : sourceWhenMissing(table, column) };
  });
  const problems = mappingProblems(table, mapping, header);
  if (problems.length === 0) return mapping;
  const listed = problems.map((problem) => `  ${mappingProblem(problem)}`).join('\n');
  const sentence = `The header does not name all that ${table.name} needs:\n${listed}\nRename the columns in the file, or make the plan in the app, where they can be matched by hand.`;
  throw new Stop(EXIT.refused, 'mapping', sentence);
}

/** A column as the table spells it; a name that it does not have is told as it was given. */
const namedColumn = (table: TableSpec, name: string | undefined): string | undefined =>
  table.columns.find((column) => column.name.toLowerCase() === name?.toLowerCase())?.name ?? name;

/** What same keys mean, as the app preselects it. */
const usualDuplicates = (operation: OperationType): PlanFile['duplicates'] =>
  operation === 'APPEND' ? 'keep-all' : 'keep-last';

const sheetsSentence = (read: readonly string[], left: readonly string[]): string =>
  `Of this workbook ${read.join(', ')} is read; not ${left.join(', ')}. Name each sheet that is wanted with --sheet.`;

/** `onramp plan`: a plan file from a file whose header names the columns. */
export async function plan(options: Options, positionals: readonly string[], say: Say): Promise<Exit> {
  if (positionals.length > 0)
    throw new Stop(EXIT.usage, 'usage', 'onramp plan takes options only; see --help.');
  const host = hostChoiceOf(needed('plan', options, 'host'));
  const solutionName = needed('plan', options, 'solution');
  const tableName = needed('plan', options, 'table');
  const path = needed('plan', options, 'file');
  const asked = chosen(operationType, 'operation', options.operation);
  const policy = chosen(duplicatePolicy, 'duplicates', options.duplicates);
  if ((policy === 'keep-newest') !== (options['newest-by'] !== undefined))
    throw new Stop(
      EXIT.usage,
      'usage',
      '--duplicates keep-newest and --newest-by <column> go together: that column tells which row is the newest.',
    );
  const rows = chosen(rowsPerBatch, 'rows-per-batch', options['rows-per-batch']);
  const choice = readingOf(options);
  const env = environment(process.env);
  const peak = peakAt(host, env, process.env);
  const { schema, table } = await peak.table(solutionName, tableName);
  const hand = await openAtHand(path, choice);
  await hand.close();
  const { evidence, dialect: found, sheets } = hand.head;
  const sheetsRead = found.workbook?.sheets ?? [];
  const left = sheets?.filter(({ name }) => !sheetsRead.includes(name)).map(({ name }) => name) ?? [];
  // On standard error: the plan itself may stand on standard output.
  if (left.length > 0) say.error(sheetsSentence(sheetsRead, left));
  if (found.decidedBy.encoding === 'undecided') {
    const lines = evidence?.lines[0]?.readings.map(
      ({ encoding, text }) => `  --encoding ${encoding}: ${text}`,
    );
    const sentence = `The bytes of ${path} do not prove their encoding. Choose the one that is spelled right:\n${lines?.join('\n') ?? ''}`;
    throw new Stop(EXIT.refused, 'encoding', sentence);
  }
  const operation = asked ?? recommendedOperation(table).operation;
  if (operation === 'UPSERT' && policy === 'keep-all') {
    throw new Stop(
      EXIT.usage,
      'usage',
      'With UPSERT each key travels once per load: --duplicates keep-all is for APPEND.',
    );
  }
  const duplicates = policy ?? usualDuplicates(operation);
  const newestBy = namedColumn(table, options['newest-by']);
  const mapping = exactMapping(table, hand.head.header);
  demandNewest({ duplicates, newestBy, mapping }, table);
  const made: PlanFile = {
    kind: 'peak-onramp-plan',
    host,
    solutionName,
    table: table.name,
    schemaFingerprint: schema.fingerprint,
    operation,
    ...duplicatesPart(duplicates, newestBy),
    rowsPerBatch: rows ?? env.ONRAMP_ROWS_PER_BATCH,
    header: hand.head.header,
    // What the file shows is found anew in each file; only a choice is carried along.
    dialect: choice,
    mapping,
    repairs: [],
  };
  const text = `${JSON.stringify(made, null, 2)}\n`;
  if (options.out === undefined) {
    process.stdout.write(text);
    return EXIT.complete;
  }
  await writeFile(options.out, text);
  const mapped = made.mapping.filter(({ source }) => source.kind === 'file').length;
  say.event('written', { what: 'plan', file: options.out });
  say.line(
    `${mapped} of ${table.columns.length} columns of ${table.name} by name, ${operation}. Written: ${options.out}`,
  );
  return EXIT.complete;
}
