/** Scripts whose words hold no Latin letters. */
const OTHER_SCRIPT =
  /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Thai}]/u;

/** Kept as bits for each sign: asked of every letter in every encoding, regular expressions took most of the time. */
const [SEEN, LETTER, UPPER, LOWER, ELSEWHERE, VOWEL, CONSONANT] = [1, 2, 4, 8, 16, 32, 64];
const kinds = new Uint8Array(65_536);

function kindOf(sign: string): number {
  const unit = sign.charCodeAt(0);
  const known = kinds[unit] ?? 0;
  if (known !== 0) return known;
  const upper = sign.toUpperCase();
  let kind = SEEN | (sign === upper ? 0 : LOWER);
  if (/[\p{L}\p{M}]/u.test(sign)) kind |= LETTER;
  if (sign === upper && sign !== sign.toLowerCase()) kind |= UPPER;
  if (OTHER_SCRIPT.test(sign)) kind |= ELSEWHERE;
  const plain = sign.toLowerCase().normalize('NFD')[0] ?? '';
  if (/[aeiouæøœı]/.test(plain)) kind |= VOWEL;
  // Neither: y and w may be both, ĺ and ŕ are a syllable by themselves.
  else if (/[b-df-hj-npq-tvxzđðþßłħŧŋ]/.test(plain) && !/[ĺŕ]/i.test(sign)) kind |= CONSONANT;
  kinds[unit] = kind;
  return kind;
}

type Sign = string | undefined;
const has = (sign: Sign, kind: number): boolean => sign !== undefined && (kindOf(sign) & kind) !== 0;

export const isLetter = (sign: Sign): boolean => has(sign, LETTER);
export const isUpper = (sign: Sign): boolean => has(sign, UPPER);
export const isLower = (sign: Sign): boolean => has(sign, LOWER);
export const isAscii = (sign: Sign): boolean => sign !== undefined && sign < '\u0080';
/** A letter of a script whose words hold no Latin ones. */
export const isElsewhere = (sign: Sign): boolean => has(sign, ELSEWHERE);

/** What it costs to be a consonant among consonants; a vowel among vowels costs half of it. */
const CROWDED = 0.6;
/** Long vowels of Finnish and Estonian; nobody else doubles a letter with a mark. */
const DOUBLED = new Set('äöüõ');
/** Vowels that glide into the next one: "região". */
const GLIDING = /[iu]/i;

/**
 * What the letters around a letter say against it: consonants take turns with vowels in every language. Other encodings
 * have letters of the other kind at the same bytes: "pčre" was "père", "Kňrsou" was "Kòrsou", "Curaēao" was "Curaçao".
 */
export function misfit(text: string, at: number): number {
  const [sign, before, after] = [text[at], text[at - 1], text[at + 1]];
  if (has(sign, CONSONANT)) return has(before, CONSONANT) && has(after, CONSONANT) ? -CROWDED : 0;
  if ('æÆ'.includes(sign ?? '') && has(before, VOWEL)) return -CROWDED;
  if (sign === after && !DOUBLED.has(sign ?? '')) return -CROWDED;
  if (!has(sign, VOWEL) || !has(before, VOWEL) || !has(after, VOWEL)) return 0;
  return GLIDING.test(`${before}${after}`) || sign === before || sign === after ? 0 : -CROWDED / 2;
}
