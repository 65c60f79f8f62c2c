import type { FileRefusal } from './model';

const SIGNATURES: readonly (readonly [FileRefusal, readonly number[]])[] = [
  ['file-is-pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['file-is-xls', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['file-is-gzip', [0x1f, 0x8b]],
  ['file-is-image', [0x89, 0x50, 0x4e, 0x47]],
  ['file-is-image', [0xff, 0xd8, 0xff]],
  ['file-is-image', [0x47, 0x49, 0x46, 0x38]],
  ['file-is-image', [0x49, 0x49, 0x2a, 0x00]],
  ['file-is-image', [0x4d, 0x4d, 0x00, 0x2a]],
];
const ZIP = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
];

const startsWith = (bytes: Uint8Array, signature: readonly number[]) =>
  signature.every((byte, at) => bytes[at] === byte);

/**
 * What a file is by its first bytes (never by its name), when that is something other than text.
 * `head` should hold the first few KB. Undefined means "may be text"; NUL bytes are judged in `encoding.ts`.
 */
export function sniff(head: Uint8Array): FileRefusal | undefined {
  if (head.length === 0) return 'file-empty';
  if (ZIP.some((signature) => startsWith(head, signature))) {
    // Names of zip entries stand uncompressed beside them, so a workbook shows itself within the first entries.
    const names = new TextDecoder('latin1').decode(head.subarray(0, 65_536));
    return /\[Content_Types\]\.xml|xl\/(workbook|worksheets|styles)/.test(names)
      ? 'file-is-xlsx'
      : 'file-is-zip';
  }
  // RIFF....WEBP
  if (startsWith(head, [0x52, 0x49, 0x46, 0x46]) && startsWith(head.subarray(8), [0x57, 0x45, 0x42, 0x50])) {
    return 'file-is-image';
  }
  return SIGNATURES.find(([, signature]) => startsWith(head, signature))?.[0];
}
