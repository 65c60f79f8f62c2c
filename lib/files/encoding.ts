import { mainLineEnd } from './line-ends';
import { guessEncoding, tellingLines, type Guess } from './guess-encoding';
import type { Dialect } from './model';
import type { ByteSource } from './source';
import { doubtOf, utf8Evidence } from './utf8-evidence';

type Encoding = Dialect['encoding'];

export interface EncodingChoice {
  readonly encoding: Encoding;
  /** Length of the byte order mark, in bytes; 0 without one. */
  readonly bomBytes: number;
  readonly decidedBy: Dialect['decidedBy']['encoding'];
  /** Bytes that are no UTF-8, in the parts looked at. */
  readonly invalid: number;
  /** What the letters said, where they were asked. */
  readonly guess?: Guess;
  /** Lines of the parts looked at with bytes beyond ASCII. */
  readonly lines: readonly Uint8Array[];
  /** The line end that nearly all lines of each part behind the head have. */
  readonly ends: readonly Dialect['newline'][];
}

/** Length of the mark that `bytes` begin with under `encoding`. */
export function bomLength(bytes: Uint8Array, encoding: Encoding): number {
  if (encoding === 'utf-8') return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  if (encoding === 'utf-16le') return bytes[0] === 0xff && bytes[1] === 0xfe ? 2 : 0;
  if (encoding === 'utf-16be') return bytes[0] === 0xfe && bytes[1] === 0xff ? 2 : 0;
  return 0;
}

const isEnd = (byte: number | undefined): boolean => byte === 10 || byte === 13;

/**
 * Whether bytes with some NULs are a text of single bytes all the same: no other control character stands beside the
 * NULs, and the line end they finish with, or else every one, is none of UTF-16. Databases pad their texts with NULs.
 */
function isTextWithNuls(head: Uint8Array): boolean {
  const isPair = (at: number) => head[at % 2 === 0 ? at + 1 : at - 1] === 0;
  const last = head.length - 1;
  const isFinished = isEnd(head[last]) && (last % 2 === 0 || !isPair(last));
  let ends = 0;
  for (const [at, byte] of head.entries()) {
    if (isEnd(byte)) {
      if (!isFinished && isPair(at)) return false;
      ends += 1;
    } else if ((byte > 0 && byte < 32 && byte !== 9) || byte === 127) return false;
  }
  return ends > 0;
}

/** Of a file's bytes at most this share are NULs where it is a text all the same. */
const NULS = 1 / 6;

/** UTF-16 without a mark: Latin text and separators leave NULs on one side of every pair. */
function nulPattern(head: Uint8Array): 'utf-16le' | 'utf-16be' | 'none' | 'binary' {
  const sides = [0, 0];
  for (let at = 0; at < head.length; at++) if (head[at] === 0) sides[at & 1] = (sides[at & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = sides;
  const pairs = head.length / 2;
  // Up to one NUL in a thousand bytes is a flaw in a text file; a finding will name the cells.
  if (even + odd <= head.length / 1000) return 'none';
  // So are two in a short one, where all else is text beyond doubt: UTF-16 would have bytes that are no UTF-8, or more NULs.
  if (even + odd <= 2 && head.length >= 64 && utf8Evidence(head).invalid === 0) return 'none';
  if (even + odd <= head.length * NULS && isTextWithNuls(head)) return 'none';
  if (odd > pairs * 0.2 && even < odd / 20) return 'utf-16le';
  if (even > pairs * 0.2 && odd < even / 20) return 'utf-16be';
  return 'binary';
}

/** Control characters of which texts use some (tab, line ends, Hive's separators) but never half of them. */
function isNoise(head: Uint8Array): boolean {
  const seen = new Set<number>();
  let count = 0;
  for (const byte of head) {
    if (byte >= 0x20 && byte !== 0x7f) continue;
    if (byte === 9 || byte === 10 || byte === 13) continue;
    seen.add(byte);
    count += 1;
  }
  return seen.size > 12 && count > head.length / 50;
}

/** Texts that change their meaning by escape sequences (ISO-2022-JP, -KR, HZ), and UTF-32: none is read here. */
function isUnread(head: Uint8Array): boolean {
  const [a, b, c, d] = head;
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff))
    return true;
  const start = new TextDecoder('latin1').decode(head.subarray(0, 65_536));
  return start.includes('\x1b$B') || start.includes('\x1b$@') || start.includes('\x1b$)C');
}

const SAMPLES = 8;
const SAMPLE_BYTES = 64 * 1024;

/** The head and parts of the rest, eight of them in a large file; asked for at once, because the first rows wait for them. */
async function partsOf(source: ByteSource, head: Uint8Array): Promise<Uint8Array[]> {
  const rest = source.size - head.length;
  const count = rest <= 0 ? 0 : rest <= SAMPLE_BYTES ? 1 : SAMPLES;
  const samples = Array.from({ length: count }, (_, n) => {
    const from = head.length + Math.max(0, Math.floor((rest * (n + 1)) / SAMPLES) - SAMPLE_BYTES);
    return source.read(from, Math.min(source.size, from + SAMPLE_BYTES));
  });
  return [head, ...(await Promise.all(samples))];
}

/**
 * The encoding by evidence: mark, NUL pattern, UTF-8 validity over the head and eight samples of the rest, else the
 * letters. A file with at least ten good sequences for each bad one is UTF-8 with damage: reading it otherwise would
 * garble every good one. Sequences that also arise by chance from letters of another encoding prove neither, where that
 * other encoding makes a language of them. `undecided` is for the user to decide.
 */
export async function detectEncoding(
  source: ByteSource,
  head: Uint8Array,
): Promise<EncodingChoice | 'binary' | 'unread'> {
  if (isUnread(head)) return 'unread';
  const marked = (['utf-8', 'utf-16le', 'utf-16be'] as const).find((name) => bomLength(head, name) > 0);
  if (marked !== undefined && marked !== 'utf-8') {
    return { encoding: marked, bomBytes: 2, decidedBy: 'bom', invalid: 0, lines: [], ends: [] };
  }
  const pattern = nulPattern(head);
  if (marked === undefined) {
    if (pattern === 'binary' || (pattern === 'none' && isNoise(head))) return 'binary';
    if (pattern !== 'none') {
      return { encoding: pattern, bomBytes: 0, decidedBy: 'nul-bytes', invalid: 0, lines: [], ends: [] };
    }
  }
  const parts = await partsOf(source, head);
  const lines = tellingLines(parts);
  const ends = parts.slice(1).flatMap((part) => mainLineEnd(part) ?? []);
  const evidence = parts.map(utf8Evidence);
  const multi = evidence.reduce((sum, part) => sum + part.multi, 0);
  const invalid = evidence.reduce((sum, part) => sum + part.invalid, 0);
  const seen = { invalid, lines, ends };
  if (marked !== undefined) return { ...seen, encoding: marked, bomBytes: 3, decidedBy: 'bom' };
  const isUtf8 = multi >= invalid * 10;
  const doubt = isUtf8 && multi > 0 ? doubtOf(parts) : 'none';
  const isDoubtful = doubt !== 'none';
  if (isUtf8 && !isDoubtful) {
    const decidedBy = invalid === 0 ? 'valid-utf-8' : 'damaged-utf-8';
    return { ...seen, encoding: 'utf-8', bomBytes: 0, decidedBy };
  }
  const guess = guessEncoding(lines);
  if (isDoubtful && !guess.plausible) {
    return {
      ...seen,
      encoding: 'utf-8',
      bomBytes: 0,
      decidedBy: invalid === 0 ? 'valid-utf-8' : 'damaged-utf-8',
    };
  }
  if (isDoubtful && invalid === 0) {
    const [first = guess.encoding, ...others] = guess.candidates;
    const encoding = doubt === 'slight' ? 'utf-8' : first;
    const candidates: Encoding[] = doubt === 'slight' ? ['utf-8', first] : [first, 'utf-8'];
    const asked: Guess = { ...guess, encoding, decided: false, candidates: [...candidates, ...others] };
    return { ...seen, encoding, bomBytes: 0, decidedBy: 'undecided', guess: asked };
  }
  const decidedBy = guess.decided ? 'letters' : 'undecided';
  return { ...seen, encoding: guess.encoding, bomBytes: 0, decidedBy, guess };
}
