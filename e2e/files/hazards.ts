import type { Review } from '../onboarding';
import type { GivenFile } from '../ui';

/** A hazard, and what must be said and done about it: counts of the review, and findings by heading. */
export interface Hazard {
  readonly file: GivenFile;
  readonly rows: number;
  readonly review: Review;
  readonly findings?: Readonly<Record<string, string>>;
  /** A cell as the rows must show it. */
  readonly cell?: string;
}

const HEADER = 'InvoiceNo,StockCode,CustomerID,Quantity,UnitPrice,InvoiceDate';
const GOOD = ['1,A,17850,6,2.55,2011-01-05 10:00:00', '2,B,13047,8,3.39,2011-01-06 10:00:00'];
const of = (name: string, lines: readonly string[], end = '\n'): GivenFile => ({
  name: `${name}.csv`,
  content: [HEADER, ...lines, ''].join(end),
});
const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

export const HAZARDS: readonly Hazard[] = [
  { file: of('old-mac', GOOD, '\r'), rows: 2, review: { ready: 2 } },
  {
    file: {
      name: 'mixed-ends.csv',
      content: `${HEADER}\r\n${GOOD.join('\n')}\r3,C,1,9,1.5,2011-01-07 10:00:00\r\n`,
    },
    rows: 3,
    review: { ready: 3 },
  },
  {
    file: { name: 'excel-sep.csv', content: `sep=;\n${[HEADER, ...GOOD].join('\n').replaceAll(',', ';')}\n` },
    rows: 2,
    review: { ready: 2 },
  },
  {
    file: of('backslash-quotes', [...GOOD, String.raw`3,"12\" pipe",1,9,1.5,2011-01-07 10:00:00`]),
    rows: 3,
    review: { ready: 3 },
    cell: '12" pipe',
  },
  {
    file: of('stray-quote', [...GOOD, '3,12" pipe,1,9,1.5,2011-01-07 10:00:00']),
    rows: 3,
    review: { ready: 3 },
    findings: { 'Quote or line break inside an unquoted cell': '1 row, worth a look' },
    cell: '12" pipe',
  },
  {
    file: {
      name: 'shift-jis.csv',
      // りんごジュース, みかん, ぶどうジャム, 東京ばななケーキ.
      content: latin(
        [
          HEADER,
          '1,\x82\xe8\x82\xf1\x82\xb2\x83W\x83\x85\x81[\x83X,1,6,2.55,2011-01-05 10:00:00',
          '2,\x82\xdd\x82\xa9\x82\xf1,1,8,3.39,2011-01-06 10:00:00',
          '3,\x82\xd4\x82\xc7\x82\xa4\x83W\x83\x83\x83\x80,1,8,3.39,2011-01-06 10:00:00',
          '4,\x93\x8c\x8b\x9e\x82\xce\x82\xc8\x82\xc8\x83P\x81[\x83L,1,8,3.39,2011-01-06 10:00:00',
          '',
        ].join('\n'),
      ),
    },
    rows: 4,
    review: { ready: 4 },
    cell: '東京ばななケーキ',
  },
  {
    file: {
      name: 'late-bytes.csv',
      content: new Uint8Array([
        ...Buffer.from(
          `${[HEADER, '1,Größe,1,6,2.55,2011-01-05 10:00:00', ...Array.from({ length: 60 }, (_, n) => `${n + 2},Müller,1,8,3.39,2011-01-06 10:00:00`)].join('\n')}\n99,`,
        ),
        0x41,
        0xff,
        ...Buffer.from(',1,9,1.5,2011-01-07 10:00:00\n'),
      ]),
    },
    rows: 62,
    review: { ready: 61, held: 1 },
    findings: { 'PRODUCT_ID Bytes that are no letters': '1 cell, keeps rows back' },
  },
  {
    file: of('glued', [...GOOD, HEADER, '3,C,1,9,1.5,2011-01-07 10:00:00']),
    rows: 4,
    review: { ready: 3, held: 1 },
    findings: { 'The header once more': '1 row, keeps rows back' },
  },
  {
    file: of('shortened-ids', ['1.23E+15,A,1,6,2.55,2011-01-05 10:00:00', GOOD[1] ?? '']),
    rows: 2,
    review: { ready: 2 },
    findings: { 'SALE_ID Long number shortened by a spreadsheet': '1 cell, worth a look' },
  },
  {
    file: of('no-such-day', [...GOOD, '3,C,1,9,1.5,2011-02-30 10:00:00']),
    rows: 3,
    review: { ready: 2, held: 1 },
    findings: { 'SOLD_AT A day that does not exist': '1 cell, keeps rows back' },
  },
  {
    file: of('other-digits', [...GOOD, '3,C,1,９,1.5,2011-01-07 10:00:00']),
    rows: 3,
    review: { ready: 2, held: 1 },
    findings: { 'QUANTITY Digits or minus signs of another kind': '1 cell, keeps rows back' },
  },
  {
    file: of('lone-points', ['1,A,1,6,1.234,2011-01-05 10:00:00', '2,B,1,8,12,2011-01-06 10:00:00']),
    rows: 2,
    review: { ready: 1, held: 1 },
    findings: { 'SELLING_PRICE Decimal point or thousands?': '1 cell, keeps rows back' },
  },
  {
    file: of('empty-texts', [
      '1,A,"",6,2.55,2011-01-05 10:00:00',
      '2,B,,8,3.39,2011-01-06 10:00:00',
      '3,C,1,9,1.5,2011-01-07 10:00:00',
    ]),
    rows: 3,
    review: { ready: 2, held: 1 },
    findings: { 'CUSTOMER_ID An empty text, or no value?': '1 cell, keeps rows back' },
  },
  {
    file: of('same-keys', [...GOOD, '1,A,17850,7,2.55,2011-01-05 10:00:00', GOOD[1] ?? '']),
    rows: 4,
    review: { ready: 2, superseded: 2 },
  },
];
