import { isSafeNumber, parse } from 'lossless-json';

/** Tolerant reading of answers whose spelling is not published (§10): case, `_` and `-` in keys do not matter. */
export type WireRecord = Readonly<Record<string, unknown>>;

/**
 * Parsed JSON, or undefined when the text is none. A number that a JS float cannot hold exactly stays the text it was,
 * so that a key echoed back still equals the key sent.
 */
export function readJson(text: string): unknown {
  try {
    return parse(text, null, (number) => (isSafeNumber(number) ? Number(number) : number));
  } catch {
    return undefined;
  }
}

export function isRecord(value: unknown): value is WireRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

const plain = (key: string) => key.toLowerCase().replace(/[_\s-]/g, '');

/** The first of the named fields that is present and not null. Names are given in lower case without separators. */
export function field(record: WireRecord, ...names: readonly string[]): unknown {
  const keys = Object.keys(record);
  for (const name of names) {
    const key = keys.find((candidate) => plain(candidate) === name && record[candidate] !== null);
    if (key !== undefined) return record[key];
  }
  return undefined;
}

/** Text of a text, number or boolean; undefined for everything else. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

export function textField(record: WireRecord, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const text = textOf(field(record, name));
    if (text !== undefined) return text;
  }
  return undefined;
}

/** A whole number, also when it came as text. */
export function wholeField(record: WireRecord, ...names: readonly string[]): number | undefined {
  for (const name of names) {
    const text = textOf(field(record, name));
    if (text !== undefined && /^-?\d{1,15}$/.test(text)) return Number(text);
  }
  return undefined;
}

export function flagField(record: WireRecord, ...names: readonly string[]): boolean | undefined {
  for (const name of names) {
    const text = textOf(field(record, name))?.toLowerCase();
    if (text === 'true' || text === 'yes' || text === 'y' || text === '1') return true;
    if (text === 'false' || text === 'no' || text === 'n' || text === '0') return false;
  }
  return undefined;
}

/** Wrappers that an answer may be packed in (§3.3, 3.6, 3.7: not published). */
const WRAPPERS = ['data', 'result', 'results', 'response', 'body', 'payload'];

/** The body itself and whatever record lies in its wrappers, outermost first, three levels deep. */
export function layers(body: unknown, depth = 3): readonly WireRecord[] {
  if (!isRecord(body)) return [];
  if (depth === 0) return [body];
  return [body, ...WRAPPERS.flatMap((name) => layers(field(body, name), depth - 1))];
}

/** The list that an answer consists of: bare, or under one of the names, or in a wrapper. */
export function listIn(body: unknown, ...names: readonly string[]): readonly unknown[] | undefined {
  if (isList(body)) return body;
  for (const layer of layers(body)) {
    for (const name of [...names, ...WRAPPERS]) {
      const value = field(layer, name);
      if (isList(value)) return value;
    }
  }
  return undefined;
}
