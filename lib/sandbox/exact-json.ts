import { isLosslessNumber, parse, stringify } from 'lossless-json';

/** A number of a request, as it was written: `1.10` stays `1.10`, thirty digits stay thirty digits. */
export { LosslessNumber as WrittenNumber } from 'lossless-json';
export const isWrittenNumber = isLosslessNumber;

/** Parsed JSON whose numbers keep their text; undefined when the text is none (or holds a key twice). */
export function readExactJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: parse(text) };
  } catch {
    return undefined;
  }
}

export function writeExactJson(value: unknown): string {
  return stringify(value) ?? 'null';
}
