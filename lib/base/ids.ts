/** Short random ids for records of ours: 80 bits, 16 characters of Crockford's base 32 (no I, L, O, U). */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

export function newId(
  fill: (bytes: Uint8Array) => Uint8Array = (bytes) => crypto.getRandomValues(bytes),
): string {
  let id = '';
  for (const byte of fill(new Uint8Array(16))) id += ALPHABET[byte & 31];
  return id;
}
