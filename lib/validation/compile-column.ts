import type { ColumnSpec } from '../peak/model';
import { compileRules, makesValue, type CellRule } from '../repair/apply-rule';
import { exchangesDays } from '../repair/date-reader';
import type { ColumnRule } from '../repair/model';
import type { CellCheck } from './cell-check';
import type { FileFacts } from './compiled-table';
import { dateCheck, formatOf, hasMoments } from './date-check';
import { momentKey } from './date-format';
import { decimalKey } from './decimal';
import { decimalCheck, integerCheck } from './number-check';
import { jsonCheck } from './json-check';
import { booleanCheck, textCheck } from './text-check';

export interface CompiledColumn {
  readonly spec: ColumnSpec;
  readonly isKey: boolean;
  readonly check: CellCheck;
  /** The user's rules as one function; undefined when there are none. */
  readonly repair: CellRule | undefined;
  /** The same for cells that the user wrote, whose plain days no answer turns. */
  readonly typedRepair: CellRule | undefined;
  /** The same for cells that are numbers in their workbook, whose point no reading of texts may move. */
  readonly numberRepair: CellRule | undefined;
  /**
   * Every rule but the decimal comma, where `1.234` beside it is still a question: of `1.234 €` the check must see the
   * point that the file wrote, and of `1,234` not the one that the rule made.
   */
  readonly withoutComma: CellRule | undefined;
  /** Whether a cell of the file may be a number by itself, not by how its text is read. */
  readonly hasNumbers: boolean;
  /** Whether it takes a number of a workbook as the text that is shown of it. */
  readonly showsNumbers: boolean;
  /** File positions of other cells that its rules read, where it takes numbers as they are shown. */
  readonly textsRead: readonly number[];
  /** Its rules give it a value even where no file column feeds it. */
  readonly makesValue: boolean;
  /** What its empty cells are; undefined where nobody said. Only text outside the key can be empty and a value. */
  readonly emptyAs: 'null' | 'text' | 'quoted-text' | undefined;
  /** True where a pair of quotes around nothing may be a value. */
  readonly takesEmptyText: boolean;
  /** Half of a separator of two signs, by the file. */
  readonly besideSeparators: string | undefined;
  /** True when the value is a JSON string; else it is a token already. */
  readonly quoted: boolean;
  /** One spelling per value, for comparing keys; undefined when the value is its own. */
  readonly keyOf: ((value: string) => string) | undefined;
}

/** The rules as they count for one cell. */
export const repairOf = (
  column: CompiledColumn,
  isNumber: boolean,
  isTyped: boolean,
): CellRule | undefined => (isNumber ? column.numberRepair : isTyped ? column.typedRepair : column.repair);

/** A warehouse keeps floats in 64 bits, so what differs beyond them is one key. Adding 0 makes -0 a 0. */
const floatKey = (token: string): string => String(Number(token) + 0);

const BLANK = 32;

/**
 * Redshift compares texts as if no blanks stood at their end: `A1` and `A1 ` are one key there, and two in Snowflake. Which
 * of them a tenant has is not known here: rows of both differ in what is sent, so that the user is asked about them.
 */
function withoutLastBlanks(text: string): string {
  if (text.charCodeAt(text.length - 1) !== BLANK) return text;
  let end = text.length - 1;
  while (text.charCodeAt(end - 1) === BLANK) end -= 1;
  return text.slice(0, end);
}

function keyOf(spec: ColumnSpec): CompiledColumn['keyOf'] {
  switch (spec.type) {
    case 'float':
      return floatKey;
    case 'integer':
    case 'numeric':
      return decimalKey;
    case 'timestamp':
      return hasMoments(spec) ? momentKey(formatOf(spec)) : undefined;
    case 'string':
      return withoutLastBlanks;
    default:
      return undefined;
  }
}

function checkFor(spec: ColumnSpec, rules: readonly ColumnRule[], facts: FileFacts): CellCheck {
  switch (spec.type) {
    case 'integer':
      return integerCheck(spec);
    case 'float':
    case 'numeric':
      return decimalCheck(spec, rules);
    case 'boolean':
      return booleanCheck;
    case 'json':
      return jsonCheck;
    case 'date':
    case 'timestamp':
      return dateCheck(spec, rules);
    case 'string':
      return textCheck(spec, rules, facts);
  }
}

/** Of `1.234 %` the point is a question as long as it stands where the file wrote it. */
const undivided = (rule: ColumnRule): ColumnRule =>
  rule.rule === 'percent-to-fraction' ? { rule: 'strip-unit', units: ['%'] } : rule;

/** One column's road from the file's text to the value that is sent, as closures (a strict CSP forbids generated code). */
export function compileColumn(
  spec: ColumnSpec,
  isKey: boolean,
  rules: readonly ColumnRule[],
  facts: FileFacts = {},
): CompiledColumn {
  const { hasNumbers = false } = facts;
  const takesEmptyText = spec.type === 'string' && !isKey;
  const comma = rules.findLast(({ rule }) => rule === 'decimal-comma');
  const others = rules.filter(({ rule }) => rule !== 'decimal-comma');
  const isNumber = spec.type === 'integer' || spec.type === 'float' || spec.type === 'numeric';
  const repair = compileRules(rules);
  return {
    spec,
    isKey,
    check: checkFor(spec, rules, facts),
    repair,
    typedRepair: rules.some(exchangesDays) ? compileRules(rules, true) : repair,
    numberRepair: compileRules(others),
    withoutComma:
      comma?.rule === 'decimal-comma' && comma.lonePoint === undefined
        ? compileRules(others.map(undivided))
        : undefined,
    hasNumbers: hasNumbers && isNumber && !rules.some(makesValue),
    showsNumbers: hasNumbers && spec.type === 'string',
    textsRead:
      hasNumbers && spec.type === 'string'
        ? rules.flatMap((rule) => ('positions' in rule ? rule.positions : []))
        : [],
    makesValue: rules.some(makesValue),
    emptyAs: takesEmptyText ? rules.findLast((rule) => rule.rule === 'empty-as')?.as : undefined,
    takesEmptyText,
    besideSeparators: facts.besideSeparators,
    quoted: spec.type === 'string' || spec.type === 'date' || spec.type === 'timestamp',
    keyOf: keyOf(spec),
  };
}
