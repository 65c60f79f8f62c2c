import { hazard } from './hazard';

export const SHAPES = [
  hazard('rows with too few cells', 'a,b,c\n1,2\n3,4,5\n', {
    rows: [
      ['1', '2'],
      ['3', '4', '5'],
    ],
    notes: ['rows-ragged-in-head'],
  }),
  hazard('rows with too many cells', 'a,b\n1,2,3\n4,5\n', {
    rows: [
      ['1', '2', '3'],
      ['4', '5'],
    ],
    notes: ['rows-ragged-in-head'],
  }),
  hazard('empty cells beyond the last heading', 'a,b\n1,2,,\n3,4\n', {
    rows: [
      ['1', '2', '', ''],
      ['3', '4'],
    ],
    notes: ['rows-ragged-in-head'],
  }),
  hazard('lines drawn under the headings and at the end', 'a,b\n---,-----\n1,2\n-,---\n=====,\n', {
    rows: [
      ['---', '-----'],
      ['1', '2'],
      ['-', '---'],
      ['=====', ''],
    ],
    totals: [2, 5],
  }),
  hazard(
    'a listing with lines drawn around it',
    '+----+-------+\n| id | name  |\n+----+-------+\n|  1 | apple |\n|  2 | pear  |\n+----+-------+\n2 rows in set (0.01 sec)\n',
    {
      delimiter: '|',
      header: ['', ' id ', ' name  ', ''],
      totals: [3, 6, 7],
      notes: ['header-found', 'header-empty', 'rows-ragged-in-head'],
    },
  ),
  hazard('a line drawn across a wide table', `a|b\n${'-'.repeat(80)}\n1|2\n3|4\n`, {
    totals: [2],
    notes: ['rows-ragged-in-head'],
  }),
  hazard('lines drawn with box signs', 'a│b\n──┼──\n1│2\n3│4\n', {
    delimiter: '│',
    totals: [2],
    notes: ['rows-ragged-in-head'],
  }),
  ...[
    '(1 row(s) affected)',
    '  2 record(s) selected.',
    '2 rows selected (0.5 seconds)',
    '2 Row(s) produced. Time Elapsed: 0.1s',
  ].map((count) =>
    hazard(`the count ${count.trim()}`, `a,b\n1,2\n3,4\n${count}\n`, {
      totals: [4],
      notes: ['rows-ragged-in-head'],
    }),
  ),
  hazard('a total at the end', 'a,b\n1,2\nTotal,2\n', {
    rows: [
      ['1', '2'],
      ['Total', '2'],
    ],
    totals: [3],
  }),
  hazard('a total behind empty cells', 'a,b,c\n1,2,3\n,Grand Total,3\n', { totals: [3] }),
  hazard(
    'totals that say of what',
    'a,b\nTotal: Account,3\nTotal: Search,2\nTotal for Alpha Ltd,5\nTotal pour Alpha,5\nSumme für Alpha,5\n合計：全体,5\nTotal for 2024,5\nTotal:12,5\nTotal 12,5\n',
    { totals: [2, 3, 4, 5, 6, 7, 8, 9] },
  ),
  hazard(
    'totals of groups, as pivot tables and outlines write them',
    'a,b,c\nEast,1,2\nEast Total,,2\nTotal West,,3\nOst Ergebnis,,"1.234,5"\nGrand Total,,5\n',
    { totals: [3, 4, 5, 6] },
  ),
  hazard(
    'products that are called like the total of a group',
    'a,b,c\nColgate Total,red,2\nColgate Total,3,2\nTotal,x,y\n',
    {
      totals: [4],
    },
  ),
  hazard('subtotals between', 'a,b\n1,2\nSubtotal,2\n3,4\nSub-Total:,4\n', { totals: [3, 5] }),
  hazard(
    'totals in other languages',
    'a;b\nSumme;1\nGesamtsumme;2\nTotal général;3\nИтого;4\n合計;5\nRazem:;6\n',
    { totals: [2, 3, 4, 5, 6, 7] },
  ),
  hazard(
    'products that begin with such a word',
    'a,b\nTotal Care Shampoo,1\nSummer dress,2\nSumo suit,3\nTotally,4\n',
    { totals: [] },
  ),
  hazard('the count a database adds', 'a,b\n1,2\n(1 row affected)\n', {
    rows: [['1', '2'], ['(1 row affected)']],
    totals: [3],
    notes: ['rows-ragged-in-head'],
  }),
  hazard('a footer of prose', 'a,b\n1,2\nPrinted on Monday\n', {
    rows: [['1', '2'], ['Printed on Monday']],
    notes: ['rows-ragged-in-head'],
  }),
  hazard('comment lines', 'a,b\n# note\n1,2\n', {
    rows: [['# note'], ['1', '2']],
    notes: ['rows-ragged-in-head'],
  }),
  hazard('padding around cells', 'a,b\n 1 ,\t2\n', { rows: [[' 1 ', '\t2']] }),
  hazard('leading zeros', 'a,b\n007,00.50\n', { rows: [['007', '00.50']] }),
  hazard('more digits than a float holds', 'a,b\n12345678901234567890,0.1234567890123456789\n', {
    rows: [['12345678901234567890', '0.1234567890123456789']],
  }),
  hazard('formulas', 'a,b\n=1+1,@SUM(A1)\n', { rows: [['=1+1', '@SUM(A1)']] }),
  hazard('words for nothing', 'a,b\nNULL,\\N\nN/A,-\n', {
    rows: [
      ['NULL', '\\N'],
      ['N/A', '-'],
    ],
  }),
  hazard('spaces alone, which are not blank', 'a,b\n  ,  \n1,2\n', {
    rows: [
      ['  ', '  '],
      ['1', '2'],
    ],
  }),
  hazard('more blank rows than a call takes arguments', `${'\n'.repeat(200_000)}a,b\n1,2\n`, {
    header: ['a', 'b'],
    rows: [['1', '2']],
  }),
  hazard('one row only', 'a,b\n1,2', { rows: [['1', '2']] }),
  hazard('an empty file', '', { refused: 'file-empty' }),
  hazard('a mark and nothing else', '\ufeff', { refused: 'file-empty' }),
  hazard('white space alone', ' \t\r\n  \n', { refused: 'file-empty' }),
  hazard('one long line without end', 'x'.repeat(4_500_000), { refused: 'file-is-binary' }),
  hazard('a row longer than any request may be', `a,b\n1,${'x'.repeat(1_200_000)}\n2,y\n`, {
    rows: [
      ['1', 'x'.repeat(1_200_000)],
      ['2', 'y'],
    ],
  }),
] as const;
