import type { FileRefusal } from './model';
import type { ByteSource } from './source';

interface Signature {
  readonly is: FileRefusal;
  /** Bytes in hexadecimal; `..` is any byte. */
  readonly bytes: string;
  readonly at?: number;
}

const PROGRAM = '4d5a..00';

/** First bytes as the formats' own definitions give them. Longer before shorter where one begins like the other. */
const SIGNATURES: readonly Signature[] = [
  { is: 'file-is-pdf', bytes: '25504446 2d' },
  { is: 'file-is-xls', bytes: 'd0cf11e0 a1b11ae1' },
  { is: 'file-is-old-sheet', bytes: '0900 0400 0.00' },
  { is: 'file-is-old-sheet', bytes: '0902 0600' },
  { is: 'file-is-old-sheet', bytes: '0904 0600' },
  { is: 'file-is-old-sheet', bytes: '0000 0200 0.04' },
  { is: 'file-is-old-sheet', bytes: '0000 1a00' },
  { is: 'file-is-document', bytes: '7b5c7274 66' },
  { is: 'file-is-columnar', bytes: '50415231' },
  { is: 'file-is-columnar', bytes: '50415245' },
  { is: 'file-is-columnar', bytes: '4f524300' },
  { is: 'file-is-columnar', bytes: '4f524308' },
  { is: 'file-is-columnar', bytes: '4f524311' },
  { is: 'file-is-columnar', bytes: '4f626a01' },
  { is: 'file-is-columnar', bytes: '4152524f 5731 0000' },
  { is: 'file-is-database', bytes: '53514c69 74652066 6f726d61 742033 00' },
  { is: 'file-is-database', bytes: '00010000 5374616e 64617264 20' },
  { is: 'file-is-gzip', bytes: '1f8b' },
  { is: 'file-is-compressed', bytes: '377abcaf 271c' },
  { is: 'file-is-compressed', bytes: '52617221 1a07' },
  { is: 'file-is-compressed', bytes: '425a68.. 314159' },
  { is: 'file-is-compressed', bytes: 'fd377a58 5a00' },
  { is: 'file-is-compressed', bytes: '28b52ffd' },
  { is: 'file-is-compressed', bytes: '04224d18' },
  { is: 'file-is-compressed', bytes: '1f9d' },
  { is: 'file-is-compressed', bytes: '75737461 72', at: 257 },
  { is: 'file-is-image', bytes: '89504e47' },
  { is: 'file-is-image', bytes: 'ffd8ff' },
  { is: 'file-is-image', bytes: '47494638' },
  { is: 'file-is-image', bytes: '49492a00' },
  { is: 'file-is-image', bytes: '4d4d002a' },
  // "BM" alone begins many a heading; a bitmap has four zeros after its length.
  { is: 'file-is-image', bytes: '424d.... ....0000 0000' },
  { is: 'file-is-image', bytes: '52494646 ........ 57454250' },
  { is: 'file-is-image', bytes: '66747970 68656963', at: 4 },
  { is: 'file-is-image', bytes: '66747970 61766966', at: 4 },
  { is: 'file-is-binary', bytes: '7f454c46' },
  { is: 'file-is-binary', bytes: PROGRAM },
];

const COMPILED = SIGNATURES.map(({ is, bytes, at = 0 }) => ({
  is,
  bytes,
  at,
  digits: [...bytes.replaceAll(' ', '')],
}));

function matches(head: Uint8Array, digits: readonly string[], from: number): boolean {
  return digits.every((digit, n) => {
    if (digit === '.') return true;
    const byte = head[from + (n >> 1)];
    return byte !== undefined && (n % 2 === 0 ? byte >> 4 : byte & 15) === parseInt(digit, 16);
  });
}

/** Names of zip entries stand uncompressed beside them, so an office file shows itself within the first entries. */
const IN_ZIP: readonly (readonly [FileRefusal, RegExp])[] = [
  ['file-is-xlsb', /xl\/workbook\.bin|xl\/worksheets\/\w+\.bin/],
  ['file-is-ods', /mimetypeapplication\/vnd\.oasis\.opendocument\.spreadsheet/],
  [
    'file-is-document',
    /mimetypeapplication\/vnd\.oasis\.opendocument|word\/document\.xml|ppt\/presentation\.xml/,
  ],
  ['file-is-numbers', /Index\/(?:Document|CalculationEngine|Tables)|Index\.zip|\.iwa/],
  ['file-is-xlsx', /\[Content_Types\]\.xml|xl\/(?:workbook|worksheets|styles|sharedStrings)/],
];

const zipKind = (names: string): FileRefusal =>
  IN_ZIP.find(([, pattern]) => pattern.test(names))?.[0] ?? 'file-is-zip';

/**
 * The kind of an archive that begins behind other bytes: a mark, blank lines or what a web server said before it sent the
 * file, or the program that unpacks it. Anything else may hold several, of which only one would be read.
 */
function zipBehind(text: string): FileRefusal | undefined {
  const at = text.indexOf('PK\x03\x04');
  if (at < 0) return undefined;
  const isText = !/[\0-\x08\x0e-\x1f]/.test(text.slice(0, at));
  return isText || text.startsWith('MZ') ? zipKind(text.slice(at)) : undefined;
}

/** A dump of a database: its first line is one of SQL, and a statement that makes a table or its rows follows. */
const STATEMENTS =
  /^\s*(?=--|\/\*|(?:SET|CREATE|INSERT|DROP|BEGIN|START|USE|COPY|LOCK|PRAGMA|TRUNCATE|DELETE)\s)(?:[^]*?[\r\n])?\s*(?:INSERT\s+(?:INTO\s+)?[^\s(,;]+\s*(?:\([^)]*\)\s*)?VALUES\s*\(|CREATE\s+TABLE\s[^,;()]*\(|COPY\s+\S+\s+\([^)]*\)\s+FROM\s+stdin;)/i;

/** Formats that are text themselves; a table of cells never begins like one of these. */
const AS_TEXT: readonly (readonly [FileRefusal, RegExp])[] = [
  ['file-is-html', /^\s*(?:<!--[^]*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|meta|style|div)[\s>]/i],
  ['file-is-html', /^(?:MIME-Version:|From: <Saved by)[^]*?Content-Type:\s*multipart\/related/i],
  ['file-is-html', /^\s*<\?xml[^>]*>\s*(?:<!DOCTYPE[^>]*>\s*)?<html[\s>]/i],
  ['file-is-xml', /^\s*<(?:\?xml[\s?]|!DOCTYPE\s|[A-Za-z_][\w:.-]*(?:\s+[\w:.-]+\s*=\s*["'][^<]*)?>\s*<)/],
  ['file-is-json', /^\s*\{\s*(?:"(?:[^"\\\r\n]|\\.)*"\s*:|\})/],
  ['file-is-json', /^\s*\[\s*(?:\{\s*"|\[|\])/],
  [
    'file-is-json',
    /^\s*\[\s*(?:"(?:[^"\\\r\n]|\\.)*"|-?\d[\d.eE+-]*|null|true|false)\s*,[^[\]\r\n]*\]\s*?[\r\n]+\[/,
  ],
  ['file-is-sql', STATEMENTS],
  ['file-is-records', /^\s*BEGIN:V(?:CARD|CALENDAR)\s/i],
  ['file-is-records', /^(?:#[^\r\n]*[\r\n]+|version: 1\s+)*dn::? [^\r\n]+\r?\n[\w;-]+::? /],
  ['file-is-records', /^(?:UNA[^]{6}\s*UN[BG]|UNB\+UNO[A-Z])/],
  ['file-is-records', /^ISA([^\w\s])\d\d\1[^]{10}\1\d\d\1/],
  ['file-is-records', /^\s*(?:\{1:[^\r\n]*\s+)?:20:[^\r\n]*\r?\n:(?:21|25)[A-Z]?:/],
  ['file-is-records', /^!(?:Type:\w|Account\s|Option:\w)/],
  ['file-is-records', /^\s*OFXHEADER:\d/],
  [
    'file-is-records',
    /^(?:Return-Path: <|Received: from |MIME-Version: 1\.0\r?\n(?:[\w-]+: [^\r\n]*\r?\n){2})/,
  ],
  // "ID;P…" is also how a table with the headings ID and Price begins; SYLK goes on with records of its own.
  ['file-is-old-sheet', /^ID;P[^\r\n]*\r?\n(?:[PCBFOE](?:;[A-Z][^\r\n]*)+\r?\n){2}/],
  ['file-is-old-sheet', /^TABLE\r?\n0,1\r?\n".*"\r?\nVECTORS/],
];

/** Characters that decide; a comment or a prolog before the first element is shorter. */
const TEXT_BYTES = 4096;

/**
 * What a file is by its first bytes (never by its name), when that is something other than a table of text.
 * `head` should hold the first few KB. Undefined means "may be text"; NUL bytes are judged in `encoding.ts`.
 */
export function sniff(head: Uint8Array): FileRefusal | undefined {
  if (head.length === 0) return 'file-empty';
  const latin = (to: number) => new TextDecoder('latin1').decode(head.subarray(0, to));
  if (matches(head, [...'504b0304'], 0) || matches(head, [...'504b0506'], 0)) {
    return zipKind(latin(65_536));
  }
  const signature = COMPILED.find(({ digits, at }) => matches(head, digits, at));
  const moved = signature === undefined || signature.bytes === PROGRAM ? zipBehind(latin(65_536)) : undefined;
  if (moved !== undefined) return moved;
  if (signature !== undefined) return signature.is;
  // Without marks and NULs, UTF-16 reads like ASCII.
  const text = latin(TEXT_BYTES)
    .replace(/^(?:ï»¿|ÿþ|þÿ)/, '')
    .replaceAll('\0', '');
  return AS_TEXT.find(([, pattern]) => pattern.test(text))?.[0];
}

const utf16 = (text: string) => [...text].map((letter) => `${letter}\0`).join('');
const ENCRYPTED = utf16('EncryptedPackage');
const DOCUMENTS = [utf16('WordDocument'), utf16('PowerPoint Document')];

/**
 * What an OLE file holds, by the names in its directory, which may stand anywhere in it ([MS-CFB] 2.2: sector number
 * at byte 48, size of a sector as a power of two at byte 30). A password turns an .xlsx into one of these.
 */
export async function sniffOle(source: ByteSource, head: Uint8Array): Promise<FileRefusal> {
  if (head.length < 64) return 'file-is-xls';
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const sector = 2 ** Math.min(view.getUint16(30, true), 12);
  const from = Math.min(source.size, (view.getUint32(48, true) + 1) * sector);
  const directory = await source.read(from, Math.min(source.size, from + 4 * sector));
  const names = new TextDecoder('latin1').decode(directory);
  if (names.includes(ENCRYPTED)) return 'file-is-encrypted';
  return DOCUMENTS.some((name) => names.includes(name)) ? 'file-is-document' : 'file-is-xls';
}
