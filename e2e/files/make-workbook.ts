import { makeZip, type ZipPart } from './make-zip';

/** A cell: a text is shared, a number is as written, `xml` is the whole element. */
export type MadeCell =
  | string
  | number
  | boolean
  | null
  | { readonly n: string; readonly style?: number }
  | { readonly inline: string }
  | { readonly xml: string };

export interface MadeSheet {
  readonly name: string;
  readonly state?: 'hidden' | 'veryHidden';
  readonly rows?: readonly (readonly MadeCell[])[];
  /** All of `<sheetData>` instead of rows. */
  readonly data?: string;
  /** What stands before and after `<sheetData>`. */
  readonly before?: string;
  readonly after?: string;
  /** The whole part instead. */
  readonly xml?: string | Uint8Array;
}

export interface MadeWorkbook {
  readonly sheets: readonly MadeSheet[];
  /** Number formats: style n of a cell is the nth of these (0 is General). A number is a built-in one. */
  readonly formats?: readonly (string | number)[];
  /** Shared strings as `<si>` elements, before those of the rows. */
  readonly strings?: readonly string[];
  readonly workbookPr?: string;
  /** Changes the parts before they are packed. */
  readonly parts?: (parts: ZipPart[]) => readonly ZipPart[];
  readonly zip?: Parameters<typeof makeZip>[1];
}

export const escapeXml = (text: string): string =>
  text
    .replaceAll(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '_x000D_')
    .replaceAll(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g,
      (unit) => `_x${unit.charCodeAt(0).toString(16).padStart(4, '0')}_`,
    );

export function letters(column: number): string {
  return column === 0
    ? ''
    : letters(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26));
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A workbook as Excel lays one out. */
export function makeWorkbook(made: MadeWorkbook): Uint8Array<ArrayBuffer> {
  const strings = [...(made.strings ?? [])];
  const known = new Map<string, number>();
  const shared = (text: string) => {
    let at = known.get(text);
    if (at === undefined) {
      at = strings.push(`<si><t xml:space="preserve">${escapeXml(text)}</t></si>`) - 1;
      known.set(text, at);
    }
    return at;
  };
  const cellXml = (cell: MadeCell, ref: string): string => {
    if (cell === null) return '';
    if (typeof cell === 'string') return `<c r="${ref}" t="s"><v>${shared(cell)}</v></c>`;
    if (typeof cell === 'number') return `<c r="${ref}"><v>${cell}</v></c>`;
    if (typeof cell === 'boolean') return `<c r="${ref}" t="b"><v>${cell ? 1 : 0}</v></c>`;
    if ('xml' in cell) return cell.xml;
    if ('inline' in cell)
      return `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell.inline)}</t></is></c>`;
    return `<c r="${ref}" s="${cell.style ?? 0}"><v>${cell.n}</v></c>`;
  };
  const data = (rows: MadeSheet['rows'] = []) =>
    rows
      .map((cells, row) => {
        const inside = cells
          .map((cell, column) => cellXml(cell, `${letters(column + 1)}${row + 1}`))
          .join('');
        return `<row r="${row + 1}">${inside}</row>`;
      })
      .join('');
  const sheetParts = made.sheets.map((sheet, at): ZipPart => ({
    name: `xl/worksheets/sheet${at + 1}.xml`,
    data:
      sheet.xml ??
      `${HEAD}<worksheet xmlns="${MAIN}">${sheet.before ?? ''}<sheetData>${sheet.data ?? data(sheet.rows)}</sheetData>${sheet.after ?? ''}</worksheet>`,
  }));
  const formats = made.formats ?? [];
  const custom = formats.flatMap((format, at) =>
    typeof format === 'string' ? [`<numFmt numFmtId="${164 + at}" formatCode="${escapeXml(format)}"/>`] : [],
  );
  const xfs = ['General', ...formats].map(
    (format, at) =>
      `<xf numFmtId="${at === 0 ? 0 : typeof format === 'number' ? format : 163 + at}" fontId="0" applyNumberFormat="1"/>`,
  );
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const parts: ZipPart[] = [
    {
      name: '[Content_Types].xml',
      data: `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${made.sheets
        .map(
          (_, at) =>
            `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
        )
        .join(
          '',
        )}<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      data: `${HEAD}<Relationships xmlns="${PACKAGE}">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      data: `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr ${made.workbookPr ?? ''}/><sheets>${made.sheets
        .map(
          (sheet, at) =>
            `<sheet name="${escapeXml(sheet.name)}" sheetId="${at + 1}"${sheet.state ? ` state="${sheet.state}"` : ''} r:id="rId${at + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `${HEAD}<Relationships xmlns="${PACKAGE}">${made.sheets
        .map((_, at) => relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`))
        .join(
          '',
        )}${relation('rIdS', 'styles', 'styles.xml')}${relation('rIdT', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    },
    ...sheetParts,
    {
      name: 'xl/styles.xml',
      data: `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="${custom.length}">${custom.join('')}</numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="${xfs.length}">${xfs.join('')}</cellXfs></styleSheet>`,
    },
    {
      name: 'xl/sharedStrings.xml',
      data: `${HEAD}<sst xmlns="${MAIN}" count="${strings.length}" uniqueCount="${strings.length}">${strings.join('')}</sst>`,
    },
  ];
  return makeZip(made.parts?.(parts) ?? parts, made.zip);
}
