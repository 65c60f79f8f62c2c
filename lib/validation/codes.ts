import { FINDING_CODES, type FindingCode, type Severity } from './model';

/** Position of each code in FINDING_CODES: the form codes have inside hot loops and stored bits. */
export const CODE = Object.fromEntries(FINDING_CODES.map((code, at) => [code, at])) as Record<
  FindingCode,
  number
>;

/** Findings that are said but do not keep a row back. Everything else does. */
const WARNINGS: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'key-duplicate-identical',
  'key-duplicate-conflicting',
  'date-far',
  'date-far-filled',
  'timestamp-without-time',
  'timestamp-without-seconds',
  'text-float-shaped-id',
  'text-padded',
  'text-invisible',
  'text-scientific',
  'text-date-like',
  'text-date-cell',
  'text-rounded-number',
  'text-cut',
  'text-encoded-twice',
  'text-replaced',
  'text-too-narrow',
  'text-sheet-mark',
  'text-escaped',
  'text-null-word',
  'number-beyond-shown',
  'float-rounded',
  'column-all-empty',
  'rule-unchecked',
  'row-quote-stray',
  'row-empty-beyond',
  'row-total-like',
]);

/** Errors only where nothing in the whole column answers the question: whether they are is known after the last row. */
const QUESTIONS: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'number-point-group',
  'date-year-day-month',
  'date-turned',
  'text-empty-quoted',
]);

const IS_ERROR: readonly boolean[] = FINDING_CODES.map((code) => !WARNINGS.has(code) && !QUESTIONS.has(code));

export function codeAt(at: number): FindingCode {
  const code = FINDING_CODES[at];
  if (code === undefined) throw new RangeError(`no finding code ${at}`);
  return code;
}

/** True for what is an error of the cell by itself, whatever the rest of its column says. */
export const isErrorCode = (at: number): boolean => IS_ERROR[at] === true;

/** Duplicates are errors only under `hold-all`; pass `holds` there. */
export function severityOf(code: FindingCode, holds = false): Severity {
  if (holds && code.startsWith('key-duplicate')) return 'error';
  return WARNINGS.has(code) ? 'warning' : 'error';
}
