import type { CallGive } from '@/lib/intake/protocol';
import type { OperationType } from '@/lib/peak/model';
import {
  duplicatePolicy,
  type CellEdit,
  type ColumnRule,
  type DuplicatePolicy,
  type Repair,
  type SkipFound,
} from '@/lib/repair/model';
import { findingCode } from '@/lib/validation/model';
import { findingAdvice } from './findings';
import { counted, formatCount } from './format';

type DateOrder = Extract<ColumnRule, { rule: 'date-order' }>['order'];

export const DATE_ORDER_WORDS: Record<DateOrder, string> = {
  'day-first': 'day first (31/12/2024)',
  'month-first': 'month first (12/31/2024)',
  'year-first': 'year first (2024/12/31)',
  'year-day': 'year, day, month (2024/31/12)',
};

const LONE_POINT_WORDS = {
  asked: '',
  thousands: ', and 1.234 as 1234',
  decimal: ', but 1.234 as it stands',
} as const;

const DROP_WORDS: Record<Extract<ColumnRule, { rule: 'date-drop' }>['part'], string> = {
  zone: 'leave the zone off, times as written',
  fraction: 'leave fractions of a second off',
  time: 'leave the time of day off',
};

const short = (year: number) => String(year).padStart(2, '0');

/** Which century two-digit years get. */
function pivotWords(pivot: number | undefined): string {
  if (pivot === undefined) return '';
  if (pivot >= 99) return ', years 00–99 as 20xx';
  if (pivot < 0) return ', years 00–99 as 19xx';
  return `, years 00–${short(pivot)} as 20xx and ${short(pivot + 1)}–99 as 19xx`;
}

/** What a column rule does, as the end of a sentence: "sold_at: read dates day first". */
export function ruleWords(rule: ColumnRule): string {
  switch (rule.rule) {
    case 'trim':
      return 'cut spaces at both ends';
    case 'clean':
      return 'take out invisible characters and cut the ends';
    case 'empty-words':
      return `treat ${rule.words.join(', ')} as empty`;
    case 'drop-point-zero':
      return 'drop a point that only zeros follow';
    case 'decimal-comma':
      return `read the comma as the decimal sign${LONE_POINT_WORDS[rule.lonePoint ?? 'asked']}`;
    case 'thousands-comma':
      return 'read the point as the decimal sign and drop thousands separators';
    case 'negative-forms':
      return 'read (12) and 12- as -12';
    case 'strip-unit':
      return `take off ${rule.units.join(', ')}`;
    case 'percent-to-fraction':
      return 'read 12.5% as 0.125';
    case 'expand-exponent':
      return 'write exponents out';
    case 'round-shown':
      return 'round to the 15 digits Excel shows';
    case 'drop-sheet-mark':
      return 'take off ="…" and the apostrophe in front';
    case 'marked-parts':
      return rule.as === 'left-out'
        ? 'leave out what is raised or struck through: 250⟨1⟩ is 250'
        : 'keep what is raised or struck through: 250⟨1⟩ is 2501';
    case 'drop-edge':
      return `take “${rule.text}” off both ends`;
    case 'unescape':
      return 'read \\t, \\n and \\\\ as what they stand for';
    case 'plain-digits':
      return 'write other digits and minus signs as plain ones';
    case 'date-order':
      return `read dates ${DATE_ORDER_WORDS[rule.order]}${pivotWords(rule.pivot)}${rule.turned === true ? ', and exchange day and month of those written year-month-day' : ''}`;
    case 'date-names':
      return `read month names${rule.yearFirst === true ? ', year first (24-Mar-05)' : ''}${pivotWords(rule.pivot)}`;
    case 'date-serial':
      return `read spreadsheet day numbers, counted from ${rule.system}`;
    case 'buddhist-years':
      return 'take 543 off years of the Buddhist era (2567 becomes 2024)';
    case 'date-drop':
      return DROP_WORDS[rule.part];
    case 'add-zone':
      return `write the zone ${rule.zone} behind times without one`;
    case 'map-values':
      return `replace ${rule.values
        .slice(0, 4)
        .map(({ from, to }) => `${from} → ${to}`)
        .join(', ')}${rule.values.length > 4 ? ` and ${rule.values.length - 4} more` : ''}`;
    case 'case':
      return CASE_WORDS[rule.to];
    case 'pad-zeros':
      return `fill with zeros to ${rule.length} digits`;
    case 'constant-when-empty':
      return `put “${rule.value}” into empty cells`;
    case 'empty-as':
      return EMPTY_WORDS[rule.as];
    case 'constant':
      return `put “${rule.value}” into every cell`;
    case 'split':
      return `keep ${partWords(rule.part)} part between “${rule.separator}”`;
    case 'join':
      return `join ${counted(rule.positions.length, 'file column')} with “${rule.separator}”`;
    case 'time-beside':
      return `take the time of day from ${fileColumn(rule.heading, rule.positions[0] ?? 0)}`;
    case 'first-filled':
      return `where empty, take ${counted(rule.positions.length, 'other file column')} instead`;
    case 'replace':
      return `replace ${rule.whole ? 'cells that are' : 'the text'} “${rule.find}” by “${rule.with}”`;
  }
}

const EMPTY_WORDS = {
  null: 'send empty cells as no value (null)',
  text: 'send empty cells as the empty text ""',
  'quoted-text': 'send "" as the empty text and nothing at all as no value (null)',
} as const;

const CASE_WORDS = {
  upper: 'write in UPPER CASE',
  lower: 'write in lower case',
  title: 'Write Each Word With A Capital',
} as const;

const partWords = (part: number): string =>
  part === -1 ? 'the last' : part < 0 ? `the ${-part}. last` : `the ${part}.`;

/** What a look at a rule came to. */
export function previewWords({ touched, goes, comes }: CallGive<'preview'>): string {
  if (touched === 0 && goes === 0) return 'It would touch no cell of the file.';
  const effect = [
    goes > 0 ? `${counted(goes, 'finding')} would go` : '',
    comes > 0 ? `${counted(comes, 'finding')} would come` : '',
  ].filter((part) => part !== '');
  if (touched === 0)
    return `It would change no cell, and settle the question: ${effect.join(', ')}. You can take it back.`;
  return `It would touch ${counted(touched, 'cell')} of the whole file${effect.length > 0 ? `; ${effect.join(', ')}` : ''}. The file itself stays as it is, and you can take it back.`;
}

/** The column of an edited cell; one of the file itself goes by its heading. */
export const editedColumn = ({ column, position }: Pick<CellEdit, 'column' | 'position'>): string =>
  position === undefined ? column : fileColumn(column, position);

const fileColumn = (heading: string, position: number): string =>
  heading.trim() === '' ? `file column ${position + 1}` : `file column “${heading}”`;

/** A finding by its column and name; one of another version by its code. */
function foundWords({ code, column }: SkipFound): string {
  const known = findingCode.safeParse(code);
  const what = known.success ? findingAdvice(known.data).what : code;
  return column === null ? what : `${column}, ${what.charAt(0).toLowerCase()}${what.slice(1)}`;
}

/** `rowName` says a row as the user knows it, with its sheet where several were joined. */
export function repairWords(repair: Repair, rowName: (row: number) => string): string {
  switch (repair.kind) {
    case 'column':
      return `${repair.column}: ${ruleWords(repair.rule)}${repair.touched === undefined ? '' : `, ${counted(repair.touched, 'cell')}`}`;
    case 'cell':
      return repair.text === ''
        ? `Row ${rowName(repair.row)}, ${editedColumn(repair)}: emptied`
        : `Row ${rowName(repair.row)}, ${editedColumn(repair)}: set to “${repair.text}”`;
    case 'cells':
      return `${counted(repair.edits.length, 'cell')} in ${counted(new Set(repair.edits.map(({ row }) => row)).size, 'row')} from ${repair.from}`;
    case 'skip':
      return `Row ${rowName(repair.row)}: left out`;
    case 'skip-found':
      return `${foundWords(repair)}: ${repair.touched === undefined ? 'all rows' : counted(repair.touched, 'row')} left out`;
  }
}

/** What a screen reader is told when rules were applied to a column. */
export const appliedWords = (
  column: string,
  rules: readonly { readonly rule: ColumnRule; readonly touched: number }[],
): string =>
  `Applied to ${column}: ${rules.map(({ rule, touched }) => `${ruleWords(rule)}, ${counted(touched, 'cell')}`).join('; ')}.`;

const DUPLICATE_WORDS: Record<DuplicatePolicy, { readonly title: string; readonly text: string }> = {
  'keep-last': { title: 'Keep the last', text: 'Of each key the row furthest down in the file is sent.' },
  'keep-first': { title: 'Keep the first', text: 'Of each key the row furthest up in the file is sent.' },
  'keep-newest': {
    title: 'Keep the newest',
    text: 'Of each key the row with the greatest value in a column you name; of equals the one further down.',
  },
  'hold-all': { title: 'Hold all back', text: 'No row of a repeated key is sent until you have decided.' },
  'keep-all': { title: 'Keep all', text: 'Every row is sent. APPEND adds each of them to the table.' },
};

/** A policy as a choice; under UPSERT, which takes each key once, keeping all means another operation type. */
export const duplicateWords = (policy: DuplicatePolicy, operation: OperationType) =>
  policy === 'keep-all' && operation === 'UPSERT'
    ? {
        title: DUPLICATE_WORDS[policy].title,
        text: 'Every row is sent and added, and the operation type becomes APPEND: UPSERT takes each key once.',
      }
    : DUPLICATE_WORDS[policy];

/** Why nothing goes on: copies of a key differ, and nobody has said which of them counts. */
export const undecidedKeys = (rows: number): string =>
  `${counted(rows, 'row')} ${rows === 1 ? 'differs' : 'differ'} from another row of the same key. Say which of them is sent.`;

/** Of parts of a key that look alike: Redshift takes them for one, Snowflake does not. */
export const BLANKS_AT_END =
  'differ by blanks at the end only: one key in Redshift, two in Snowflake. This load sends one of the rows; trim the column to make them one key everywhere';

/** The column that was to tell the newest does not: of these keys rows that differ have the same value in it. */
export const tiedKeys = (tied: number, keys: number, column: string): string =>
  tied === keys
    ? `But ${column} does not tell the newest: the rows of ${keys === 1 ? 'the key' : 'each key'} have the same value in it, so the one furthest down is sent. Choose another column, or another answer.`
    : `Of ${counted(tied, 'key')} ${column} does not tell the newest: the newest rows have the same value in it, so the one furthest down is sent.`;

/** The policy of a receipt; one written by another version stands as it is. */
export function duplicatesInShort(policy: string): string {
  const known = duplicatePolicy.safeParse(policy);
  return known.success ? DUPLICATE_WORDS[known.data].title.toLowerCase() : policy;
}

const named = ({ count, ids }: CallGive<'readBack'>['unknown']): string =>
  `${ids.join(', ')}${count > ids.length ? ` and ${formatCount(count - ids.length)} more` : ''}`;

/** What a file of repaired rows would change, and what in it fits nothing. */
export function broughtBackWords(back: CallGive<'readBack'>, name: string): string[] {
  if (back.missing.length > 0)
    return [
      `${name} lacks ${counted(back.missing.length, 'column')} it left with: ${back.missing.join(', ')}. Nothing of it can be used, because cells could end up in the wrong column.`,
    ];
  const rows = new Set(back.edits.map(({ row }) => row)).size;
  return [
    back.edits.length === 0
      ? `${counted(back.rows, 'row')} read from ${name}; no cell differs from what is here.`
      : `${counted(back.rows, 'row')} read from ${name}; ${counted(back.edits.length, 'cell')} in ${counted(rows, 'row')} would change. Everything else stays.`,
    ...(back.unknown.count === 0
      ? []
      : [
          `${counted(back.unknown.count, 'row')} left alone: no row of this file goes by ${named(back.unknown)}.`,
        ]),
    ...(back.doubled.count === 0
      ? []
      : [`Left alone, because there is more than one row of the same name: ${named(back.doubled)}.`]),
    ...(back.ragged.count === 0
      ? []
      : [
          `${counted(back.ragged.count, 'row')} left alone, with more or fewer cells than the heading: ${named(back.ragged)}.`,
        ]),
    ...(back.notSent === 0
      ? []
      : [`${counted(back.notSent, 'cell')} differ in columns that are not sent; they change nothing.`]),
  ];
}
