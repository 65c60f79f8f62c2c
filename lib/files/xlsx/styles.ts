import { builtInKind, formatKind } from './number-format';
import { elements, readPart, type Parts } from './package-parts';
import type { FormatKind } from './serial-date';
import type { ZipEntry } from './zip';

/** What each cell style (`s="3"`) makes of a number, by its position. */
export async function readStyles(parts: Parts, entry: ZipEntry | undefined): Promise<FormatKind[]> {
  const kinds: FormatKind[] = [];
  if (entry === undefined) return kinds;
  const custom = new Map<number, FormatKind>();
  let inCells = false;
  const taker = elements((name, attributes) => {
    if (name === 'numFmt') {
      custom.set(Number(attributes.get('numFmtId')), formatKind(attributes.get('formatCode') ?? ''));
    } else if (name === 'cellXfs') inCells = true;
    else if (name === 'cellStyles' || name === 'dxfs') inCells = false;
    else if (name === 'xf' && inCells) {
      const id = Number(attributes.get('numFmtId') ?? 0);
      kinds.push(custom.get(id) ?? builtInKind(id));
    }
  });
  await readPart(parts, entry, {
    ...taker,
    close: (xml) => {
      if (xml.nameText() === 'cellXfs') inCells = false;
    },
  });
  return kinds;
}
