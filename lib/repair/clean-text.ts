/** Drawn by nobody: zero-width and direction marks, soft hyphen, byte order mark inside, controls but tab and line ends. */
const UNSEEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/g;
/** Drawn like a blank and not one; a search for the blank misses them. */
const ODD_BLANK = /[\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g;
/** Joiners hold emoji families and some scripts together; between two such characters they are part of the text. */
const JOINER =
  /(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Sinhala}\p{Script=Malayalam}])[\u200c\u200d](?=[\p{Extended_Pictographic}\p{L}])/gu;

/** A text without what nobody sees; odd blanks become blanks, edges are cut. */
export function cleanText(text: string): string {
  const held: string[] = [];
  const safe = text.replace(JOINER, (mark) => {
    held.push(mark);
    return '\ue0ff';
  });
  const clean = safe.replace(UNSEEN, '').replace(ODD_BLANK, ' ').trim();
  return held.length === 0 ? clean : clean.replace(/\ue0ff/g, () => held.shift() ?? '');
}
