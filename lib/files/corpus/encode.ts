import { HIGH_HALVES } from '../single-byte-tables';
import { isSingleByte } from '../single-byte';
import type { Dialect } from '../model';
import { isMultiByte } from '../multi-byte';

type Encoding = Dialect['encoding'];

const inverse = new Map<string, ReadonlyMap<string, readonly number[]>>();

/** Character → bytes, made by decoding every pair there is: platforms encode nothing but UTF-8. */
function tableOf(encoding: Encoding): ReadonlyMap<string, readonly number[]> {
  const known = inverse.get(encoding);
  if (known !== undefined) return known;
  const table = new Map<string, readonly number[]>();
  if (isSingleByte(encoding)) {
    [...HIGH_HALVES[encoding]].forEach((sign, at) => sign !== '\ufffd' && table.set(sign, [at + 128]));
  } else {
    const decoder = new TextDecoder(encoding, { fatal: true });
    const put = (bytes: readonly number[]) => {
      try {
        const sign = decoder.decode(Uint8Array.from(bytes));
        if ([...sign].length === 1 && !/[\u0080-\u009f]/.test(sign) && !table.has(sign))
          table.set(sign, bytes);
      } catch {
        // No character has these bytes.
      }
    };
    for (let lead = 0x81; lead <= 0xfe; lead++) {
      put([lead]);
      for (let next = 0x40; next <= 0xfe; next++) put([lead, next]);
    }
  }
  inverse.set(encoding, table);
  return table;
}

/** GB 18030 in four bytes: the linear part beyond the Basic Multilingual Plane begins at 0x90308130. */
function fourBytes(code: number): readonly number[] {
  let rest = code - 0x10000;
  const d = 0x30 + (rest % 10);
  rest = Math.floor(rest / 10);
  const c = 0x81 + (rest % 126);
  rest = Math.floor(rest / 126);
  return [0x90 + Math.floor(rest / 10), 0x30 + (rest % 10), c, d];
}

/** Text as bytes of any encoding that we read. Throws where the encoding has no such character. */
export function encode(text: string, encoding: Encoding, bom = false): Uint8Array<ArrayBuffer> {
  const marked = bom ? `\ufeff${text}` : text;
  if (encoding === 'utf-8') return new TextEncoder().encode(marked);
  if (isSingleByte(encoding) || isMultiByte(encoding)) {
    const table = tableOf(encoding);
    return Uint8Array.from(
      [...text].flatMap((sign) => {
        const code = sign.codePointAt(0) ?? 0;
        if (code < 0x80) return [code];
        const bytes =
          table.get(sign) ?? (encoding === 'gb18030' && code > 0xffff ? fourBytes(code) : undefined);
        if (bytes === undefined) throw new RangeError(`${encoding} has no ${sign} (U+${code.toString(16)})`);
        return bytes;
      }),
    );
  }
  const bytes = new Uint8Array(marked.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < marked.length; at++)
    view.setUint16(at * 2, marked.charCodeAt(at), encoding === 'utf-16le');
  return bytes;
}
