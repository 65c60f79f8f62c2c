import type { FormatKind } from './serial-date';
import { readSections, type Section } from './format-sections';

/** What a format makes of what stands in a cell. */
export interface ShownFormat {
  /** Of any number; `varied` where it depends on its value. */
  readonly kind: FormatKind;
  readonly kindOf: (value: number) => FormatKind;
  /** Whether something else is seen of a text. */
  readonly masksText: boolean;
  /** The currency beside the number, if there is one. */
  readonly currency: string | undefined;
}

const wordsOf = ({ before, between, after }: Section) => (before + between + after).trim();
const isEmpty = ({ kind, letters }: Section) => kind !== 'duration' && letters.trim() === '';

/** What is seen of a number in a section without a place for it: a word, or nothing. A colour alone means General. */
function emptyKind(section: Section, isOnly: boolean, isOfZero: boolean): FormatKind {
  const words = wordsOf(section);
  if (words === '') return isOnly && (section.hasColour || section.letters === '') ? 'number' : 'masked';
  // Accountants write a dash for zero.
  return isOfZero && /^[-\u2010-\u2015\u2212]+$/.test(words) ? 'number' : 'masked';
}

/** Without a place that is always filled nothing is seen of a zero (`#,###`). */
const hidesZero = (section: Section) =>
  section.kind === 'number' &&
  /[#?]/.test(section.letters) &&
  !/[0/]/.test(section.letters) &&
  wordsOf(section) === '';

/** A negative number without its sign, brackets or a colour of its own. */
const hidesSign = (section: Section) =>
  section.kind === 'number' && !section.hasColour && !/[-(]/.test(section.before + section.letters);

function kindIn(section: Section, sections: readonly Section[], value: number): FormatKind {
  if (section.isOfText) return wordsOf(section) === '' ? 'number' : 'masked';
  if (isEmpty(section)) return emptyKind(section, sections.length === 1, value === 0);
  if (value === 0 && hidesZero(section)) return 'masked';
  if (section.condition !== undefined || sections.some(({ condition }) => condition !== undefined))
    return section.kind;
  const isFirst = section === sections[0];
  if (value > 0 && isFirst && section.kind === 'number' && section.before.startsWith('-')) return 'masked';
  return value < 0 && !isFirst && hidesSign(section) ? 'masked' : section.kind;
}

/** Which section a number is shown by: by conditions where there are some, else by its sign. */
function sectionFor(sections: readonly Section[], value: number): Section | undefined {
  const [first, second, third] = sections;
  if (sections.some(({ condition }) => condition !== undefined)) {
    return sections.find(({ condition }, at) => {
      if (condition !== undefined) return condition(value);
      if (at === sections.length - 1) return true;
      return at === 0 ? value > 0 : value < 0;
    });
  }
  if (value < 0 && second !== undefined) return second;
  return value === 0 && third !== undefined ? third : first;
}

/** Not the dollar of a language alone (`[$-409]`). */
const CURRENCY = /\[\$([^\]-]+)|(?<!\[)(\p{Sc})/u;

/** Reads a custom format. */
export function readFormat(code: string): ShownFormat {
  const all = readSections(code);
  const ofText = all[3] ?? all.find(({ isOfText }) => isOfText);
  const numeric = all.slice(0, 3).filter((section, at) => at === 0 || !section.isOfText);
  const shownAt = (value: number): FormatKind => {
    const section = sectionFor(numeric, value);
    return section === undefined ? 'masked' : kindIn(section, numeric, value);
  };
  const [positive, negative, zero] = [shownAt(1), shownAt(-1), shownAt(0)];
  const isPlain = numeric.every(({ condition }) => condition === undefined);
  // Days and times are never negative, and at zero nothing is lost by what hides it.
  const isSame = isPlain && (isDated(positive) || (positive === negative && positive === zero));
  const [, named, sign] = CURRENCY.exec(code.split(';')[0] ?? '') ?? [];
  return {
    kind: isSame ? positive : 'varied',
    kindOf: isPlain ? (value) => (value > 0 ? positive : value < 0 ? negative : zero) : shownAt,
    masksText: ofText !== undefined && (wordsOf(ofText) !== '' || !ofText.isOfText),
    currency: (named ?? sign)?.trim(),
  };
}

const isDated = (kind: FormatKind) => kind !== 'number' && kind !== 'masked';
