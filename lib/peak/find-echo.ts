type Row = Readonly<Record<string, unknown>>;
const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Names of columns are compared without case: the schema's spelling and the echo's may differ (§4.1). */
const lower = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name.toLowerCase(), value]));

/** Numbers may come back as text, and text as numbers; digits beyond a float's are lost on both sides alike. */
function comparable(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text) ? String(Number(text)) : text;
}

const keyOf = (row: Row, columns: readonly string[]): string =>
  JSON.stringify(columns.map((column) => comparable(row[column])));

/**
 * Finds the entry an echoed row belongs to: by primary key, or by the whole echo where there is no key. Undefined when
 * none or several fit; a guess would blame a row that was stored.
 */
export function echoFinder(
  body: Uint8Array,
  primaryKey: readonly string[],
): (echo: Row) => number | undefined {
  let entries: readonly Row[] | undefined;
  const maps = new Map<string, Map<string, number | undefined>>();
  return (echo) => {
    entries ??= readBody(body);
    const asked = lower(echo);
    const key = primaryKey.map((name) => name.toLowerCase());
    const byKey = key.length > 0 && key.every((name) => name in asked);
    const columns = byKey ? key : Object.keys(asked).sort();
    if (columns.length === 0) return undefined;
    const kind = columns.join('\u0000');
    let map = maps.get(kind);
    if (!map) {
      map = new Map();
      for (const [index, entry] of entries.entries()) {
        const text = keyOf(entry, columns);
        map.set(text, map.has(text) ? undefined : index);
      }
      maps.set(kind, map);
    }
    return map.get(keyOf(asked, columns));
  };
}

function readBody(body: Uint8Array): readonly Row[] {
  const parsed: unknown = JSON.parse(new TextDecoder().decode(body));
  return Array.isArray(parsed) ? parsed.map((entry: unknown) => (isRow(entry) ? lower(entry) : {})) : [];
}
