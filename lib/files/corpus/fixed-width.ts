import { hazard } from './hazard';

const LISTING =
  'ID     NAME          PRICE\n000001 Apple         12.50\n000002 Green Pear     3.00\n\n000003 Fig           10.99\n';
const DECIMALS =
  'Artikel   Bezeichnung          Preis\n4711      Schraube M4          0,15\n4712      Mutter M4            0,10\n4713      Scheibe              0,05\n';
const SPOOL =
  '\n        ID NAME            PRICE\n---------- ---------- ----------\n         1 Apple            12.5\n         2 Pear                3\n\n        ID NAME            PRICE\n---------- ---------- ----------\n         3 Red Fig         10.99\n\n3 rows selected.\n';
/** Columns that touch, as mainframes write them. */
const TOUCHING = '000001Apple     0012502024-05-01\n000002Green Pear0003002024-05-02\n';

export const FIXED_WIDTH = [
  hazard('columns held apart by blanks', LISTING, {
    header: ['ID     NAME          PRICE'],
    notes: ['columns-by-place', 'blank-rows-in-head'],
  }),
  hazard('columns held apart by blanks, with decimal commas', DECIMALS, {
    notes: ['columns-by-place', 'rows-ragged-in-head'],
  }),
  hazard(
    'columns held apart by blanks, cut there',
    LISTING,
    {
      header: ['ID', 'NAME', 'PRICE'],
      rows: [
        ['000001', 'Apple', '12.50'],
        ['000002', 'Green Pear', '3.00'],
        [''],
        ['000003', 'Fig', '10.99'],
      ],
      notes: ['blank-rows-in-head'],
    },
    {
      places: [
        { from: 6, to: 7 },
        { from: 17, to: 21 },
      ],
    },
  ),
  hazard(
    'decimal commas in columns cut by place',
    DECIMALS,
    {
      header: ['Artikel', 'Bezeichnung', 'Preis'],
      rows: [
        ['4711', 'Schraube M4', '0,15'],
        ['4712', 'Mutter M4', '0,10'],
        ['4713', 'Scheibe', '0,05'],
      ],
    },
    {
      places: [
        { from: 10, to: 10 },
        { from: 31, to: 31 },
      ],
    },
  ),
  hazard('a spool with lines drawn and headings repeated', SPOOL, {
    notes: ['columns-by-place', 'blank-rows-in-head'],
    totals: [3, 8, 11],
  }),
  hazard(
    'lines drawn under headings alone show the columns',
    'ID          NAME\n----------- ----------\n          1 Apple\n          2 Pear\n\n  2 record(s) selected.\n',
    { notes: ['columns-by-place', 'blank-rows-in-head'], totals: [2, 6] },
  ),
  hazard(
    'a spool with lines drawn and headings repeated, cut there',
    SPOOL,
    {
      header: ['ID', 'NAME', 'PRICE'],
      rows: [
        ['----------', '----------', '----------'],
        ['1', 'Apple', '12.5'],
        ['2', 'Pear', '3'],
        [''],
        ['ID', 'NAME', 'PRICE'],
        ['----------', '----------', '----------'],
        ['3', 'Red Fig', '10.99'],
        [''],
        ['3 rows selected.'],
      ],
      notes: ['rows-ragged-in-head', 'blank-rows-in-head'],
      broken: [11],
      totals: [3, 8, 11],
    },
    {
      places: [
        { from: 10, to: 11 },
        { from: 21, to: 22 },
      ],
    },
  ),
  hazard(
    'values that are longer than the rest',
    'AB    CD\nxx   1\nyyyyy 2\nzzzzzz3\n   q  4\n',
    {
      header: ['AB', 'CD'],
      rows: [['xx   1'], ['yyyyy', '2'], ['zzzzzz3'], ['   q  4'].map((text) => text.trim())],
      notes: ['rows-ragged-in-head'],
      broken: [2, 4, 5],
    },
    { places: [{ from: 2, to: 6 }] },
  ),
  hazard(
    'values of several words that are longer than the rest',
    'ID  NAME        CITY\n1   Red Apple   Rome\n2   Green Pear  Oslo\n3   Fig Tree    New York\n4   Big Red Fig Rome\n5   Great Goldn Tree Oslo\n6   Pear-Applex New York\n',
    {
      header: ['ID', 'NAME', 'CITY'],
      rows: [
        ['1', 'Red Apple', 'Rome'],
        ['2', 'Green Pear', 'Oslo'],
        ['3', 'Fig Tree', 'New York'],
        ['4   Big Red Fig Rome'],
        ['5   Great Goldn Tree Oslo'],
        ['6   Pear-Applex New York'],
      ],
      notes: ['rows-ragged-in-head'],
      broken: [5, 6, 7],
    },
    {
      places: [
        { from: 2, to: 4 },
        { from: 14, to: 16 },
      ],
    },
  ),
  hazard(
    'one word that is longer than the rest beside names of several words',
    'SKU     NAME\nA1      Red Apple\nB2      Green Pear\nABCDEFG Fig Tree\n',
    {
      header: ['SKU', 'NAME'],
      rows: [
        ['A1', 'Red Apple'],
        ['B2', 'Green Pear'],
        ['ABCDEFG', 'Fig Tree'],
      ],
    },
    { places: [{ from: 3, to: 8 }] },
  ),
  hazard(
    'columns that touch, cut where the user says',
    TOUCHING,
    {
      header: ['Column 1', 'Column 2', 'Column 3', 'Column 4'],
      rows: [
        ['000001', 'Apple', '001250', '2024-05-01'],
        ['000002', 'Green Pear', '000300', '2024-05-02'],
      ],
    },
    { headerRow: 0, places: [6, 16, 22].map((to) => ({ from: to, to })) },
  ),
  hazard(
    'times in a single column',
    'time\n2024-05-01 10:00:00\n2024-05-01 11:00:00\n2024-05-02 09:30:00\n',
    {
      header: ['time'],
    },
  ),
  hazard('names of two words in a single column', 'name\nAnna Bell\nJohn Smith\nMary Doe\n', {
    header: ['name'],
  }),
  hazard(
    'padded cells between commas',
    'id    ,name      ,price\n1     ,Apple     ,  1.50\n2     ,Pear      , 12.50\n',
    {
      header: ['id    ', 'name      ', 'price'],
    },
  ),
  hazard(
    'padded cells between tabs',
    'id    \tname      \tprice\n1     \tApple     \t  1.50\n2     \tPear      \t 12.50\n',
    {
      header: ['id    ', 'name      ', 'price'],
    },
  ),
] as const;
