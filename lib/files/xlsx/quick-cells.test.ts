import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteSink } from './byte-sink';
import type { FormatKind } from './serial-date';
import { SharedStrings } from './shared-strings';
import { SheetScan } from './sheet-scan';
import { XmlScanner } from './xml-scanner';

const KINDS: readonly FormatKind[] = ['number', 'date', 'datetime', 'time', 'duration', 'masked'];

function stringsOf(texts: readonly string[], open = '<si><t>', size = 1000): SharedStrings {
  const strings = new SharedStrings();
  const xml = new XmlScanner(strings);
  const bytes = new TextEncoder().encode(
    `<sst>${texts.map((text) => `${open}${text}</t></si>`).join('')}</sst>`,
  );
  for (let at = 0; at < bytes.length; at += size) xml.feed(bytes.subarray(at, at + size));
  xml.finish();
  return strings;
}

/** All strings as the cells they would be. */
function cellsOf(strings: SharedStrings): string[] {
  const sink = new ByteSink();
  return Array.from({ length: strings.count }, (_, index) => {
    strings.copyTo(sink, index);
    return new TextDecoder().decode(sink.take());
  });
}
const STRINGS = stringsOf(['plain', 'a,b', 'say &quot;so&quot;', '', 'two\nlines']);

/** What a scan makes of the sheet, fed in pieces of `size` bytes: rows with their columns, notes, or the refusal. */
function scanned(sheet: string, size: number, epoch: 1900 | 1904): unknown {
  const rows: unknown[] = [];
  const book = {
    strings: STRINGS,
    kinds: KINDS,
    conditional: new Set<number>(),
    struck: new Set([2]),
    epoch,
  };
  const scan = new SheetScan(book, 'S', (row) => rows.push([row.number, row.cells(), row.count]));
  const xml = new XmlScanner(scan);
  const bytes = new TextEncoder().encode(sheet);
  try {
    for (let at = 0; at < bytes.length; at += size) xml.feed(bytes.subarray(at, at + size));
    xml.finish();
  } catch (cause) {
    return { rows, refused: String(cause) };
  }
  return { rows, notes: scan.facts.notes(), last: [scan.facts.lastColumn, scan.facts.lastRow] };
}

const column = fc.constantFrom('A', 'B', 'C', 'Z', 'AA', 'XFD', 'XFE', 'a', '');
const style = fc.constantFrom(
  '',
  ' s="0"',
  ' s="1"',
  ' s="2"',
  ' s="3"',
  ' s="4"',
  ' s="5"',
  ' s="99"',
  ' s=""',
  ' s="x"',
);
const type = fc.constantFrom('', ' t="s"', ' t="n"', ' t="b"', ' t="str"', ' t="e"', ' t="s', " t='s'");
const number = fc.oneof(
  fc.double({ noNaN: true }).map(String),
  fc.double({ min: 0, max: 3_000_000, noNaN: true }).map(String),
  fc.integer({ min: 0, max: 60_000 }).map(String),
  fc.constantFrom(
    '43831.54166666666',
    '0.1',
    '1.50',
    '-0',
    '007',
    '1E+5',
    '60',
    '2958466',
    '.5',
    '5.',
    '1.2.3',
  ),
);
const value = fc.oneof(
  number,
  fc.integer({ min: 0, max: 6 }).map(String),
  fc.constantFrom('', ' 1 ', '1,5', '&#49;', '#N/A', '"', 'x]', '1_x0041_', '-', '12345678901234567890'),
);
const cell = fc
  .tuple(column, fc.constantFrom('1', '1', '1', '2', ''), style, type, value, fc.nat(11))
  .map(([letters, row, s, t, v, shape]) => {
    const open = `<c r="${letters}${row}"${s}${t}`;
    if (shape === 0) return `${open}/>`;
    if (shape === 1) return `${open}></c>`;
    if (shape === 2) return `${open}><f>A1</f><v>${v}</v></c>`;
    if (shape === 3) return `${open}><v/></c>`;
    if (shape === 4) return `${open}><v>${v}</v> </c>`;
    if (shape === 6) return `${open.replace(t, '')} t="inlineStr"><is><t>${v}</t></is></c>`;
    if (shape === 7) return `${open.replace(t, '')} t="n"><v>${v}</v></c>`;
    if (shape === 5) return `<x:c r="${letters}${row}"${s}${t}><x:v>${v}</x:v></x:c>`;
    return `${open}><v>${v}</v></c>`;
  });
const good = fc
  .tuple(fc.constantFrom('', ' s="1"', ' s="2"', ' s="3"', ' s="4"'), fc.nat(3), number, fc.nat(4))
  .map(([s, kind, v, index]) => (r: string) => {
    if (kind === 0) return `<c r="${r}"${s} t="s"><v>${index}</v></c>`;
    if (kind === 1)
      return `<c r="${r}"${s} t="inlineStr"><is><t>${['x', 'a,b', '"', '', 'é'][index]}</t></is></c>`;
    return `<c r="${r}"${s}${kind === 2 ? ' t="n"' : ''}><v>${v}</v></c>`;
  });

/** The same XML in a spelling that only the scan itself reads. */
const slowly = (sheet: string) => sheet.replaceAll('<c r=', '<c  r=');
const sheetOf = (cells: string) => `<worksheet><sheetData><row r="1">${cells}</row></sheetData></worksheet>`;

describe('cells read by heart', () => {
  it('are what the scan makes of them, wherever pieces end', () => {
    fc.assert(
      fc.property(
        fc.array(good, { maxLength: 26 }),
        fc.integer({ min: 1, max: 90 }),
        fc.constantFrom(1900 as const, 1904 as const),
        (makers, size, epoch) => {
          const sheet = sheetOf(makers.map((make, at) => make(`${String.fromCharCode(65 + at)}1`)).join(''));
          expect(scanned(sheet, size, epoch)).toEqual(scanned(slowly(sheet), 1000, epoch));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('are left to the scan where anything about them is unusual', () => {
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 4 }), fc.integer({ min: 1, max: 90 }), (cells, size) => {
        const sheet = sheetOf(cells.join(''));
        expect(scanned(sheet, size, 1900)).toEqual(scanned(slowly(sheet), 1000, 1900));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('shared strings read by heart', () => {
  const text = fc
    .array(
      fc.constantFrom(
        'a',
        'é',
        '漢',
        ' ',
        ',',
        '"',
        '\n',
        '\r',
        '\t',
        '_',
        '_x000D_',
        '&amp;',
        '&#65;',
        '&lt;',
      ),
    )
    .map((parts) => parts.join(''));

  it('are what the scan makes of them, wherever pieces end', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 8 }), fc.integer({ min: 1, max: 60 }), (texts, size) => {
        expect(cellsOf(stringsOf(texts, '<si><t>', size))).toEqual(cellsOf(stringsOf(texts, '<si ><t>')));
      }),
      { numRuns: 500 },
    );
  });
});
