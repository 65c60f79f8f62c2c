import { builtInKind } from './number-format';
import { elements, readPart, type Parts } from './package-parts';
import type { FormatKind } from './serial-date';
import { readFormat, type ShownFormat } from './shown-format';
import type { ZipEntry } from './zip';

/** What cell styles (`s="3"`, by their position) do beyond the kind of a number. Few workbooks have any of it. */
export interface SpecialStyles {
  /** Of the styles whose kind is `varied`. */
  readonly varied: ReadonlyMap<number, (value: number) => FormatKind>;
  /** Styles that show something else of a text. */
  readonly maskedTexts: ReadonlySet<number>;
  /** By style, where the workbook has more than one. */
  readonly currencies: ReadonlyMap<number, string>;
}

export interface CellStyles {
  /** What each style makes of a number. */
  readonly kinds: readonly FormatKind[];
  /** Undefined where no style is special, so that nothing is asked of most cells. */
  readonly special: SpecialStyles | undefined;
  /** Formats of conditions (`dxfId`, by their position) under which something else is seen of a value. */
  readonly conditional: ReadonlySet<number>;
}

/** Whether something else is seen of a number or text under a format than under General. */
export function isTelling({ formatCode, numFmtId }: { formatCode?: string; numFmtId?: string }): boolean {
  if (formatCode === undefined) return builtInKind(Number(numFmtId)) !== 'number';
  const { kind, masksText, currency } = readFormat(formatCode);
  return kind !== 'number' || masksText || currency !== undefined;
}

function specialOf(formats: readonly (ShownFormat | undefined)[]): SpecialStyles | undefined {
  const at = (fits: (format: ShownFormat) => boolean) =>
    formats.flatMap((format, style) => (format !== undefined && fits(format) ? [{ style, format }] : []));
  const varied = at(({ kind }) => kind === 'varied');
  const masking = at(({ masksText }) => masksText);
  const priced = at(({ currency }) => currency !== undefined);
  const isMixed = new Set(priced.map(({ format }) => format.currency)).size > 1;
  if (varied.length + masking.length === 0 && !isMixed) return undefined;
  return {
    varied: new Map(varied.map(({ style, format }) => [style, format.kindOf])),
    maskedTexts: new Set(masking.map(({ style }) => style)),
    currencies: new Map(isMixed ? priced.map(({ style, format }) => [style, format.currency ?? '']) : []),
  };
}

/** Reads the number formats of all cell styles. */
export async function readStyles(parts: Parts, entry: ZipEntry | undefined): Promise<CellStyles> {
  if (entry === undefined) return { kinds: [], special: undefined, conditional: new Set() };
  const ids: number[] = [];
  const custom = new Map<number, ShownFormat>();
  // Conditional formatting and the styles of tables have formats and numbers of their own.
  let inside = '';
  const conditional = new Set<number>();
  let dxf = -1;
  const taker = elements((name, attributes) => {
    if (name === 'numFmts' || name === 'cellXfs' || name === 'dxfs') inside = name;
    else if (name === 'dxf' && inside === 'dxfs') dxf += 1;
    else if (name === 'numFmt' && inside === 'dxfs' && isTelling(Object.fromEntries(attributes)))
      conditional.add(dxf);
    else if (name === 'numFmt' && inside === 'numFmts')
      custom.set(Number(attributes.get('numFmtId')), readFormat(attributes.get('formatCode') ?? ''));
    else if (name === 'xf' && inside === 'cellXfs') ids.push(Number(attributes.get('numFmtId') ?? 0));
  });
  await readPart(parts, entry, {
    ...taker,
    close: (xml) => {
      if (xml.nameText() === inside) inside = '';
    },
  });
  return {
    kinds: ids.map((id) => custom.get(id)?.kind ?? builtInKind(id)),
    special: specialOf(ids.map((id) => custom.get(id))),
    conditional,
  };
}
