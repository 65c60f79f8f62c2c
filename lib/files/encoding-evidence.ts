import { pieceDecoder } from './decode';
import type { EncodingChoice } from './encoding';
import type { Dialect, EncodingEvidence } from './model';

type Encoding = Dialect['encoding'];

/** Lines shown, and bytes of each around the first one that decides. */
const LINES = 6;
const AROUND = 40;

const hex = (byte: number) => `\\x${byte.toString(16).toUpperCase().padStart(2, '0')}`;
const rawText = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : hex(byte))).join('');

/** The part of a line around its first byte beyond ASCII, cut at ASCII so that no character is split. */
function excerpt(line: Uint8Array): Uint8Array {
  const first = Math.max(
    0,
    line.findIndex((byte) => byte >= 0x80),
  );
  let from = Math.max(0, first - AROUND / 2);
  while (from > 0 && (line[from - 1] ?? 0) >= 0x80) from -= 1;
  let to = Math.min(line.length, first + AROUND);
  while (to < line.length && (line[to] ?? 0) >= 0x80) to += 1;
  return line.subarray(from, to);
}

/** Lines that say most: those whose bytes beyond ASCII have not been shown yet. */
function pick(lines: readonly Uint8Array[]): Uint8Array[] {
  const shown = new Set<number>();
  const picked: Uint8Array[] = [];
  for (const line of lines) {
    const part = excerpt(line);
    if (!part.some((byte) => byte >= 0x80 && !shown.has(byte))) continue;
    part.forEach((byte) => byte >= 0x80 && shown.add(byte));
    picked.push(part);
    if (picked.length === LINES) break;
  }
  return picked;
}

/** The lines that decide the encoding, as bytes and as each likely encoding reads them; `encoding` is read first. */
export function encodingEvidence(choice: EncodingChoice, encoding: Encoding): EncodingEvidence {
  const likely = choice.guess?.candidates ?? [choice.encoding, 'windows-1252' as const];
  const encodings = [...new Set([encoding, ...likely])];
  const language = choice.guess?.language;
  return {
    ...(language === undefined || choice.decidedBy !== 'letters' ? {} : { language }),
    candidates: [...likely],
    lines: pick(choice.lines).map((bytes) => ({
      raw: rawText(bytes),
      readings: encodings.map((name) => ({ encoding: name, text: pieceDecoder(name)(bytes).text })),
    })),
  };
}
