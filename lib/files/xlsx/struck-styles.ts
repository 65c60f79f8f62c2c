import { readPart, type Parts } from './package-parts';
import { isOn } from './row-tag';
import type { XmlTaker } from './xml-scanner';
import type { ZipEntry } from './zip';

/** Which cell styles (`s="3"`) strike a value through. The fonts of conditional formats are none of theirs. */
export async function readStruck(parts: Parts, entry: ZipEntry | undefined): Promise<ReadonlySet<number>> {
  const struck = new Set<number>();
  if (entry === undefined) return struck;
  const fonts = new Set<string>();
  let font = -1;
  let style = -1;
  let inside = '';
  const taker: XmlTaker = {
    open: (xml) => {
      const name = xml.nameText();
      if (name === 'fonts' || name === 'cellXfs') inside = name;
      else if (inside === 'fonts' && name === 'font') font += 1;
      else if (inside === 'fonts' && name === 'strike') {
        if (isOn(xml.attributes().get('val') ?? '1')) fonts.add(String(font));
      } else if (inside === 'cellXfs' && name === 'xf') {
        style += 1;
        if (fonts.has(xml.attributes().get('fontId') ?? '')) struck.add(style);
      }
    },
    close: (xml) => {
      if (xml.nameText() === inside) inside = '';
    },
    text: () => undefined,
  };
  await readPart(parts, entry, taker);
  return struck;
}
