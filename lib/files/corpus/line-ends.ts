import { hazard } from './hazard';

const ROWS = [
  ['1', 'x'],
  ['2', 'y'],
];

const MANY = 40_000;
const NUMBERED = Array.from({ length: MANY }, (_, at) => ['1', `${at}`, '3', '4', '5']);
const lines = (newline: string) => NUMBERED.map((cells) => cells.join(',') + newline).join('');

export const LINE_ENDS = [
  hazard('two large files glued together, CRLF then LF', `a,b,c,d,e\r\n${lines('\r\n')}${lines('\n')}`, {
    newline: 'mixed',
    rows: [...NUMBERED, ...NUMBERED],
    notes: ['line-ends-mixed'],
  }),
  hazard(
    'LF lines far behind a CRLF head, between what is looked at',
    `a,b,c,d,e\r\n${lines('\r\n')}7,7,7,7,7\n8,8,8,8,8\r\n${lines('\r\n')}`,
    { newline: '\r\n', stray: [MANY + 2] },
  ),
  hazard(
    'a stretch of LF lines far behind a CRLF head',
    `a,b,c,d,e\r\n${lines('\r\n')}${'7,7,7,7,7\n'.repeat(500)}8,8,8,8,8\r\n${lines('\r\n')}`,
    {
      newline: '\r\n',
      rows: [
        ...NUMBERED,
        ...Array.from({ length: 500 }, () => ['7', '7', '7', '7', '7']),
        ['8', '8', '8', '8', '8'],
        ...NUMBERED,
      ],
      stray: Array.from({ length: 501 }, (_, at) => MANY + 2 + at),
    },
  ),
  hazard('LF', 'a,b\n1,x\n2,y\n', { newline: '\n', rows: ROWS }),
  hazard('CRLF', 'a,b\r\n1,x\r\n2,y\r\n', { newline: '\r\n', rows: ROWS }),
  hazard('lone CR of old Macs', 'a,b\r1,x\r2,y\r', { newline: '\r', rows: ROWS }),
  hazard('no end after the last line', 'a,b\n1,x\n2,y', { newline: '\n', rows: ROWS }),
  hazard('no end after the last line of a CR file', 'a,b\r1,x\r2,y', { newline: '\r', rows: ROWS }),
  hazard('CRLF and LF', 'a,b\r\n1,x\n2,y\r\n', { newline: 'mixed', rows: ROWS, notes: ['line-ends-mixed'] }),
  hazard('all three kinds', 'a,b\r\n1,x\n2,y\r3,z', {
    newline: 'mixed',
    rows: [...ROWS, ['3', 'z']],
    notes: ['line-ends-mixed'],
  }),
  hazard('CRLF and CR', 'a,b\r1,x\r\n2,y\r\n', { newline: 'mixed', rows: ROWS, notes: ['line-ends-mixed'] }),
  hazard('mixed ends of a single column', 'a\r\nb\nc\rd\n', {
    newline: 'mixed',
    header: ['a'],
    rows: [['b'], ['c'], ['d']],
    notes: ['line-ends-mixed'],
  }),
  hazard('LF in unquoted cells of a CRLF file', 'a,b,c\r\n1,x\nx,5\r\n2,y\ny,6\r\n3,z,7\r\n', {
    newline: '\r\n',
    rows: [
      ['1', 'x\nx', '5'],
      ['2', 'y\ny', '6'],
      ['3', 'z', '7'],
    ],
    stray: [2, 3],
  }),
  hazard('LF in quoted cells of a CRLF file', 'a,b\r\n1,"x\nx"\r\n2,y\r\n', {
    newline: '\r\n',
    rows: [
      ['1', 'x\nx'],
      ['2', 'y'],
    ],
  }),
  hazard('CRLF in quoted cells of an LF file', 'a,b\n1,"x\r\nx"\n2,y\n', {
    newline: '\n',
    rows: [
      ['1', 'x\r\nx'],
      ['2', 'y'],
    ],
  }),
  hazard('CR in quoted cells', 'a,b\n1,"x\rx"\n2,y\n', {
    newline: '\n',
    rows: [
      ['1', 'x\rx'],
      ['2', 'y'],
    ],
  }),
  hazard('text mode twice: CR CR LF', 'a,b\r\r\n1,x\r\r\n', {
    rows: [[''], ['1', 'x'], ['']],
    notes: ['line-ends-mixed', 'blank-rows-in-head'],
  }),
  hazard('blank lines at the end', 'a,b\n1,x\n2,y\n\n\n', {
    rows: [...ROWS, [''], ['']],
    notes: ['blank-rows-in-head'],
  }),
  hazard('blank lines between', 'a,b\n\n1,x\n\n2,y\n', {
    rows: [[''], ['1', 'x'], [''], ['2', 'y']],
    notes: ['blank-rows-in-head'],
  }),
  hazard('blank lines at the start', '\n\na,b\n1,x\n2,y\n', { header: ['a', 'b'], rows: ROWS }),
  hazard('U+2028, which ends no line', 'a,b\n1,x\u2028x\n', { rows: [['1', 'x\u2028x']] }),
  hazard('U+0085, which ends no line', 'a,b\n1,x\u0085x\n', { rows: [['1', 'x\u0085x']] }),
  hazard('form feeds and vertical tabs, which end none either', 'a,b\n1,x\fx\n2,y\vy\n', {
    rows: [
      ['1', 'x\fx'],
      ['2', 'y\vy'],
    ],
  }),
  hazard('the end-of-file mark of DOS', 'a,b\r\n1,x\r\n\u001a', {
    rows: [['1', 'x'], ['\u001a']],
    notes: ['rows-ragged-in-head'],
  }),
  hazard('blank rows written as separators', 'a,b\n1,x\n,\n2,y\n', {
    rows: [
      ['1', 'x'],
      ['', ''],
      ['2', 'y'],
    ],
    notes: ['blank-rows-in-head'],
  }),
] as const;
