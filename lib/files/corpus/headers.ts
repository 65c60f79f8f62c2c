import { hazard } from './hazard';

const WIDE = Array.from({ length: 2000 }, (_, at) => `c${at}`);

export const HEADERS = [
  hazard('a title above', 'Sales report\n\nid,name,price\n1,x,2\n2,y,3\n', {
    header: ['id', 'name', 'price'],
    rows: [
      ['1', 'x', '2'],
      ['2', 'y', '3'],
    ],
    notes: ['header-found'],
  }),
  hazard('a title padded to the width of the table', 'Sales,,\nid,name,price\n1,x,2\n', {
    header: ['id', 'name', 'price'],
    rows: [['1', 'x', '2']],
    notes: ['header-found'],
  }),
  hazard(
    'a preamble of names and values',
    'Customer:,ACME,,\nFrom:,2024,,\nid,name,price,qty\n1,x,2,3\n2,y,3,4\n',
    {
      header: ['id', 'name', 'price', 'qty'],
      rows: [
        ['1', 'x', '2', '3'],
        ['2', 'y', '3', '4'],
      ],
      notes: ['header-found'],
    },
  ),
  hazard('headings on two levels', ',2023,,2024,\nid,q1,q2,q1,q2\n1,2,3,4,5\n', {
    header: ['id', 'q1', 'q2', 'q1', 'q2'],
    notes: ['header-found', 'header-duplicate'],
  }),
  hazard('a preamble and no names below', 'Report\n1,2,3\n4,5,6\n', {
    header: ['Report'],
    notes: ['rows-ragged-in-head'],
  }),
  hazard(
    'the user’s choice against a preamble',
    'Sales\nid,name,x\n1,2,3\n4,5,6\n',
    { header: ['1', '2', '3'], rows: [['4', '5', '6']], notes: ['header-numeric'] },
    { headerRow: 3 },
  ),
  hazard('a header that names few of its columns', 'id,name,,,,\nx,red,a,b,c,d\ny,blue,a,b,c,d\n', {
    header: ['id', 'name', '', '', '', ''],
    notes: ['header-empty'],
  }),
  hazard(
    'a header that names few of its columns over numbers',
    'id,name,,,,\n1,red,5,b,c,d\n2,blue,6,b,c,d\n',
    {
      header: ['id', 'name', '', '', '', ''],
      notes: ['header-empty'],
    },
  ),
  hazard('a title above a table of words', 'Colours\n\ncode,name,shade\nx,red,dark\ny,blue,light\n', {
    header: ['code', 'name', 'shade'],
    notes: ['header-found'],
  }),
  hazard(
    'comments and a blank line above two columns',
    '# ---\n# Export\n# ---\n\nPage,Views\n/a,1\n/b,2\n',
    {
      header: ['Page', 'Views'],
      notes: ['header-found'],
    },
  ),
  hazard(
    'a preamble longer than its table',
    'Account 1234567\nHolder Example Ltd\nFrom 1 to 31 January\nCurrency EUR\nOpening 100\n\nBooked;Valued;Text;Amount\n02.01.2024;02.01.2024;Rent;-1200,00\n03.01.2024;03.01.2024;Pay;3200,50\n',
    {
      delimiter: ';',
      header: ['Booked', 'Valued', 'Text', 'Amount'],
      rows: [
        ['02.01.2024', '02.01.2024', 'Rent', '-1200,00'],
        ['03.01.2024', '03.01.2024', 'Pay', '3200,50'],
      ],
      notes: ['header-found'],
    },
  ),
  hazard(
    'a longer preamble that holds another separator',
    'Account: 1, Savings\nHolder: Doe, Jane\nFrom: 1 Jan, 2024\nTo: 31 Jan, 2024\nPrinted: 2 Feb, 2024\n\nBooked;Valued;Text;Amount\n2024-01-02;2024-01-02;Rent;-1200\n2024-01-03;2024-01-03;Pay;3200\n',
    {
      delimiter: ';',
      header: ['Booked', 'Valued', 'Text', 'Amount'],
      notes: ['header-found'],
    },
  ),
  hazard(
    'a preamble of names and values longer than its table',
    'Account;1\nHolder;Doe\nFrom;2024-01-01\nTo;2024-01-31\n\nBooked;Valued;Text;Amount\n2024-01-02;2024-01-02;Rent;-1200\n2024-01-03;2024-01-03;Pay;3200\n',
    {
      header: ['Booked', 'Valued', 'Text', 'Amount'],
      notes: ['header-found'],
    },
  ),
  hazard('a few long rows below a table', 'a,b\n1,2\n3,4\n5,6\n7,8,x,y,z\n9,1,x,y,z\n2,3,x,y,z\n', {
    header: ['a', 'b'],
    notes: ['rows-ragged-in-head'],
  }),
  hazard('duplicate headings', 'a,a\n1,2\n', {
    header: ['a', 'a'],
    rows: [['1', '2']],
    notes: ['header-duplicate'],
  }),
  hazard('headings that differ in case alone', 'Id,ID\n1,2\n', {
    header: ['Id', 'ID'],
    notes: ['header-duplicate'],
  }),
  hazard('empty headings', 'a,,c\n1,2,3\n', {
    header: ['a', '', 'c'],
    rows: [['1', '2', '3']],
    notes: ['header-empty'],
  }),
  hazard('headings that are numbers', '2023,2024\n1,2\n', {
    header: ['2023', '2024'],
    notes: ['header-numeric'],
  }),
  hazard('no headings at all', '1,x,2024-01-01\n2,y,2024-01-02\n', {
    header: ['1', 'x', '2024-01-01'],
    notes: ['header-numeric'],
  }),
  hazard(
    'no headings, as the user says',
    'A1,x,2024-01-01\nA2,y,2024-01-02\n\nA3,z\n',
    {
      header: ['Column 1', 'Column 2', 'Column 3'],
      rows: [['A1', 'x', '2024-01-01'], ['A2', 'y', '2024-01-02'], [''], ['A3', 'z']],
      notes: ['rows-ragged-in-head', 'blank-rows-in-head'],
    },
    { headerRow: 0 },
  ),
  hazard('no headings, told by one column that goes on', 'A-017,x,b\nA-018,y,c\nA-019,x,d\n', {
    header: ['A-017', 'x', 'b'],
    notes: ['header-numeric'],
  }),
  hazard('a heading with a digit that nothing below is like', 'id,q1\n1,5\n2,6\n', {
    header: ['id', 'q1'],
  }),
  hazard('years as headings over numbers', 'id,name,2023,2024\nx,a,1,2\ny,b,3,4\n', {
    header: ['id', 'name', '2023', '2024'],
  }),
  hazard('spaces around headings', ' a , b\n1,2\n', { header: [' a ', ' b'], rows: [['1', '2']] }),
  hazard('a mark before the first heading', '\ufeffid,b\n1,2\n', { header: ['id', 'b'], rows: [['1', '2']] }),
  hazard('two marks before the first heading', '\ufeff\ufeffid,b\n1,2\n', { header: ['\ufeffid', 'b'] }),
  hazard('a mark before a quoted heading', '\ufeff"id","b"\n1,2\n', {
    header: ['id', 'b'],
    rows: [['1', '2']],
  }),
  hazard('the headings once more in the middle', 'a,b\n1,2\na,b\n3,4\n', {
    rows: [
      ['1', '2'],
      ['a', 'b'],
      ['3', '4'],
    ],
  }),
  hazard('a separator too many behind the headings', 'a,b,\n1,2\n3,4\n', {
    header: ['a', 'b', ''],
    notes: ['header-empty'],
    rows: [
      ['1', '2'],
      ['3', '4'],
    ],
  }),
  hazard('an empty heading over cells of some rows', 'a,b,\n1,2\n3,4,x\n', {
    header: ['a', 'b', ''],
    notes: ['header-empty'],
  }),
  hazard('more headings than cells', 'a,b,c\n1,2\n3,4\n', {
    header: ['a', 'b', 'c'],
    rows: [
      ['1', '2'],
      ['3', '4'],
    ],
    notes: ['rows-ragged-in-head'],
  }),
  hazard('fewer headings than cells', 'a,b\n1,2,3\n4,5,6\n', {
    header: ['a', 'b'],
    rows: [
      ['1', '2', '3'],
      ['4', '5', '6'],
    ],
    notes: ['header-short'],
  }),
  hazard('two thousand columns', `${WIDE.join(',')}\n${WIDE.join(',')}x\n`, { header: WIDE }),
  hazard('a header and nothing else', 'a,b\n', { refused: 'file-header-only' }),
  hazard('a header and blank rows', 'a,b\n,\n\n', { refused: 'file-header-only' }),
  hazard('a header without a line end', 'a,b', { refused: 'file-header-only' }),
  hazard('a header of prototype names', '__proto__,constructor\n1,2\n', {
    header: ['__proto__', 'constructor'],
    rows: [['1', '2']],
  }),
  hazard('headings in another script', 'номер,имя\n1,Ёж\n', {
    header: ['номер', 'имя'],
    rows: [['1', 'Ёж']],
  }),
] as const;
