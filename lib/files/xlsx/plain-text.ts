const [AMP, CR, LT, UNDERSCORE, SMALL_X] = [38, 13, 60, 95, 120];

/** A text of ASCII as bytes, to be looked for. */
export const markOf = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

export function standsAt(mark: Uint8Array, bytes: Uint8Array, at: number): boolean {
  for (let n = 0; n < mark.length; n++) if (bytes[at + n] !== mark[n]) return false;
  return true;
}

/**
 * Where a text ends that means itself: no entities, no line ends to be made one, no `_x000D_`, no space around that may
 * mean nothing. -1 for any other, and where it does not end before `end`.
 */
export function plainTextEnd(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  for (let byte = bytes[at] ?? 0; at < end && byte !== LT; byte = bytes[++at] ?? 0) {
    if (byte === AMP || byte === CR || (byte === UNDERSCORE && bytes[at + 1] === SMALL_X)) return -1;
  }
  if (at >= end) return -1;
  return at > from && ((bytes[from] ?? 0) <= 32 || (bytes[at - 1] ?? 0) <= 32) ? -1 : at;
}
