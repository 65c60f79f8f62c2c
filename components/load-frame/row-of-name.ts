import type { SheetSection } from '@/lib/files/model';

/**
 * The row a text names: a number, after the name of its sheet where several were joined. A number alone is meant in the
 * sheet of the row `near`, else in the first sheet that goes so far. Null when it names none.
 */
export function rowOfName(text: string, sections: readonly SheetSection[] = [], near = 1): number | null {
  const [, name = '', digits] = /^(.*?)\s*(\d[\d,]*)$/.exec(text.trim()) ?? [];
  const number = Number(digits?.replaceAll(',', ''));
  if (!Number.isInteger(number) || number < 1) return null;
  if (name !== '') {
    const named = sections.findIndex(({ sheet }) => sheet.toLowerCase() === name.toLowerCase());
    return rowIn(sections, named, number);
  }
  if (sections.length < 2) return number;
  const here = sections.findLastIndex(({ textRow }) => textRow <= near);
  const places = [here, ...sections.keys()];
  return places.reduce<number | null>((found, at) => found ?? rowIn(sections, at, number), null);
}

function rowIn(sections: readonly SheetSection[], at: number, number: number): number | null {
  const section = sections[at];
  if (section === undefined) return null;
  const row = section.textRow + number - section.sheetRow;
  const end = sections[at + 1]?.textRow ?? Infinity;
  return row >= section.textRow && row < end ? row : null;
}
