import { hazard } from './hazard';

const AB = ['a', 'b'];

export const SEPARATORS = [
  hazard('commas', 'a,b\n1,2\n', { delimiter: ',', header: AB, rows: [['1', '2']] }),
  hazard('semicolons', 'a;b\n1;2\n', { delimiter: ';', header: AB, rows: [['1', '2']] }),
  hazard('tabs', 'a\tb\n1\t2\n', { delimiter: '\t', header: AB, rows: [['1', '2']] }),
  hazard('vertical bars', 'a|b\n1|2\n', { delimiter: '|', header: AB, rows: [['1', '2']] }),
  hazard('carets', 'a^b\n1^2\n', { delimiter: '^', header: AB, rows: [['1', '2']] }),
  hazard('tildes', 'a~b\n1~2\n', { delimiter: '~', header: AB, rows: [['1', '2']] }),
  hazard('the control character of Hive', 'a\u0001b\n1\u00012\n', {
    delimiter: '\u0001',
    header: AB,
    rows: [['1', '2']],
  }),
  hazard('the unit separator of ASCII', 'a\u001fb\n1\u001f2\n', {
    delimiter: '\u001f',
    header: AB,
    rows: [['1', '2']],
  }),
  hazard('broken bars', 'a¦b\n1¦2\n', { delimiter: '¦', header: AB, rows: [['1', '2']] }),
  hazard('paragraph signs', 'a§b\n1§2\n', { delimiter: '§', header: AB, rows: [['1', '2']] }),
  hazard('colons, by choice', 'a:b\n1:2\n', { header: AB, rows: [['1', '2']] }, { delimiter: ':' }),
  hazard('spaces, by choice', 'a b\n1 2\n', { header: AB, rows: [['1', '2']] }, { delimiter: ' ' }),
  hazard('a letter, by choice', 'axb\n1x2\n', { header: AB, rows: [['1', '2']] }, { delimiter: 'x' }),
  hazard('the sep= line of Excel', 'sep=;\r\na;b\r\n1,5;2\r\n', {
    delimiter: ';',
    header: AB,
    rows: [['1,5', '2']],
  }),
  hazard('a sep= line that names a tab', 'SEP=\t\na\tb\n1\t2\n', {
    delimiter: '\t',
    header: AB,
    rows: [['1', '2']],
  }),
  hazard('a quoted sep= line', '"sep=|"\na|b\n1|2\n', { delimiter: '|', header: AB, rows: [['1', '2']] }),
  hazard('a sep= line against the look of the rows', 'sep=,\na;b,c\n1;2,3\n', {
    delimiter: ',',
    header: ['a;b', 'c'],
    rows: [['1;2', '3']],
  }),
  hazard('a column that is called sep', 'sep=x,b\n1,2\n3,4\n', {
    delimiter: ',',
    header: ['sep=x', 'b'],
    rows: [
      ['1', '2'],
      ['3', '4'],
    ],
  }),
  hazard('decimal commas beside semicolons', 'a;b\n1,5;2,5\n3,25;4,75\n', {
    delimiter: ';',
    rows: [
      ['1,5', '2,5'],
      ['3,25', '4,75'],
    ],
  }),
  hazard('decimal commas in every cell and no headings', '1,5;2,5\n3,25;4,75\n', {
    delimiter: ';',
    header: ['1,5', '2,5'],
    notes: ['header-numeric'],
  }),
  hazard('as many decimal commas as tabs', '1\t2,5\t3,5\n2\t4,5\t5,5\n', {
    delimiter: '\t',
    header: ['1', '2,5', '3,5'],
    notes: ['header-numeric'],
  }),
  hazard('numbers between commas and nothing else', '1,2,3\n4,5,6\n', {
    delimiter: ',',
    notes: ['header-numeric'],
  }),
  hazard('more commas than semicolons', 'a;b\n1,2,3;x\n4,5,6;y\n', {
    delimiter: ';',
    rows: [
      ['1,2,3', 'x'],
      ['4,5,6', 'y'],
    ],
  }),
  hazard('commas only inside quotes', 'a;b\n"1,2";"3,4"\n"5,6";"7,8"\n', {
    delimiter: ';',
    rows: [
      ['1,2', '3,4'],
      ['5,6', '7,8'],
    ],
  }),
  hazard('commas in prose beside tabs', 'a\tb\nred, green\tx\nblue, grey\ty\n', {
    delimiter: '\t',
    rows: [
      ['red, green', 'x'],
      ['blue, grey', 'y'],
    ],
  }),
  hazard('bars in prose beside commas', 'a,b\nx | y,1\nz | w,2\n', {
    delimiter: ',',
    rows: [
      ['x | y', '1'],
      ['z | w', '2'],
    ],
  }),
  hazard('times with colons', 'a,b\n10:00:00,1\n11:30:00,2\n', {
    delimiter: ',',
    rows: [
      ['10:00:00', '1'],
      ['11:30:00', '2'],
    ],
  }),
  hazard('one column without any separator', 'name\nA\nB\n', {
    delimiter: ',',
    header: ['name'],
    rows: [['A'], ['B']],
  }),
  hazard('one column with commas in its names', 'name\nSmith, John\nDoe, Jane\n', {
    header: ['name'],
    rows: [
      ['Smith', ' John'],
      ['Doe', ' Jane'],
    ],
    notes: ['rows-ragged-in-head'],
  }),
  hazard('a separator at the end of every line', 'a,b,\n1,2,\n', {
    header: ['a', 'b', ''],
    rows: [['1', '2', '']],
    notes: ['header-empty'],
  }),
  hazard('a separator at the start of every line', ',a\n1,2\n', {
    header: ['', 'a'],
    rows: [['1', '2']],
    notes: ['header-empty'],
  }),
  hazard('thousands separated by quoted commas', 'a,b\n"1,234","2,345,678"\n', {
    delimiter: ',',
    rows: [['1,234', '2,345,678']],
  }),
  hazard('two separators in turn', 'a;b;c\n1;2,5;x\n2;3,5;y\n3;4,5;z\n', {
    delimiter: ';',
    rows: [
      ['1', '2,5', 'x'],
      ['2', '3,5', 'y'],
      ['3', '4,5', 'z'],
    ],
  }),
  ...['~|', '^|', '#|#', '~,', ',;', '|~'].map((sep) =>
    hazard(`a separator of two signs, ${sep}`, `id${sep}name\n1${sep}x\n2${sep}y\n`, {
      notes: ['separator-of-two'],
    }),
  ),
  hazard('a sign at the end of some cells alone', 'a,b\n1%,x\n2%,y\n', { delimiter: ',' }),
  hazard('names in brackets', '[a],[b]\n[1],[2]\n', { delimiter: ',' }),
] as const;
