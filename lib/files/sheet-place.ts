import type { SheetSection } from './model';

/** Where a row of the text stands in the user's workbook; undefined where rows are those of one sheet or file. */
export function sheetPlace(
  row: number,
  sections: readonly SheetSection[] = [],
): { readonly sheet: string; readonly row: number } | undefined {
  const section = sections.length < 2 ? undefined : sections.findLast(({ textRow }) => textRow <= row);
  return section && { sheet: section.sheet, row: section.sheetRow + row - section.textRow };
}

/** Columns that say it in files that leave: none where rows are those of one sheet. */
export function placeColumns(sections: readonly SheetSection[] = []): {
  readonly titles: readonly string[];
  cells(row: number): readonly string[];
} {
  if (sections.length < 2) return { titles: [], cells: () => [] };
  return {
    titles: ['sheet', 'sheet_row'],
    cells(row) {
      const place = sheetPlace(row, sections);
      return place === undefined ? ['', ''] : [place.sheet, String(place.row)];
    },
  };
}
