import { damaged } from '../inflate';

/** A local name of up to four letters as one number, so that hot elements are told apart without a string. */
export const packed = (name: string): number =>
  [...name].reduce((key, letter) => (key << 8) | letter.charCodeAt(0), 0);

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** One entity (`amp`, `#10`, `#x41`) as text; undefined when XML knows none of that name. */
export function entity(name: string): string | undefined {
  if (!name.startsWith('#')) return ENTITIES[name];
  const digits = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(name);
  if (digits === null) return undefined;
  const code = digits[1] === undefined ? Number(digits[2]) : parseInt(digits[1], 16);
  return code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : undefined;
}

/** A text of XML with its entities resolved. Throws `file-damaged` at one that does not exist. */
export function plainText(text: string): string {
  return text.replace(/&([^;]*);?/g, (_all, name: string) => {
    const value = entity(name);
    if (value === undefined) throw damaged();
    return value;
  });
}
