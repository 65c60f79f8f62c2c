import { builtInKind, formatKind } from './number-format';
import { elements, readPart, type Parts } from './package-parts';
import type { FormatKind } from './serial-date';
import type { ZipEntry } from './zip';

/** What each cell style (`s="3"`) makes of a number, by its position. */
export async function readStyles(parts: Parts, entry: ZipEntry | undefined): Promise<FormatKind[]> {
  if (entry === undefined) return [];
  const ids: number[] = [];
  const custom = new Map<number, FormatKind>();
  // Conditional formatting and the styles of tables have formats and numbers of their own.
  let inside = '';
  const taker = elements((name, attributes) => {
    if (name === 'numFmts' || name === 'cellXfs') inside = name;
    else if (name === 'numFmt' && inside === 'numFmts')
      custom.set(Number(attributes.get('numFmtId')), formatKind(attributes.get('formatCode') ?? ''));
    else if (name === 'xf' && inside === 'cellXfs') ids.push(Number(attributes.get('numFmtId') ?? 0));
  });
  await readPart(parts, entry, {
    ...taker,
    close: (xml) => {
      if (xml.nameText() === inside) inside = '';
    },
  });
  return ids.map((id) => custom.get(id) ?? builtInKind(id));
}
