import type { GivenFile } from '../ui';
import { HEADER, fileOf, lineOf, saleAt, sales } from './online-retail';

/** Files as they really arrive: damaged, mislabelled, written by another country's Excel. Made by code, byte by byte. */

export const goodFile = fileOf('good.csv', sales(12));

export const empty: GivenFile = { name: 'empty.csv', content: '' };
export const onlyBlanks: GivenFile = { name: 'blanks.csv', content: '\r\n \r\n\r\n' };
export const headerOnly: GivenFile = { name: 'header-only.csv', content: `${HEADER}\r\n` };
export const pdf: GivenFile = {
  name: 'report.csv',
  content: '%PDF-1.7\n%âãÏÓ\n1 0 obj\n<< /Type /Catalog >>\nendobj\n',
};

/** A program's own format: lengths and offsets in four bytes each, so that zeros stand everywhere. */
export const binary: GivenFile = {
  name: 'export.csv',
  content: Uint8Array.from({ length: 2_000 }, (_, at) =>
    at % 4 === 0 ? (at * 37) % 251 : at % 4 === 1 ? at % 13 : 0,
  ),
};

export const ragged = fileOf('ragged.csv', [
  ...sales(5),
  '700001,20001,LANTERN',
  '700002,20002,LANTERN,1,2011-01-05 10:00:00,1.25,,United Kingdom,one too many',
  saleAt(5),
]);

export const twinHeadings: GivenFile = {
  name: 'twins.csv',
  content: `InvoiceNo,StockCode,Quantity,Quantity\r\n536365,85123A,6,60\r\n536366,71053,8,80\r\n`,
};

export const strangeHeadings: GivenFile = {
  name: 'strange.csv',
  content: 'zzz,yyy,xxx\r\n1,2,3\r\n4,5,6\r\n',
};

/** As Excel in Germany writes it. */
export const semicolons: GivenFile = {
  name: 'semicolons.csv',
  content: 'InvoiceNo;StockCode;Quantity;UnitPrice\r\n536365;85123A;6;2,55\r\n536366;71053;8;3,39\r\n',
};

const UMLAUTS =
  'InvoiceNo,StockCode,Quantity,CustomerID\r\n536365,85123A,6,Müller & Söhne\r\n536366,71053,8,Größe\r\n';

export const windows1252: GivenFile = {
  name: 'umlauts.csv',
  // Every letter of it has the same number there as in Unicode.
  content: Uint8Array.from(UMLAUTS, (letter) => letter.charCodeAt(0)),
};

/** Hungarian in Windows-1250, or as well Estonian in Windows-1252: nothing but the reader can tell. */
export const erdos: GivenFile = {
  name: 'erdos.csv',
  content: new Uint8Array(
    Buffer.from(
      'InvoiceNo,StockCode,Quantity,CustomerID\r\n1,A,6,Erd\u00f5s\r\n2,B,8,Szab\u00f3\r\n',
      'latin1',
    ),
  ),
};

/** As a reporting tool writes it: a title, the day, a blank line, and a row of sums at the end. */
export const report: GivenFile = {
  name: 'report.csv',
  content:
    'Sales report\r\nPrinted 2011-01-05\r\n\r\nInvoiceNo,StockCode,Quantity\r\n536365,85123A,6\r\n536366,71053,8\r\nTotal,,14\r\n',
};

export const utf16: GivenFile = {
  name: 'utf16.csv',
  content: new Uint8Array(Buffer.from(`\ufeff${UMLAUTS}`, 'utf16le')),
};

/** The quote of row 7 never closes; four sound rows follow it. */
export const openQuote: GivenFile = {
  name: 'open-quote.csv',
  content: [
    HEADER,
    ...sales(5).map(lineOf),
    '700001,20001,"LANTERN,1,2011-01-05 10:00:00,1.25,,United Kingdom',
    ...sales(4, 5).map((sale) => lineOf({ ...sale, description: 'LANTERN' })),
  ].join('\r\n'),
};
