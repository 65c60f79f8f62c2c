import type { ColumnRule, DuplicatePolicy, Repair } from '@/lib/repair/model';
import { formatCount } from './format';

type DateOrder = Extract<ColumnRule, { rule: 'date-order' }>['order'];

export const DATE_ORDER_WORDS: Record<DateOrder, string> = {
  'day-first': 'day first (31/12/2024)',
  'month-first': 'month first (12/31/2024)',
  'year-first': 'year first (2024/12/31)',
};

/** What a column rule does, as the end of a sentence: "sold_at: read dates day first". */
export function ruleWords(rule: ColumnRule): string {
  switch (rule.rule) {
    case 'trim':
      return 'cut spaces at both ends';
    case 'empty-words':
      return `treat ${rule.words.join(', ')} as empty`;
    case 'drop-point-zero':
      return 'drop a point that only zeros follow';
    case 'decimal-comma':
      return 'read the comma as the decimal sign';
    case 'thousands-comma':
      return 'drop commas between thousands';
    case 'date-order':
      return `read dates ${DATE_ORDER_WORDS[rule.order]}`;
    case 'constant-when-empty':
      return `put “${rule.value}” into empty cells`;
  }
}

export function repairWords(repair: Repair): string {
  switch (repair.kind) {
    case 'column':
      return `${repair.column}: ${ruleWords(repair.rule)}`;
    case 'cell':
      return repair.text === ''
        ? `Row ${formatCount(repair.row)}, ${repair.column}: emptied`
        : `Row ${formatCount(repair.row)}, ${repair.column}: set to “${repair.text}”`;
    case 'skip':
      return `Row ${formatCount(repair.row)}: left out`;
  }
}

export const DUPLICATE_WORDS: Record<DuplicatePolicy, { readonly title: string; readonly text: string }> = {
  'keep-last': { title: 'Keep the last', text: 'Of each key the row furthest down in the file is sent.' },
  'keep-first': { title: 'Keep the first', text: 'Of each key the row furthest up in the file is sent.' },
  'hold-all': { title: 'Hold all back', text: 'No row of a repeated key is sent until you have decided.' },
  'keep-all': { title: 'Keep all', text: 'Every row is sent. APPEND adds each of them to the table.' },
};
