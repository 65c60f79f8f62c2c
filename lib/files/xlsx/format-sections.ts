import { kindOfLetters } from './number-format';
import type { FormatKind } from './serial-date';

/** One section of a number format (ECMA-376 §18.8.31), read once. */
export interface Section {
  readonly kind: FormatKind;
  readonly condition: ((value: number) => boolean) | undefined;
  /** It has a place for a text. */
  readonly isOfText: boolean;
  /** Letters without what is literal. */
  readonly letters: string;
  /** What is literal, by where it stands. */
  readonly before: string;
  readonly between: string;
  readonly after: string;
  readonly hasColour: boolean;
}

const PLACE = /[0#?]/;
const CONDITION = /^(<=|>=|<>|<|>|=)\s*([+-]?[\d.]+(?:e[+-]?\d+)?)$/i;

function conditionOf(inside: string): Section['condition'] {
  const [, sign, text] = CONDITION.exec(inside) ?? [];
  const bound = Number(text);
  switch (sign) {
    case '<':
      return (value) => value < bound;
    case '>':
      return (value) => value > bound;
    case '<=':
      return (value) => value <= bound;
    case '>=':
      return (value) => value >= bound;
    case '=':
      return (value) => value === bound;
    case '<>':
      return (value) => value !== bound;
    default:
      return undefined;
  }
}

/** Signs that a person takes for part of the number when they stand among its digits (`1.234`, `9:30`, `12-34`). */
const AMONG_DIGITS = /[.,:-]/;
/** Words behind a number that make another of it, unless the format itself divides. */
const MAGNITUDE = /^(?:[kKM%‰]|mio\.?|mrd\.?|mln\.?|bn|tsd\.?|thousand|million)$/i;
const METRES = 'm';

/** Whether another number is seen than is there: literal digits, signs among the digits, a sign or a word around them. */
function seemsOther({ letters, before, between, after }: Section): boolean {
  if (!PLACE.test(letters) || /[hsyd]/.test(letters)) return false;
  if (/\d/.test(before + between + after) || AMONG_DIGITS.test(between)) return true;
  const word = after.trim();
  return /\p{L}\S*[-/]$/u.test(before) || (MAGNITUDE.test(word) && word !== METRES);
}

function readSection(code: string, from: number): { readonly section: Section; readonly next: number } {
  const literal = { before: '', between: '', after: '' };
  let [letters, kept, condition, isElapsed, hasColour] = [
    '',
    '',
    undefined as Section['condition'],
    false,
    false,
  ];
  let at = from;
  const isPlaced = () => PLACE.test(letters);
  const add = (text: string): void => {
    if (isPlaced()) kept += text;
    else literal.before += text;
  };
  for (; at < code.length; at++) {
    const letter = code.charAt(at);
    if (letter === '"') {
      const end = code.indexOf('"', at + 1);
      if (end < 0) break;
      add(code.slice(at + 1, end));
      at = end;
    } else if (letter === '\\') add(code.charAt(++at));
    else if (letter === '_' || letter === '*') at += 1;
    else if (letter === '[') {
      const end = code.indexOf(']', at);
      if (end < 0) break;
      const inside = code.slice(at + 1, end);
      isElapsed ||= /^(h+|m+|s+)$/i.test(inside);
      hasColour ||= /^(?:\p{L}+|color\s*\d+)$/iu.test(inside) && !isElapsed;
      condition ??= conditionOf(inside);
      at = end;
    } else if (letter === ';') break;
    else {
      if (PLACE.test(letter)) {
        literal.between += kept;
        kept = '';
      } else if (letter === '-' && !/e$/.test(letters)) add(letter);
      letters += letter.toLowerCase();
    }
  }
  const isOfText = letters.includes('@');
  const kind = isElapsed ? 'duration' : kindOfLetters(letters);
  const section = { ...literal, after: kept, kind, condition, isOfText, letters, hasColour };
  return { section: seemsOther(section) ? { ...section, kind: 'masked' } : section, next: at + 1 };
}

/** All sections of a format. An empty code is General. */
export function readSections(code: string): Section[] {
  const sections: Section[] = [];
  for (let from = 0; from <= code.length;) {
    const { section, next } = readSection(code, from);
    sections.push(section);
    from = next;
  }
  return sections;
}
