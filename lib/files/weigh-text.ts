import { LANGUAGES } from './letters';
import type { SingleByte } from './single-byte';

/** Signs that stand in tables in any language, beside words and numbers. */
const SIGNS = new Set('€£¥§°²³½¼¾“”„‘’‚–—…•®©™«»‹›µμ×±·´ªº¡¿№¢\u00a0‰');
/** Signs that may stand between two letters. */
const INSIDE = new Set('’´·-–');

const isLetter = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{M}]/u.test(sign);
const isUpper = (sign: string | undefined): boolean =>
  sign !== undefined && sign !== sign.toLowerCase() && sign === sign.toUpperCase();
const isLower = (sign: string | undefined): boolean => sign !== undefined && sign !== sign.toUpperCase();
const isAscii = (sign: string | undefined): boolean => sign !== undefined && sign < '\u0080';
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
/** Scripts whose words hold no Latin letters. */
const OTHER_SCRIPT =
  /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Thai}]/u;

interface Weights {
  readonly name: string;
  readonly encodings: ReadonlySet<SingleByte>;
  readonly letters: ReadonlyMap<string, number>;
}

/** A letter as a language writes it, in both cases. Turkish has its own pairs of i. */
const cases = (letter: string): string[] => [letter, letter === 'i' ? 'İ' : letter.toUpperCase()];

/** A common letter proves more than a rare one: 1 and 0.6, or from 1 down to 0.2 where the letters are ranked. */
const WEIGHTS: readonly Weights[] = Object.entries(LANGUAGES).map(([name, language]) => {
  const { common, rare, encodings, ranked } = language;
  const all = [...common, ...rare];
  const weightOf = (at: number) => (ranked ? 1 - (0.8 * at) / all.length : at < [...common].length ? 1 : 0.6);
  const letters = new Map(all.flatMap((letter, at) => cases(letter).map((form) => [form, weightOf(at)])));
  return { name, encodings: new Set(encodings), letters };
});

/** What a sign beyond ASCII says whatever the language: 0.5 as expected, −1 or less as nobody writes; undefined for letters in order. */
function weighPlace(text: readonly string[], at: number): number | undefined {
  const sign = text[at];
  const before = text[at - 1];
  const after = text[at + 1];
  if (sign === '\ufffd' || sign === undefined) return -3;
  if (!isLetter(sign)) {
    if (FITTING.some((pattern) => pattern.test(`${before ?? ' '}${sign}${after ?? ' '}`))) return 0.9;
    const between = isLetter(before) && isLetter(after);
    if (!SIGNS.has(sign)) return -1;
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
  // A capital alone is no word: more often it is a sign of another encoding.
  if (isUpper(sign) && !isLetter(before) && !isLetter(after)) return -0.5;
  if (ONLY_LAST.has(sign) && isLetter(after)) return -1;
  if (NEVER_LAST.has(sign) && isLetter(before) && !isLetter(after)) return -1;
  if ('ñÑ'.includes(sign) && CONSONANT.test(after ?? '')) return -0.5;
  if (DIGIT.test(before ?? '') && DIGIT.test(after ?? '')) return -1;
  if (NEVER_FIRST.has(sign) && !isLetter(before)) return -1;
  const mixed = OTHER_SCRIPT.test(sign)
    ? [before, after].some((near) => isAscii(near) && isLetter(near))
    : false;
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
  const signs = [...text];
  let fixed = 0;
  let count = 0;
  const open = new Map<string, number>();
  const places = new Float32Array(signs.length);
  const ordinary: number[] = [];
  let letters = 0;
  for (let at = 0; at < signs.length; at++) {
    const sign = signs[at] ?? '';
    if (isAscii(sign)) continue;
    count += 1;
    const placed = weighPlace(signs, at);
    if (placed !== undefined) {
      fixed += placed;
      places[at] = placed;
    } else {
      // Words in capitals are the rarer ones.
      if (isUpper(sign) && isUpper(signs[at - 1])) {
        fixed -= 0.2;
        places[at] = -0.2;
      }
      ordinary.push(at);
      letters += 1;
      open.set(sign, (open.get(sign) ?? 0) + 1);
    }
  }
  if (count === 0) return { score: 0, language: undefined, signs: 0, places };
  let best = {
    sum: letters === 0 ? 0 : -letters,
    name: undefined as string | undefined,
    weights: undefined as ReadonlyMap<string, number> | undefined,
  };
  if (letters > 0)
    for (const { name, encodings, letters: weights } of WEIGHTS) {
      if (!encodings.has(encoding)) continue;
      let sum = 0;
      for (const [sign, times] of open) sum += (weights.get(sign) ?? -0.5) * times;
      if (sum > best.sum) best = { sum, name, weights };
    }
  for (const at of ordinary)
    places[at] =
      (places[at] ?? 0) + (best.weights === undefined ? -1 : (best.weights.get(signs[at] ?? '') ?? -0.5));
  return { score: (fixed + best.sum) / count, language: best.name, signs: count, places };
}
