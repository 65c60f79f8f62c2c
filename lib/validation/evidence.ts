import type { ColumnSpec } from '../peak/model';
import type { ColumnRule } from '../repair/model';
import { CODE } from './codes';
import { orderProof } from './date-check';
import { signProof } from './number-check';

/** What the cells of one column prove, counted over the whole file. Only cells with findings are looked at. */
export interface ColumnEvidence {
  empty: number;
  dayFirst: number;
  monthFirst: number;
  yearFirst: number;
  /** Dates with small numbers first that prove no order. */
  anyOrder: number;
  commaDecimal: number;
  commaThousands: number;
  /** How often words that people write for "nothing" stand where a value was due. */
  readonly words: Map<string, number>;
}

export function noEvidence(): ColumnEvidence {
  return {
    empty: 0,
    dayFirst: 0,
    monthFirst: 0,
    yearFirst: 0,
    anyOrder: 0,
    commaDecimal: 0,
    commaThousands: 0,
    words: new Map(),
  };
}

const WORD_FOR_NOTHING =
  /^(?:null|nil|none|nan|n\/a|na|#n\/a|-|--|\?|unknown|missing|\(blank\)|<null>|\\n)$/i;
const MALFORMED: ReadonlySet<number> = new Set([
  CODE['integer-malformed'],
  CODE['number-malformed'],
  CODE['boolean-malformed'],
  CODE['date-malformed'],
  CODE['json-malformed'],
  CODE['cell-error-value'],
]);

/** Adds (or, with weight -1, takes back) what one finding's text proves. */
export function weigh(
  evidence: ColumnEvidence | undefined,
  code: number,
  text: string,
  weight: 1 | -1,
): void {
  if (evidence === undefined) return;
  if (code === CODE['date-order-unknown']) {
    const proof = orderProof(text);
    if (proof === 'day-first') evidence.dayFirst += weight;
    else if (proof === 'month-first') evidence.monthFirst += weight;
    else if (proof === 'year-first') evidence.yearFirst += weight;
    else evidence.anyOrder += weight;
  } else if (code === CODE['number-thousands'] || code === CODE['number-decimal-comma']) {
    const proof = signProof(text);
    if (proof === 'decimal-comma') evidence.commaDecimal += weight;
    else if (proof === 'thousands-comma') evidence.commaThousands += weight;
  } else if (MALFORMED.has(code) && text.length <= 10 && WORD_FOR_NOTHING.test(text.trim())) {
    const word = text.trim();
    evidence.words.set(word, (evidence.words.get(word) ?? 0) + weight);
  }
}

/** The rule that would mend findings of this code in this column, when the column itself proves it. */
export function offerFor(code: number, column: ColumnSpec, evidence: ColumnEvidence): ColumnRule | undefined {
  switch (code) {
    case CODE['text-padded']:
      return { rule: 'trim' };
    case CODE['integer-point-zero']:
    case CODE['text-float-shaped-id']:
      return { rule: 'drop-point-zero' };
    case CODE['number-decimal-comma']:
    case CODE['number-thousands']:
      if (evidence.commaDecimal > 0) {
        return evidence.commaThousands === 0 ? { rule: 'decimal-comma' } : undefined;
      }
      // A whole number cannot have decimals, so its commas can only be thousands.
      return evidence.commaThousands > 0 || column.type === 'integer'
        ? { rule: 'thousands-comma' }
        : undefined;
    case CODE['date-order-unknown']:
      return offerOrder(evidence);
    default:
      return MALFORMED.has(code) ? offerEmptyWords(column, evidence) : undefined;
  }
}

function offerOrder(evidence: ColumnEvidence): ColumnRule | undefined {
  const { dayFirst, monthFirst, yearFirst, anyOrder } = evidence;
  if (dayFirst > 0 && monthFirst === 0) return { rule: 'date-order', order: 'day-first' };
  if (monthFirst > 0 && dayFirst === 0) return { rule: 'date-order', order: 'month-first' };
  const onlyYears = yearFirst > 0 && dayFirst + monthFirst + anyOrder === 0;
  return onlyYears ? { rule: 'date-order', order: 'year-first' } : undefined;
}

function offerEmptyWords(column: ColumnSpec, evidence: ColumnEvidence): ColumnRule | undefined {
  const words = [...evidence.words].filter(([, count]) => count > 0).map(([word]) => word);
  return words.length > 0 && column.nullable ? { rule: 'empty-words', words } : undefined;
}
