import { pieceDecoder } from './decode';
import { LANGUAGES } from './letters';
import { ENCODINGS, type Dialect } from './model';
import { isMultiByte } from './multi-byte';
import { isSingleByte } from './single-byte';
import { weighMultiByte } from './weigh-multi-byte';
import { weighText } from './weigh-text';

type Encoding = Dialect['encoding'];

/** Lines weighed, and bytes of each: plenty for any language, little enough to try fifty encodings on. */
const LINES = 300;
const LINE_BYTES = 400;
/** Below this mean no encoding makes a language of the bytes. */
const PLAUSIBLE = 0.4;
/** Encodings of machines that nobody uses any more: they read almost any bytes as some letters. */
const OLD = /^(?:ibm|mac|x-mac|iso-8859-(?:3|4|10|14|16)$)/;
/**
 * How far the best must be ahead of any other, over the signs that the two read differently: by more than one sign
 * can say, and by more than what that many signs say by chance.
 */
const AHEAD = 0.9;
const AHEAD_PER_ROOT = 0.7;
/** Pages that hardly any file comes in: other texts make a language of theirs by chance more often than one is met. */
const RARE = /^(?:iso-8859-(?:3|4|10|13|14|16)$|kz|x-mac-(?!cyrillic)|ibm(?!437|850|852|866))/;
/** So they come second to another that reads nearly as well. */
const SECOND = 0.05;
/** A rival among them needs no more than this to be behind, and one of them must be ahead by what only it has. */
const AHEAD_OF_RARE = 0.3;
const OF_RARE_PER_ROOT = 0.3;
const BEHIND_RARE = 0.7;
const RANKED_BEHIND = 0.2;
const RARE_PER_ROOT = 1.9;
const RARE_PER_SIGN = 0.25;
/** A best reading below this is of many languages, or of none known here: the difference must say more, by this factor. */
const MUDDLED = 0.65;
const MUDDLED_FACTOR = 1.5;
const MUDDLED_BEHIND = 0.2;
/** What counts of signs that both read alike, and how far the best may be behind where they differ, per sign (a rare letter for a common one). */
const SHARED = 0.5;
const BEHIND = 0.45;
/** A share of letters that their language lacks, names from elsewhere allowed for. */
const STRANGE = 0.04;
/** With no more different bytes than these a second plausible reading is as good as the first. */
const FEW_BYTES = 3;
/** Readings the user is asked to choose from, or shown for comparison. */
const SHOWN = 4;

export interface Guess {
  readonly encoding: Encoding;
  readonly decided: boolean;
  /** Whether an encoding that files still come in makes a language of the bytes at all. */
  readonly plausible: boolean;
  readonly language: string | undefined;
  /** The likeliest, best first, one for each way of reading the bytes. */
  readonly candidates: readonly Encoding[];
}

interface Reading {
  readonly encoding: Encoding;
  readonly text: string;
  readonly score: number;
  readonly signs: number;
  readonly language: string | undefined;
  /** What each place of the text says; undefined where a character is several bytes. */
  readonly places: Float32Array | undefined;
}

/**
 * How far one reading is ahead of another, in what they read differently and in what both read alike. What they share
 * tells languages apart: one foreign name in a file must not.
 */
function ahead(best: Reading, other: Reading): { apart: number; shared: number; differing: number } {
  const all = (best.score - other.score) * best.signs;
  if (best.places === undefined || other.places === undefined || best.text.length !== other.text.length)
    return { apart: all, shared: 0, differing: Math.max(best.signs, other.signs) };
  let [apart, differing] = [0, 0];
  for (let at = 0; at < best.text.length; at++) {
    if (best.text[at] === other.text[at]) continue;
    differing += 1;
    apart += (best.places[at] ?? 0) - (other.places[at] ?? 0);
  }
  return { apart, shared: all - apart, differing };
}

const isRare = ({ encoding }: Reading) => RARE.test(encoding);
const isRanked = ({ language }: Reading) => language !== undefined && LANGUAGES[language]?.ranked === true;

function isAhead(best: Reading, other: Reading): boolean {
  const { apart, shared, differing } = ahead(best, other);
  const sum = apart + SHARED * shared;
  const root = Math.sqrt(differing);
  if (isRare(other) && !isRare(best)) {
    // Languages of one alphabet share nearly all of it: what only one of them has tells them apart.
    if (isRanked(best) && isRanked(other) && apart >= -RANKED_BEHIND * differing) return true;
    return apart >= -BEHIND_RARE * differing - 1 && sum >= Math.max(AHEAD_OF_RARE, OF_RARE_PER_ROOT * root);
  }
  const isMuddled = best.language !== undefined && best.score < MUDDLED;
  const isOwn =
    isRare(best) && !isRare(other)
      ? apart >= Math.max(AHEAD, isRanked(best) ? 0 : RARE_PER_ROOT * root, RARE_PER_SIGN * differing)
      : apart >= -(isMuddled ? MUDDLED_BEHIND : BEHIND) * differing;
  return isOwn && sum >= Math.max(AHEAD, AHEAD_PER_ROOT * (isMuddled ? MUDDLED_FACTOR : 1) * root);
}

/** Whether too much of a script of its own is no letter of the language: its alphabet has others there ("Тїркия"). */
function isStrange(reading: Reading): boolean {
  const { places, signs } = reading;
  if (!isRanked(reading) || places === undefined) return false;
  return places.filter((place) => place <= -0.5).length > STRANGE * signs;
}

const isHigh = (byte: number) => byte >= 0x80;

/** Lines with bytes beyond ASCII, at most LINES of them spread over what is given. Each is cut at LINE_BYTES. */
export function tellingLines(parts: readonly Uint8Array[], wide = false): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (const [n, part] of parts.entries()) {
    // All parts but the first begin in the middle of a line, and perhaps of a character.
    let at = n === 0 ? 0 : part.findIndex((byte) => byte === 10 || byte === 13) + 1;
    const most = Math.ceil((LINES * (n + 1)) / parts.length);
    while (at < part.length && lines.length < most) {
      let end = at;
      while (end < part.length && part[end] !== 10 && part[end] !== 13) end += 1;
      const line = part.subarray(at, Math.min(end, at + LINE_BYTES));
      if (wide || line.some(isHigh)) lines.push(line);
      at = end + 1;
    }
  }
  return lines;
}

/** How far away a byte beyond ASCII can have a say. */
const REACH = 3;

/** The lines one after another, without the stretches of ASCII that no encoding reads otherwise. */
function joined(lines: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(lines.reduce((sum, line) => sum + line.length + 1, 0));
  let used = 0;
  for (const line of lines) {
    let done = 0;
    for (let at = 0; at < line.length; at++) {
      if ((line[at] ?? 0) < 0x80) continue;
      for (done = Math.max(done, at - REACH); done <= at + REACH && done < line.length; done++)
        bytes[used++] = line[done] ?? 0;
    }
    bytes[used++] = 10;
  }
  return bytes.subarray(0, used);
}

/**
 * Which encoding reads these lines as a language, by letters, their places in words, and the shapes of longer
 * characters. Encodings that read them alike are one candidate: between those nothing needs deciding.
 */
export function guessEncoding(lines: readonly Uint8Array[]): Guess {
  const bytes = joined(lines);
  const readings = new Map<string, Reading>();
  for (const encoding of ENCODINGS) {
    if (!isSingleByte(encoding) && !isMultiByte(encoding)) continue;
    const { text } = pieceDecoder(encoding)(bytes);
    const weighed = isSingleByte(encoding)
      ? weighText(text, encoding)
      : { ...weighMultiByte(bytes, encoding), language: undefined, places: undefined };
    const known = readings.get(text);
    if (known === undefined || (weighed.score > known.score && !RARE.test(encoding))) {
      readings.set(text, { encoding, text, ...weighed });
    }
  }
  const rank = (reading: Reading) => reading.score - (isRare(reading) ? SECOND : 0);
  const ranked = [...readings.values()].sort((a, b) => rank(b) - rank(a));
  const [best, ...others] = ranked;
  if (best === undefined)
    return {
      encoding: 'windows-1252',
      decided: false,
      plausible: false,
      language: undefined,
      candidates: [],
    };
  const isPlausible = ({ encoding, score }: Reading) => score >= PLAUSIBLE && !OLD.test(encoding);
  const isThin =
    new Set(bytes.filter(isHigh)).size <= FEW_BYTES && (isRare(best) || others.some(isPlausible));
  const decided =
    best.score >= PLAUSIBLE && !isThin && !isStrange(best) && others.every((other) => isAhead(best, other));
  return {
    encoding: best.encoding,
    decided,
    plausible: ranked.some(isPlausible),
    language: best.language,
    candidates: ranked.slice(0, SHOWN).map(({ encoding }) => encoding),
  };
}
