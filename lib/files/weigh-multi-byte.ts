import { characterLength, type MultiByte } from './multi-byte';

/** In text of another encoding the byte after an accented letter is most often one of these. */
const isAsciiLetter = (byte: number) => (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);

/** Greek or Cyrillic: a row of its own in each of these sets, both cases within 82 places. */
const isAlphabet = (lead: number, next: number, row: number, from: number) =>
  lead === row && next >= from && next <= from + 0x51;

/** Vowels with their tones, as GB 2312 has them for pinyin: other languages write them within words. */
const isVowel = (lead: number, next: number) => lead === 0xa8 && next >= 0xa1 && next <= 0xba;

/** What a pair of bytes says for an encoding: from 1 (its commonest signs) to 0 (possible, hardly ever used). */
function weighPair(lead: number, next: number, encoding: MultiByte): number {
  switch (encoding) {
    case 'shift_jis':
      // Kana and punctuation stand in any Japanese text; level 1 of the kanji ends with lead 0x98.
      if (lead === 0x82 && next >= 0x4f && next <= 0xf1) return 1;
      if (lead === 0x83 && next <= 0x96) return 1;
      if (lead === 0x81 && next <= 0xac) return 0.8;
      if (isAlphabet(lead, next, 0x83, 0x9f) || isAlphabet(lead, next, 0x84, 0x40)) return 0.7;
      if (isAsciiLetter(next)) return 0.3;
      return lead >= 0x88 && lead <= 0x98 ? 0.8 : lead <= 0x9f ? 0.3 : lead <= 0xea ? 0.2 : 0;
    case 'euc-jp':
      if (lead === 0xa4 || lead === 0xa5) return 1;
      // Half-width kana, which Shift-JIS takes for kanji.
      if (lead === 0x8e) return 0.6;
      if (lead === 0xa1 || lead === 0xa3) return 0.6;
      if (isAlphabet(lead, next, 0xa6, 0xa1) || isAlphabet(lead, next, 0xa7, 0xa1)) return 0.7;
      return lead >= 0xb0 && lead <= 0xcf ? 0.7 : lead >= 0xd0 && lead <= 0xf4 ? 0.3 : 0;
    case 'gb18030':
      // GB 2312: level 1 (by pronunciation) ends with lead 0xD7, level 2 with 0xF7.
      if (next >= 0xa1 && lead >= 0xb0 && lead <= 0xc8) return 0.75;
      if (next >= 0xa1 && lead >= 0xc9 && lead <= 0xd7) return 0.95;
      if (next >= 0xa1 && lead >= 0xd8 && lead <= 0xf7) return 0.4;
      if (isAlphabet(lead, next, 0xa6, 0xa1) || isAlphabet(lead, next, 0xa7, 0xa1)) return 0.7;
      if (isVowel(lead, next)) return 0.7;
      return next >= 0xa1 && lead >= 0xa1 && lead <= 0xa3 ? 0.7 : 0.1;
    case 'big5':
      if (lead >= 0xa4 && lead <= 0xc6) return isAsciiLetter(next) ? 0.55 : next < 0x7f ? 1 : 0.6;
      return lead >= 0xa1 && lead <= 0xa3 ? 0.7 : lead >= 0xc9 && lead <= 0xf9 ? 0.3 : 0;
    case 'euc-kr':
      // The 2,350 syllables of KS X 1001 lie between these leads.
      if (next >= 0xa1 && lead >= 0xb0 && lead <= 0xc8) return 1;
      if (isAlphabet(lead, next, 0xa5, 0xc1) || isAlphabet(lead, next, 0xac, 0xa1)) return 0.7;
      return next >= 0xa1 && lead >= 0xa1 && lead <= 0xa3 ? 0.7 : -0.2;
  }
}

/** From the first of these on a lead byte begins Han signs or syllables, of which no text uses one lead alone. */
const MANY_LEADS: Readonly<Record<MultiByte, number>> = {
  shift_jis: 0x88,
  'euc-jp': 0xb0,
  gb18030: 0xb0,
  big5: 0xa4,
  'euc-kr': 0xb0,
};
/** So many signs, nearly all of one lead, are an alphabet of another encoding ("妓快扼扭批忌抖我抗忘"). */
const SIGNS = 8;
const NEARLY = 0.9;

const isSmall = (byte: number) => byte >= 0x61 && byte <= 0x7a;

/** How much bytes look like text in an encoding of several bytes a character: −3 to 1, mean over its signs beyond ASCII. */
export function weighMultiByte(bytes: Uint8Array, encoding: MultiByte): { score: number; signs: number } {
  let sum = 0;
  let signs = 0;
  let before = 0;
  const leads = new Uint32Array(256);
  for (let at = 0; at < bytes.length;) {
    const length = characterLength(bytes, at, encoding) || 1;
    const lead = bytes[at] ?? 0;
    if (lead >= 0x80) {
      signs += 1;
      leads[lead] = (leads[lead] ?? 0) + 1;
      const halfKana = encoding === 'shift_jis' && lead >= 0xa1 && lead <= 0xdf;
      if (length === 1) sum += halfKana ? 0.1 : -3;
      else if (
        isSmall(before) &&
        isSmall(bytes[at + length] ?? 0) &&
        !(encoding === 'gb18030' && isVowel(lead, bytes[at + 1] ?? 0))
      ) {
        // Nobody writes one of these signs inside a Latin word: "Reuni車n".
        sum -= 1;
      } else if (length === 2) sum += weighPair(lead, bytes[at + 1] ?? 0, encoding);
      else sum += 0.5;
    }
    before = length === 1 ? lead : 0;
    at += length;
  }
  const most = Math.max(...leads);
  if (signs >= SIGNS && most > NEARLY * signs && leads.indexOf(most) >= MANY_LEADS[encoding]) sum -= signs;
  return { score: signs === 0 ? 0 : sum / signs, signs };
}
