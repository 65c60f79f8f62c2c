import { damaged } from '../inflate';
import type { ByteSource } from '../source';
import { readEntry, type ZipDirectory, type ZipEntry } from './zip';
import { XmlScanner, type XmlTaker } from './xml-scanner';

/** Parts read as a whole (workbook, relations, styles): no honest one comes near. */
const MOST_SMALL = 64 * 2 ** 20;

/** The files of a workbook by part name. */
export interface Parts {
  readonly source: ByteSource;
  readonly directory: ZipDirectory;
}

/** The part of this name, which may be written with %20 and the like; some programs decode it for the archive, others do not. */
export function partNamed({ directory }: Parts, name: string): ZipEntry | undefined {
  const own = name.replace(/^\//, '').toLowerCase();
  return directory.get(own) ?? directory.get(decodeTarget(own).toLowerCase());
}

/** The part name of a relation's target, seen from the part that names it (OPC: a relative reference, or from the root). */
export function resolveTarget(from: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const base = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') base.pop();
    else if (step !== '' && step !== '.') base.push(step);
  }
  return base.join('/');
}

function decodeTarget(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** UTF-8 as it is; UTF-16 and declared single-byte encodings (XML 1.0 §4.3.3) are turned into it. */
function recoder(first: Uint8Array): ((bytes: Uint8Array, last: boolean) => Uint8Array) | undefined {
  const [a, b] = first;
  const start = String.fromCharCode(...first.subarray(0, 200));
  const declared = /^[^>]*encoding=["']([A-Za-z][\w.-]*)["']/.exec(start)?.[1]?.toLowerCase() ?? 'utf-8';
  const label =
    (a === 0xff && b === 0xfe) || (a === 60 && b === 0)
      ? 'utf-16le'
      : (a === 0xfe && b === 0xff) || (a === 0 && b === 60)
        ? 'utf-16be'
        : declared;
  if (label === 'utf-8' || label === 'utf8' || label === 'us-ascii') return undefined;
  try {
    const decoder = new TextDecoder(label, { fatal: true });
    const encoder = new TextEncoder();
    return (bytes, last) => encoder.encode(decoder.decode(bytes, { stream: !last }));
  } catch (cause) {
    throw damaged(cause);
  }
}

/** Feeds a part to a taker as its bytes are unpacked; gives the scanner after every piece, so that rows can be taken. */
export async function* scanPart(
  parts: Parts,
  entry: ZipEntry,
  taker: XmlTaker,
): AsyncGenerator<XmlScanner, void, undefined> {
  const xml = new XmlScanner(taker);
  let recode: ReturnType<typeof recoder>;
  let first = true;
  for await (const piece of readEntry(parts.source, entry)) {
    if (first) recode = recoder(piece);
    first = false;
    xml.feed(recode === undefined ? piece : recode(piece, false));
    yield xml;
    if (xml.stopped) return;
  }
  if (recode !== undefined) xml.feed(recode(new Uint8Array(0), true));
  xml.finish();
  yield xml;
}

/** A whole small part. */
export async function readPart(parts: Parts, entry: ZipEntry, taker: XmlTaker): Promise<void> {
  if (entry.unpacked > MOST_SMALL) throw damaged();
  for await (const _ of scanPart(parts, entry, taker));
}

/** A taker that hears of opened elements alone: name and attributes, in the order of the part. */
export function elements(hear: (name: string, attributes: Map<string, string>) => void): XmlTaker {
  return {
    open: (xml) => hear(xml.nameText(), xml.attributes()),
    close: () => undefined,
    text: () => undefined,
  };
}
