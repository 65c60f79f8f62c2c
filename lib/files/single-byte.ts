import { HIGH_HALVES } from './single-byte-tables';

export type SingleByte = keyof typeof HIGH_HALVES;

export const isSingleByte = (encoding: string): encoding is SingleByte => encoding in HIGH_HALVES;

/** Arguments of one call; engines allow far more, but not without end. */
const UNITS = 8192;

/**
 * Reads by a table of our own. Hazard: the TextDecoder of Node 20 reads some of these tables wrongly (0x80 of
 * windows-1252 as a control character), loses a 0xFF at the start of a piece, and no platform knows the DOS pages.
 */
export function singleByteDecoder(encoding: SingleByte): (bytes: Uint8Array) => string {
  const high = HIGH_HALVES[encoding];
  const table = Uint16Array.from({ length: 256 }, (_, byte) =>
    byte < 128 ? byte : high.charCodeAt(byte - 128),
  );
  const units = new Uint16Array(UNITS);
  return (bytes) => {
    let text = '';
    for (let at = 0; at < bytes.length; at += UNITS) {
      const count = Math.min(UNITS, bytes.length - at);
      for (let n = 0; n < count; n++) units[n] = table[bytes[at + n] ?? 0] ?? 0;
      text += String.fromCharCode(...(count === UNITS ? units : units.subarray(0, count)));
    }
    return text;
  };
}
