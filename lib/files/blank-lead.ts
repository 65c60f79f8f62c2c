import type { ByteSource } from './source';

const PIECE = 1024 * 1024;
const LF = 10;
const CR = 13;

/** The line ends a file begins with: how many bytes and how many lines. */
export interface BlankLead {
  readonly bytes: number;
  readonly lines: number;
}

/**
 * Blank lines at the beginning of a file. A sheet may begin in its millionth row, and what stands above it is that many
 * line ends in the text: looked at by its first bytes alone such a file is empty.
 */
export async function blankLead(source: ByteSource): Promise<BlankLead> {
  let lines = 0;
  let before = 0;
  for (let from = 0; from < source.size; from += PIECE) {
    const bytes = await source.read(from, Math.min(source.size, from + PIECE));
    // The beginning of a text that is still being made says that more follows, and gives what it has.
    if (bytes.length === 0) return { bytes: from, lines };
    for (const [at, byte] of bytes.entries()) {
      if (byte !== LF && byte !== CR) return { bytes: from + at, lines };
      if (byte === CR || before !== CR) lines += 1;
      before = byte;
    }
  }
  return { bytes: source.size, lines };
}
