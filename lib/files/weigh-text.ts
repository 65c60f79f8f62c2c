import { LANGUAGES } from './letters';
import { isAscii, isElsewhere, isLetter, isLower, isUpper, misfit } from './sign-kinds';
import type { SingleByte } from './single-byte';

/** Signs that stand in tables in any language, beside words and numbers. */
const SIGNS = new Set('€£¥§°²³½¼¾“”„‘’‚–—…•®©™«»‹›µμ×±·´ªº¡¿№¢\u00a0‰');
/** Signs that may stand between two letters. */
const INSIDE = new Set('’‘´·-–');

/** Forms of letters that only end a word, only stand before another letter, or never begin one. */
const ONLY_LAST = new Set('ςךםןףץ');
const NEVER_LAST = new Set('σ');
const NEVER_FIRST = new Set('ъьыЪЬЫ');
/** Not behind the ñ of Spain, but behind the ń of Poland. */
const CONSONANT = /[bcdfghjklmnpqrstvwxz]/i;
const DIGIT = /\d/;
/** Signs exactly where writers put them, with what stands before and after. */
const FITTING: readonly RegExp[] = [
  /^[^\p{L}\p{N}][“„«][\p{L}\p{N}]$/u,
  /^[\p{L}\p{N}.,!?][”“»][^\p{L}\p{N}]$/u,
  /^\p{L}’\p{L}$/u,
  /^ [–—] $/,
  /^[\d ][€£¥][\d ]$|^[\s;,"][€£¥]\d$|^\d[€£¥][\s;,"]$/,
  /^\d[°²³½¼¾]/,
  /^\p{L}(?:…|[®™](?!\p{L}))/u,
];

interface Weights {
  readonly name: string;
  readonly encodings: ReadonlySet<SingleByte>;
  readonly letters: ReadonlyMap<string, number>;
  readonly before: Readonly<Record<string, string>>;
  readonly isWestern: boolean;
}

/** A letter as a language writes it, in both cases. Turkish has its own pairs of i. */
const cases = (letter: string): string[] => [letter, letter === 'i' ? 'İ' : letter.toUpperCase()];

/** A common letter proves more than a rare one: 1 and 0.6, or from 1 down to 0.2 where the letters are ranked; less in a mixture. */
const MIXED = 0.6;
const OWN = 0.6;
/** A letter that the language lacks, and one of a neighbour's, as in names from there. */
const STRANGE = -0.5;
const FOREIGN = -0.2;
/** Letters that some language only has before certain others. */
const PLACED = new Set(Object.values(LANGUAGES).flatMap(({ before = {} }) => Object.keys(before)));

const WEIGHTS: readonly Weights[] = Object.entries(LANGUAGES).map(([name, language]) => {
  const { common, rare, own = '', encodings, ranked, mixed, before = {} } = language;
  const all = [...common, ...rare];
  const weightOf = (at: number) =>
    (ranked ? 1 - (0.8 * at) / all.length : at < [...common].length ? 1 : 0.6) * (mixed ? MIXED : 1);
  const letters = new Map(all.flatMap((letter, at) => cases(letter).map((form) => [form, weightOf(at)])));
  for (const form of [...own].flatMap(cases)) letters.set(form, OWN);
  return { name, encodings: new Set(encodings), letters, before, isWestern: encodings.includes('macintosh') };
});

const MIXTURE = WEIGHTS.find(({ name }) => LANGUAGES[name]?.mixed === true);

/** The letter, and the one behind it where some language asks for that. */
function keyOf(text: string, at: number): string {
  const sign = text[at] ?? '';
  return PLACED.has(sign) && isLetter(text[at + 1]) ? sign + (text[at + 1] ?? '') : sign;
}

function weightIn({ letters, before, isWestern }: Weights, key: string): number {
  const [sign = '', next] = key;
  if (next !== undefined && before[sign]?.includes(next) === false) return STRANGE;
  return letters.get(sign) ?? (isWestern && MIXTURE?.letters.has(sign) === true ? FOREIGN : STRANGE);
}

/** What a sign beyond ASCII says whatever the language: 0.5 as expected, −1 or less as nobody writes; undefined for letters in order. */
function weighPlace(text: string, at: number): number | undefined {
  const sign = text[at];
  const before = text[at - 1];
  const after = text[at + 1];
  if (sign === '\ufffd' || sign === undefined) return -3;
  if (!isLetter(sign)) {
    if (!SIGNS.has(sign)) return -1;
    if (FITTING.some((pattern) => pattern.test(`${before ?? ' '}${sign}${after ?? ' '}`))) return 0.9;
    const between = isLetter(before) && isLetter(after);
    if (between) return INSIDE.has(sign) ? 0.5 : -1;
    // What closes a quotation does not open a word.
    if ('’”'.includes(sign) && isLower(after) && isLetter(after)) return -0.5;
    // A sign that leans on a letter is a letter misread more often than not: "caf‚", "£ódź".
    const leans = (isLetter(before) || isLetter(after)) && !'“”„‘’«»…®™©–—º²³ª·°\u00a0'.includes(sign);
    return leans ? -0.5 : 0.5;
  }
  if ('ªº'.includes(sign)) return isLetter(after) ? -1 : 0.5;
  // "Ger„t", "pRIWET": capitals do not follow small letters within a word.
  if (isUpper(sign) && isLower(before) && isLetter(before)) return -1;
  if (isLower(sign) && isUpper(after) && (isUpper(text[at + 2]) || !isLetter(before))) return -1;
  // A capital alone, or a letter of a script without them, is no word: more often it is a sign of another encoding.
  if (!isLower(sign) && !isLetter(before) && !isLetter(after)) return -0.5;
  if (ONLY_LAST.has(sign) && isLetter(after)) return -1;
  if (NEVER_LAST.has(sign) && isLetter(before) && !isLetter(after)) return -1;
  if ('ñÑ'.includes(sign) && CONSONANT.test(after ?? '')) return -0.5;
  if (DIGIT.test(before ?? '') && DIGIT.test(after ?? '')) return -1;
  if (NEVER_FIRST.has(sign) && !isLetter(before)) return -1;
  const mixed = isElsewhere(sign) ? [before, after].some((near) => isAscii(near) && isLetter(near)) : false;
  return mixed ? -1 : undefined;
}

export interface Weighed {
  /** Mean over the signs beyond ASCII, from −3 (impossible) to 1 (all as the language writes). */
  readonly score: number;
  readonly language: string | undefined;
  readonly signs: number;
  /** What each place of the text says, in the language found. */
  readonly places: Float32Array;
}

/** How much a text, as one encoding reads it, looks like a language that comes in that encoding. */
export function weighText(text: string, encoding: SingleByte): Weighed {
  let fixed = 0;
  let count = 0;
  const open = new Map<string, number>();
  const places = new Float32Array(text.length);
  const ordinary: number[] = [];
  let letters = 0;
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) < 0x80) continue;
    const sign = text[at] ?? '';
    count += 1;
    const placed = weighPlace(text, at);
    if (placed !== undefined) {
      fixed += placed;
      places[at] = placed;
    } else {
      // Words in capitals are the rarer ones.
      const against = misfit(text, at) - (isUpper(sign) && isUpper(text[at - 1]) ? 0.2 : 0);
      fixed += against;
      places[at] = against;
      ordinary.push(at);
      letters += 1;
      const key = keyOf(text, at);
      open.set(key, (open.get(key) ?? 0) + 1);
    }
  }
  if (count === 0) return { score: 0, language: undefined, signs: 0, places };
  let best: { readonly sum: number; readonly language?: Weights } = { sum: letters === 0 ? 0 : -letters };
  if (letters > 0)
    for (const language of WEIGHTS) {
      if (!language.encodings.has(encoding)) continue;
      let sum = 0;
      for (const [key, times] of open) sum += weightIn(language, key) * times;
      if (sum > best.sum) best = { sum, language };
    }
  for (const at of ordinary)
    places[at] =
      (places[at] ?? 0) + (best.language === undefined ? -1 : weightIn(best.language, keyOf(text, at)));
  return { score: (fixed + best.sum) / count, language: best.language?.name, signs: count, places };
}
