/** Bytes a UTF-8 sequence needs after this lead byte (RFC 3629); -1 for a byte that cannot lead. */
function followers(lead: number): number {
  if (lead < 0x80) return 0;
  if (lead >= 0xc2 && lead <= 0xdf) return 1;
  if (lead >= 0xe0 && lead <= 0xef) return 2;
  return lead >= 0xf0 && lead <= 0xf4 ? 3 : -1;
}

/** Counts multi-byte sequences and bytes that are no UTF-8. Sequences cut by either edge count as neither. */
export function utf8Evidence(bytes: Uint8Array): { multi: number; invalid: number } {
  let multi = 0;
  let invalid = 0;
  let at = 0;
  while (at < 3 && ((bytes[at] ?? 0) & 0xc0) === 0x80) at += 1;
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    const need = followers(lead);
    if (need <= 0) {
      if (need < 0) invalid += 1;
      at += 1;
      continue;
    }
    let got = 0;
    while (got < need && ((bytes[at + 1 + got] ?? 0) & 0xc0) === 0x80) got += 1;
    if (at + 1 + got >= bytes.length && got < need) break;
    const second = bytes[at + 1] ?? 0;
    // Overlong forms, surrogates and code points above U+10FFFF are ill-formed though their bytes look right.
    const illFormed =
      (lead === 0xe0 && second < 0xa0) ||
      (lead === 0xed && second > 0x9f) ||
      (lead === 0xf0 && second < 0x90) ||
      (lead === 0xf4 && second > 0x8f);
    if (got < need || illFormed) invalid += 1;
    else multi += 1;
    at += 1 + got;
  }
  return { multi, invalid };
}

/** Letters that hardly any language writes beside so few others; ơ, ư, ș and ț are everyday ones. */
const RARE =
  /[\u0132\u0133\u0138\u0149\u017f\u0180-\u019f\u01a2-\u01ae\u01b1-\u0217\u021c-\u02af\u03cf-\u03ff\u0460-\u052f\u0700-\u07ff]/;
/** Ordinary sequences beyond which the rare ones are letters of some language, and sequences in all. */
const FEW_ORDINARY = 3;
const FEW = 8;

const isCapital = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x41 && byte <= 0x5a;

/** Second bytes that windows-1252 reads as …, ™ and ®: signs behind a name. */
const SIGNS = new Set([0x85, 0x99, 0xae]);

/** A small letter in a word of capitals: "CAF\xC9\x99" is CAFÉ™ rather than CAFə. */
const isMisplaced = (bytes: Uint8Array, at: number, letter: string): boolean =>
  isCapital(bytes[at - 1]) &&
  isCapital(bytes[at - 2]) &&
  letter !== letter.toUpperCase() &&
  SIGNS.has(bytes[at + 1] ?? 0);

/**
 * Whether the UTF-8 sequences in these parts could have come about by chance from bytes of another encoding: only few
 * different ones, none of three bytes, and at least half of them letters that nobody writes there. `slight`: it is one
 * letter, at a place where it may stand; files of today are UTF-8 far more often than chance makes one such pair.
 */
export function doubtOf(parts: readonly Uint8Array[]): 'none' | 'slight' | 'strong' {
  const rare = new Set<number>();
  const ordinary = new Set<number>();
  let misplaced = false;
  for (const bytes of parts)
    for (let at = 0; at < bytes.length; at++) {
      const lead = bytes[at] ?? 0;
      if (lead < 0x80) continue;
      const next = bytes[at + 1] ?? 0;
      if (followers(lead) > 1 && (next & 0xc0) === 0x80) return 'none';
      if (followers(lead) !== 1 || (next & 0xc0) !== 0x80) continue;
      const code = ((lead & 0x1f) << 6) | (next & 0x3f);
      const letter = String.fromCharCode(code);
      const isOutOfPlace = isMisplaced(bytes, at, letter);
      misplaced ||= isOutOfPlace;
      (RARE.test(letter) || isOutOfPlace ? rare : ordinary).add(code);
      at += 1;
      if (ordinary.size > FEW_ORDINARY || rare.size > FEW) return 'none';
    }
  if (rare.size < ordinary.size || rare.size === 0) return 'none';
  return rare.size === 1 && !misplaced ? 'slight' : 'strong';
}
