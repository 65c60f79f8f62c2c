import { createWriteStream, existsSync, renameSync } from 'node:fs';
import { once } from 'node:events';
import { HEADER } from '../sales-file';
import { PackedPart, type PartStream } from './packed-part';

/** Any number gives other values; this one is in every figure we publish. */
const SEED = 0x5eed;
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const COLUMNS = 'ABCDEFGHIJKL';
/** 2020-01-01 as a day number. */
const FIRST_DAY = 43_831;

/** Every text once, as Excel keeps them; `only` says it is certainly new. */
class Strings {
  count = 0;
  private readonly known = new Map<string, number>();
  constructor(private readonly part: PartStream) {}

  at(text: string, only = false): number {
    const known = only ? undefined : this.known.get(text);
    if (known !== undefined) return known;
    this.part.add(`<si><t>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></si>`);
    if (!only) this.known.set(text, this.count);
    return this.count++;
  }
}

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The sale of sale `n` as a row: texts shared, day and time a number under a format, empty cells absent. */
function rowXml(row: number, n: number, strings: Strings, next: () => number): string {
  const pick = (count: number) => Math.floor(next() * count);
  const text = (column: number, value: string, only = false) =>
    `<c r="${COLUMNS[column]}${row}" t="s"><v>${strings.at(value, only)}</v></c>`;
  const number = (column: number, value: string | number, style = '') =>
    `<c r="${COLUMNS[column]}${row}"${style}><v>${value}</v></c>`;
  return [
    `<row r="${row}" spans="1:12">`,
    text(0, `S${String(n).padStart(9, '0')}`, true),
    text(1, `P${10_000 + pick(40_000)}`),
    next() < 0.2 ? '' : text(2, `C${pick(90_000)}`),
    text(3, `M${pick(400)}`),
    number(5, FIRST_DAY + pick(1_800) + pick(86_400) / 86_400, ' s="1"'),
    number(6, 1 + pick(48)),
    number(7, (next() * 400).toFixed(2)),
    text(8, next() < 0.1 ? 'LANTERN, "FROSTED"' : 'WHITE HANGING HEART HOLDER'),
    text(9, 'United Kingdom'),
    text(10, 'store'),
    text(11, 'delivered in the morning'),
    '</row>',
  ].join('');
}

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;

/**
 * Writes sales as Excel lays them out, `sheets` sheets of `rows` rows each, once: the same bytes for the same seed.
 * `shown`: rows that really stand in the sheets, where only the shared strings are to be as many.
 */
export async function writeSalesWorkbook(
  path: string,
  rows: number,
  sheets = 1,
  shown = rows,
): Promise<void> {
  if (existsSync(path)) return;
  const out = createWriteStream(`${path}.new`);
  const zip = new PackedPart(out);
  const names = Array.from({ length: sheets }, (_, at) => `Sales ${at + 1}`);
  const next = mulberry32(SEED);
  const strings = zip.aside('xl/sharedStrings.xml');
  strings.add(`${HEAD}<sst xmlns="${MAIN}">`);
  const shared = new Strings(strings);
  for (let sheet = 0; sheet < sheets; sheet++) {
    const part = await zip.begin(`xl/worksheets/sheet${sheet + 1}.xml`);
    part.add(`${HEAD}<worksheet xmlns="${MAIN}"><dimension ref="A1:L${shown + 1}"/><sheetData><row r="1">`);
    part.add(HEADER.map((name, at) => `<c r="${COLUMNS[at]}1" t="s"><v>${shared.at(name)}</v></c>`).join(''));
    part.add('</row>');
    for (let n = 0; n < rows; n++) {
      const xml = rowXml(n + 2, sheet * rows + n, shared, next);
      if (n < shown) part.add(xml);
      if (n % 5_000 === 0) await zip.drained();
    }
    part.add('</sheetData></worksheet>');
    await part.end();
  }
  strings.add('</sst>');
  await strings.end();
  const small: readonly (readonly [string, string])[] = [
    [
      'xl/styles.xml',
      `<styleSheet xmlns="${MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${PACKAGE}">${names.map((_, at) => relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)).join('')}${relation('rIdS', 'styles', 'styles.xml')}${relation('rIdT', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    ],
    [
      '_rels/.rels',
      `<Relationships xmlns="${PACKAGE}">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ],
    [
      '[Content_Types].xml',
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${names.map((_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`,
    ],
  ];
  for (const [name, xml] of small) {
    const part = await zip.begin(name);
    part.add(`${HEAD}${xml}`);
    await part.end();
  }
  zip.finish();
  out.end();
  await once(out, 'finish');
  renameSync(`${path}.new`, path);
}
