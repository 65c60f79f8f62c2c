/** SHA-256 in hex. A port, because the platform's own is asynchronous and not everywhere in the same place. */
export type Sha256 = (bytes: Uint8Array<ArrayBuffer>) => Promise<string>;

/** Over the platform's `crypto.subtle` (browser, worker and Node alike; a secure context is needed). */
export const sha256Over =
  (subtle: Pick<SubtleCrypto, 'digest'>): Sha256 =>
  async (bytes) => {
    const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
    return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  };
