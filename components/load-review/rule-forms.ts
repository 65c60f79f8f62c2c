import type { ColumnRule } from '@/lib/repair/model';
import { columnRule } from '@/lib/repair/model';

/** A question a rule asks before it can be tried. */
export interface RuleField {
  readonly name: string;
  readonly label: string;
  readonly kind: 'text' | 'choice' | 'columns';
  readonly options?: readonly { readonly value: string; readonly text: string }[];
  readonly hint?: string;
}

export interface RuleForm {
  readonly id: ColumnRule['rule'];
  readonly title: string;
  readonly fields: readonly RuleField[];
  /** Answers as they were given, by field; file columns by position in the order they were ticked. */
  readonly make: (answers: Readonly<Record<string, string>>, positions: readonly number[]) => unknown;
}

const choice = (
  name: string,
  label: string,
  ...options: readonly (readonly [string, string])[]
): RuleField => ({
  name,
  label,
  kind: 'choice',
  options: options.map(([value, text]) => ({ value, text })),
});
const text = (name: string, label: string, hint?: string): RuleField => ({
  name,
  label,
  kind: 'text',
  ...(hint === undefined ? {} : { hint }),
});
const COLUMNS: RuleField = { name: 'positions', label: 'File columns, in this order', kind: 'columns' };
const listed = (answer = '') =>
  answer
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
const plain = (id: ColumnRule['rule'], title: string): RuleForm => ({
  id,
  title,
  fields: [],
  make: () => ({ rule: id }),
});

export const RULE_FORMS: readonly RuleForm[] = [
  {
    id: 'replace',
    title: 'Find and replace',
    fields: [
      text('find', 'Find'),
      text('with', 'Replace by'),
      choice('whole', 'Where', ['part', 'Anywhere in the cell'], ['whole', 'Whole cells only']),
      choice('case', 'Case', ['any', 'Large or small alike'], ['exact', 'Exactly as typed']),
    ],
    make: (answers) => ({
      rule: 'replace',
      find: answers.find,
      with: answers.with ?? '',
      whole: answers.whole === 'whole',
      matchCase: answers.case === 'exact',
    }),
  },
  plain('trim', 'Cut blanks at both ends'),
  plain('clean', 'Take out what nobody sees'),
  plain('drop-sheet-mark', 'Take off ="…" and the apostrophe in front'),
  plain('unescape', 'Read \\t, \\n and \\\\ as what they stand for'),
  {
    id: 'case',
    title: 'Large and small letters',
    fields: [
      choice('to', 'Write in', ['upper', 'UPPER CASE'], ['lower', 'lower case'], ['title', 'Title Case']),
    ],
    make: (answers) => ({ rule: 'case', to: answers.to }),
  },
  {
    id: 'empty-words',
    title: 'Words that mean empty',
    fields: [text('words', 'Words', 'Separated by commas, for example n/a, -, none')],
    make: (answers) => {
      const words = listed(answers.words);
      return words.length === 0 ? null : { rule: 'empty-words', words };
    },
  },
  {
    id: 'empty-as',
    title: 'What empty cells are',
    fields: [
      choice(
        'as',
        'Send them as',
        ['null', 'No value (null)'],
        ['text', 'The empty text ""'],
        ['quoted-text', '"" as the empty text, nothing as no value'],
      ),
    ],
    make: (answers) => ({ rule: 'empty-as', as: answers.as }),
  },
  {
    id: 'constant-when-empty',
    title: 'Fill empty cells with one value',
    fields: [text('value', 'Value')],
    make: ({ value = '' }) => (value === '' ? null : { rule: 'constant-when-empty', value }),
  },
  {
    id: 'constant',
    title: 'One value in every row',
    fields: [text('value', 'Value')],
    make: ({ value = '' }) => (value === '' ? null : { rule: 'constant', value }),
  },
  {
    id: 'first-filled',
    title: 'Where empty, look it up in other columns',
    fields: [COLUMNS],
    make: (_answers, positions) => (positions.length === 0 ? null : { rule: 'first-filled', positions }),
  },
  {
    id: 'join',
    title: 'Join several file columns',
    fields: [COLUMNS, text('separator', 'Put between them')],
    make: ({ separator = '' }, positions) =>
      positions.length < 2 ? null : { rule: 'join', positions, separator },
  },
  {
    id: 'split',
    title: 'Keep one part of the text',
    fields: [text('separator', 'Separator'), text('part', 'Part', '1 is the first, -1 the last')],
    make: ({ separator, part = '' }) => {
      const wanted = Number(part);
      return part.trim() === '' || wanted === 0 ? null : { rule: 'split', separator, part: wanted };
    },
  },
  {
    id: 'strip-unit',
    title: 'Take off a unit or currency',
    fields: [text('units', 'Units', 'Separated by commas, for example €, EUR, kg')],
    make: (answers) => ({ rule: 'strip-unit', units: listed(answers.units) }),
  },
  plain('decimal-comma', 'Read the comma as the decimal sign'),
  plain('thousands-comma', 'Read the point as the decimal sign'),
  plain('drop-point-zero', 'Drop .0'),
  {
    id: 'pad-zeros',
    title: 'Fill with zeros in front',
    fields: [text('length', 'Digits in all')],
    make: ({ length = '' }) => ({ rule: 'pad-zeros', length: length.trim() === '' ? 0 : Number(length) }),
  },
  plain('round-shown', 'Round to the 15 digits Excel shows'),
  plain('percent-to-fraction', 'Read 12.5% as 0.125'),
  plain('negative-forms', 'Read (12) and 12- as -12'),
  plain('expand-exponent', 'Write exponents out'),
  {
    id: 'date-order',
    title: 'How dates are written',
    fields: [
      choice(
        'order',
        'Order',
        ['day-first', 'Day first'],
        ['month-first', 'Month first'],
        ['year-first', 'Year first'],
        ['year-day', 'Year, day, month'],
      ),
    ],
    make: (answers) => ({ rule: 'date-order', order: answers.order }),
  },
  plain('date-names', 'Read names of months'),
  plain('buddhist-years', 'Read years of the Buddhist era (2567 is 2024)'),
  {
    id: 'date-serial',
    title: 'Read day numbers of a spreadsheet',
    fields: [choice('system', 'Counted from', ['1900', '1900 (usual)'], ['1904', '1904 (old Macs)'])],
    make: (answers) => ({ rule: 'date-serial', system: answers.system }),
  },
];

/** The rule the answers make; null while they do not make one. The first option of a choice counts until another is taken. */
export function ruleFrom(
  form: RuleForm,
  answers: Readonly<Record<string, string>>,
  positions: readonly number[],
): ColumnRule | null {
  const first: Record<string, string> = {};
  for (const { name, options } of form.fields) if (options?.[0] !== undefined) first[name] = options[0].value;
  const made = columnRule.safeParse(form.make({ ...first, ...answers }, positions));
  return made.success ? made.data : null;
}
