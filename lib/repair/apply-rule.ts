import { readBuddhistYear } from './buddhist-years';
import { cleanText } from './clean-text';
import { dateReader, orderReader } from './date-reader';
import { addZone, dropPart } from './drop-part';
import { effectiveRules } from './effective-rules';
import type { ColumnRule } from './model';
import {
  expandExponent,
  LONE_POINT,
  percentToFraction,
  plainDigits,
  plainNegative,
  readWithComma,
  readWithPoint,
  unitStripper,
} from './read-number';
import { readSerial } from './read-serial';
import { shownDigits } from './shown-digits';
import { withTimeBeside } from './time-beside';
import {
  changeCase,
  dropEdge,
  dropSheetMark,
  mapValues,
  readMarked,
  replaceText,
  splitPart,
  trimAll,
  unescapeText,
} from './text-rules';

const POINT_ZERO = /^[+-]?\d+\.0+$/;

/** Numbers and dates are read without the blanks around them; what cannot be read keeps them. */
const inside = (read: (text: string) => string | undefined) => (text: string) => read(text.trim()) ?? text;

/** A percent sign is no part of a number's spelling: the number before it is read, and the sign stays. */
const besidePercent = (read: (text: string) => string | undefined) => (text: string) => {
  if (!text.endsWith('%')) return read(text);
  const number = text.slice(0, -1).trimEnd();
  const plain = read(number);
  return plain === undefined ? undefined : plain + text.slice(number.length);
};

/**
 * One cell's text to another; `cells` is the row by file position, for the rules that look at other columns, and `raw` what
 * the cell was before any rule, where that is not the text.
 */
export type CellRule = (text: string, cells?: readonly string[], raw?: string) => string;

/**
 * A rule as a function of one cell. It never fails: what it does not touch it gives back unchanged. `isTyped`: of cells that
 * the user wrote.
 */
export function compileRule(rule: ColumnRule, isTyped = false): CellRule {
  switch (rule.rule) {
    case 'trim':
      return trimAll;
    case 'clean':
      return cleanText;
    case 'case':
      return (text) => changeCase(text, rule.to);
    case 'empty-words': {
      const words = new Set(rule.words.map((word) => word.trim().toLowerCase()));
      return (text) => (words.has(text.trim().toLowerCase()) ? '' : text);
    }
    case 'drop-point-zero':
      return (text) => (POINT_ZERO.test(text) ? text.slice(0, text.indexOf('.')) : text);
    case 'decimal-comma': {
      const { lonePoint } = rule;
      return inside(
        besidePercent((text) =>
          lonePoint === 'thousands' && LONE_POINT.test(text) ? text.replace('.', '') : readWithComma(text),
        ),
      );
    }
    case 'thousands-comma':
      return inside(besidePercent(readWithPoint));
    case 'negative-forms':
      return plainNegative;
    case 'strip-unit':
      return unitStripper(rule.units);
    case 'percent-to-fraction':
      return percentToFraction;
    case 'expand-exponent':
      return expandExponent;
    case 'round-shown':
      return (text) => shownDigits(text) ?? text;
    case 'plain-digits':
      return plainDigits;
    case 'drop-sheet-mark':
      return dropSheetMark;
    case 'marked-parts':
      return (text) => readMarked(text, rule.as);
    case 'drop-edge':
      return dropEdge(rule.text);
    case 'unescape':
      return unescapeText;
    case 'date-order': {
      const read = orderReader(rule, isTyped);
      return (text, _cells, raw = text) => read(text, raw);
    }
    case 'date-names':
      return dateReader(rule.yearFirst === true ? 'year-first' : 'day-first', rule.pivot, true);
    case 'date-serial':
      return inside((text) => readSerial(text, rule.system));
    case 'buddhist-years':
      return readBuddhistYear;
    case 'date-drop':
      return inside((text) => dropPart(text, rule.part));
    case 'add-zone':
      return inside((text) => addZone(text, rule.zone));
    case 'map-values':
      return mapValues(rule.values, rule.ignoreCase !== true);
    case 'pad-zeros':
      return (text) => (/^\d+$/.test(text) ? text.padStart(rule.length, '0') : text);
    case 'empty-as':
      // Of the value, not of the text: the checker asks for it (`emptyAs`).
      return (text) => text;
    case 'constant-when-empty':
      return (text) => (text === '' ? rule.value : text);
    case 'constant':
      return () => rule.value;
    case 'split':
      return splitPart(rule.separator, rule.part);
    case 'join':
      return (_text, cells = []) =>
        rule.positions
          .map((position) => cells[position] ?? '')
          .filter((cell) => cell !== '')
          .join(rule.separator);
    case 'time-beside':
      return (text, cells = []) => withTimeBeside(text, cells[rule.positions[0] ?? -1] ?? '');
    case 'first-filled':
      return (text, cells = []) =>
        text !== ''
          ? text
          : (rule.positions.map((position) => cells[position] ?? '').find((cell) => cell !== '') ?? '');
    case 'replace':
      return replaceText(rule);
  }
}

/** True for rules that give a value to a column which no file column feeds. */
export function makesValue({ rule }: ColumnRule): boolean {
  return rule === 'constant' || rule === 'constant-when-empty' || rule === 'join' || rule === 'first-filled';
}

/** Rules in list order as one function; undefined when there are none, so that a pass can skip the call. */
export function compileRules(rules: readonly ColumnRule[], isTyped = false): CellRule | undefined {
  const steps = effectiveRules(rules)
    .filter(({ rule }) => rule !== 'empty-as')
    .map((rule) => compileRule(rule, isTyped));
  const [only] = steps;
  if (only === undefined) return undefined;
  return steps.length === 1
    ? only
    : (text, cells) => steps.reduce((current, step) => step(current, cells, text), text);
}
