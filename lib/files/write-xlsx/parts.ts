import { columnLetters, shortened, xmlText } from './text';

/** The fixed parts of a workbook and those that are lists (ECMA-376 part 1, §12 and §18). */

export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_ML = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Cell formats by place in `styles`: plain, text (`@`, so that what is typed later stays text too), bold text. */
export const STYLE = { plain: 0, text: 1, head: 2 } as const;

export interface NoteAt {
  /** Both 0-based; the header is row 0. */
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

const relations = (...list: readonly (readonly [id: string, type: string, target: string])[]) =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${list
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

export const packageRelations = (): string => relations(['rId1', 'officeDocument', 'xl/workbook.xml']);

export const workbookRelations = (sheets: number): string =>
  relations(
    ...Array.from(
      { length: sheets },
      (_, at) => [`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`] as const,
    ),
    [`rId${sheets + 1}`, 'styles', 'styles.xml'],
  );

export const sheetRelations = (sheet: number): string =>
  relations(
    ['rId1', 'vmlDrawing', `../drawings/vmlDrawing${sheet}.vml`],
    ['rId2', 'comments', `../comments${sheet}.xml`],
  );

export const workbook = (names: readonly string[]): string =>
  `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${names
    .map((name, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
    .join('')}</sheets></workbook>`;

export const styles = (): string =>
  `${XML}<styleSheet xmlns="${MAIN}">` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>' +
  '<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

export function contentTypes(sheets: number, withNotes: readonly number[]): string {
  const part = (name: string, type: string) => `<Override PartName="/xl/${name}" ContentType="${type}"/>`;
  return (
    `${XML}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>' +
    part('workbook.xml', `${SHEET_ML}.sheet.main+xml`) +
    part('styles.xml', `${SHEET_ML}.styles+xml`) +
    Array.from({ length: sheets }, (_, at) =>
      part(`worksheets/sheet${at + 1}.xml`, `${SHEET_ML}.worksheet+xml`),
    ).join('') +
    withNotes.map((sheet) => part(`comments${sheet}.xml`, `${SHEET_ML}.comments+xml`)).join('') +
    '</Types>'
  );
}

/** Excel shows no more of a note. */
const NOTE_CHARACTERS = 2_000;

export function* comments(notes: readonly NoteAt[]): Generator<string> {
  yield `${XML}<comments xmlns="${MAIN}"><authors><author>Peak Onramp</author></authors><commentList>`;
  for (const { row, column, text } of notes) {
    const shown = xmlText(shortened(text, NOTE_CHARACTERS));
    yield `<comment ref="${columnLetters(column)}${row + 1}" authorId="0"><text><t xml:space="preserve">${shown}</t></text></comment>`;
  }
  yield '</commentList></comments>';
}

/** Ids of drawings come in blocks of 1,024 per sheet, which the map names; a sheet with more notes has more blocks. */
const BLOCK = 1_024;

export function* drawings(notes: readonly NoteAt[], firstBlock: number): Generator<string> {
  const blocks = Array.from({ length: blocksOf(notes) }, (_, at) => firstBlock + at);
  yield '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">';
  yield `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${blocks.join(',')}"/></o:shapelayout>`;
  yield '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';
  for (const [at, { row, column }] of notes.entries()) {
    const anchor = [column + 1, 15, Math.max(0, row - 1), 10, column + 4, 15, row + 4, 4].join(', ');
    yield `<v:shape id="_x0000_s${firstBlock * BLOCK + at + 1}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
  }
  yield '</xml>';
}

export const blocksOf = (notes: readonly NoteAt[]): number => Math.ceil((notes.length + 1) / BLOCK);
