import { ruleWords } from '@/components/messages/repair';
import type { ColumnRule } from '@/lib/repair/model';
import type { RuleField, RuleForm } from './rule-form';

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
/** A rule without questions goes by the words of its button. */
const plain = (rule: ColumnRule): RuleForm => {
  const words = ruleWords(rule);
  return {
    id: rule.rule,
    title: words.charAt(0).toUpperCase() + words.slice(1),
    fields: [],
    make: () => rule,
  };
};

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
  plain({ rule: 'trim' }),
  plain({ rule: 'clean' }),
  plain({ rule: 'drop-sheet-mark' }),
  plain({ rule: 'unescape' }),
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
    fields: [COLUMNS, { ...text('separator', 'Put between them'), usual: ' ' }],
    startsWithOwn: true,
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
  plain({ rule: 'decimal-comma' }),
  plain({ rule: 'thousands-comma' }),
  plain({ rule: 'drop-point-zero' }),
  {
    id: 'pad-zeros',
    title: 'Fill with zeros in front',
    fields: [text('length', 'Digits in all')],
    make: ({ length = '' }) => ({ rule: 'pad-zeros', length: length.trim() === '' ? 0 : Number(length) }),
  },
  plain({ rule: 'round-shown' }),
  plain({ rule: 'percent-to-fraction' }),
  plain({ rule: 'negative-forms' }),
  plain({ rule: 'expand-exponent' }),
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
  plain({ rule: 'date-names' }),
  plain({ rule: 'buddhist-years' }),
  {
    id: 'date-serial',
    title: 'Read day numbers of a spreadsheet',
    fields: [choice('system', 'Counted from', ['1900', '1900 (usual)'], ['1904', '1904 (old Macs)'])],
    make: (answers) => ({ rule: 'date-serial', system: answers.system }),
  },
];
