import type { SheetChoice, SheetInfo } from '@/lib/files/model';

const bare = (heading: string) => heading.trim().toLowerCase();

export type Fit =
  | { readonly kind: 'first' }
  | { readonly kind: 'same' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'order' }
  | { readonly kind: 'differs'; readonly lacks: readonly string[]; readonly adds: readonly string[] };

/** How a sheet's columns stand to those of the first chosen one; the worker decides by the same comparison. */
export function fitOf(sheet: SheetInfo, first: SheetInfo | undefined): Fit {
  if (sheet.header.length === 0) return { kind: 'empty' };
  if (first === undefined || first.name === sheet.name) return { kind: 'first' };
  const own = sheet.header.map(bare);
  const theirs = first.header.map(bare);
  if (own.length === theirs.length && own.every((name, at) => name === theirs[at])) return { kind: 'same' };
  const lacks = first.header.filter((name) => !own.includes(bare(name)));
  const adds = sheet.header.filter((name) => !theirs.includes(bare(name)));
  return lacks.length + adds.length === 0 ? { kind: 'order' } : { kind: 'differs', lacks, adds };
}

/** The sheets of a choice in the order of the workbook, which is also the order they are read in. */
export function chosenSheets(sheets: readonly SheetInfo[], choice: SheetChoice): readonly SheetInfo[] {
  return sheets.filter(({ name }) => choice.sheets.includes(name));
}

/**
 * The choice after a sheet was ticked or not. Joining by heading is asked for only where it is needed, and never
 * stays on where it is not.
 */
export function withSheet(
  sheets: readonly SheetInfo[],
  choice: SheetChoice,
  name: string,
  chosen: boolean,
): { readonly names: readonly string[]; readonly mustJoin: boolean } {
  const names = sheets
    .map((sheet) => sheet.name)
    .filter((other) => (other === name ? chosen : choice.sheets.includes(other)));
  const [first, ...others] = sheets.filter((sheet) => names.includes(sheet.name));
  const mustJoin = others.some((sheet) => {
    const { kind } = fitOf(sheet, first);
    return kind === 'order' || kind === 'differs';
  });
  return { names, mustJoin };
}
