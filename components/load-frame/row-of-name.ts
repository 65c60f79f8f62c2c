import type { SheetSection } from '@/lib/files/model';

/** The row a text names: a number, after the name of its sheet where several were joined. Null when it names none. */
export function rowOfName(text: string, sections: readonly SheetSection[] = []): number | null {
  const [, name = '', digits] = /^(.*?)\s*(\d[\d,]*)$/.exec(text.trim()) ?? [];
  const number = Number(digits?.replaceAll(',', ''));
  if (!Number.isInteger(number) || number < 1) return null;
  if (name === '') return number;
  const at = sections.findIndex(({ sheet }) => sheet.toLowerCase() === name.toLowerCase());
  const section = sections[at];
  if (section === undefined) return null;
  const row = section.textRow + number - section.sheetRow;
  const end = sections[at + 1]?.textRow ?? Infinity;
  return row >= section.textRow && row < end ? row : null;
}
