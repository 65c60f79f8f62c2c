import { pieceDecoder } from './decode';
import { LANGUAGES } from './letters';
import { ENCODINGS, type Dialect } from './model';
import { isMultiByte } from './multi-byte';
import { isSingleByte } from './single-byte';
import { weighMultiByte } from './weigh-multi-byte';
import { weighText } from './weigh-text';

type Encoding = Dialect['encoding'];

/** Lines weighed, and bytes of each: plenty for any language, little enough to try thirty encodings on. */
const LINES = 300;
const LINE_BYTES = 400;
/** Below this mean no encoding makes a language of the bytes. */
const PLAUSIBLE = 0.4;
/** Encodings of machines that nobody uses any more: they read almost any bytes as some letters. */
const OLD = /^(?:ibm|mac|x-mac)/;
/**
 * How far the best must be ahead of any other, over the signs that the two read differently: by more than one sign
 * can say, and by more than what that many signs say by chance.
 */
const AHEAD = 0.9;
const AHEAD_PER_ROOT = 0.7;
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

function isAhead(best: Reading, other: Reading): boolean {
  const { apart, shared, differing } = ahead(best, other);
  const sum = apart + SHARED * shared;
  return apart >= -BEHIND * differing && sum >= AHEAD && sum >= AHEAD_PER_ROOT * Math.sqrt(differing);
}

/** Whether too much of a script of its own is no letter of the language: its alphabet has others there ("Тїркия"). */
function isStrange({ language, places, signs }: Reading): boolean {
  if (language === undefined || LANGUAGES[language]?.ranked !== true || places === undefined) return false;
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

/**
 * Which encoding reads these lines as a language, by letters, their places in words, and the shapes of longer
 * characters. Encodings that read them alike are one candidate: between those nothing needs deciding.
 */
export function guessEncoding(lines: readonly Uint8Array[]): Guess {
  const bytes = new Uint8Array(lines.reduce((sum, line) => sum + line.length + 1, 0)).fill(10);
  let at = 0;
  for (const line of lines) {
    bytes.set(line, at);
    at += line.length + 1;
  }
  const readings = new Map<string, Reading>();
  for (const encoding of ENCODINGS) {
    if (!isSingleByte(encoding) && !isMultiByte(encoding)) continue;
    const { text } = pieceDecoder(encoding)(bytes);
    const weighed = isSingleByte(encoding)
      ? weighText(text, encoding)
      : { ...weighMultiByte(bytes, encoding), language: undefined, places: undefined };
    const known = readings.get(text);
    if (known === undefined || weighed.score > known.score) {
      readings.set(text, { encoding, text, ...weighed });
    }
  }
  const ranked = [...readings.values()].sort((a, b) => b.score - a.score);
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
  const isThin = new Set(bytes.filter(isHigh)).size <= FEW_BYTES && others.some(isPlausible);
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
