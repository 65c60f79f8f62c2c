import { hazard } from './hazard';

export const QUOTES = [
  hazard('separators inside quotes', 'a,b\n"1,2",x\n', { rows: [['1,2', 'x']] }),
  hazard('doubled quotes', 'a,b\n"say ""hi""",x\n', { rows: [['say "hi"', 'x']] }),
  hazard('line ends inside quotes', 'a,b\n"1\n\n2",x\n', { rows: [['1\n\n2', 'x']] }),
  hazard('a cell that is one quote', 'a,b\n"""",x\n', { rows: [['"', 'x']] }),
  hazard('a cell within quotes of its own', 'a,b\n"""x""",y\n', { rows: [['"x"', 'y']] }),
  hazard('quoted empty cells', 'a,b\n"","x"\n', { rows: [['', 'x']] }),
  hazard('JSON in a cell', 'a,b\n"{""k"":[1,2]}",x\n', { rows: [['{"k":[1,2]}', 'x']] }),
  hazard('HTML in a cell', 'a,b\n"<p class=""x"">1, 2</p>",y\n', { rows: [['<p class="x">1, 2</p>', 'y']] }),
  hazard('quotes escaped by a backslash', 'a,b\n"say \\"hi\\", you",x\n', {
    rows: [['say "hi", you', 'x']],
    notes: ['quotes-backslash'],
  }),
  hazard('backslashes escaped by backslashes', 'a,b\n"\\"\\\\,",x\n', {
    rows: [['"\\,', 'x']],
    notes: ['quotes-backslash'],
  }),
  hazard('a path that ends with a backslash', 'a,b\n"C:\\dir\\",x\n"D:\\",y\n', {
    rows: [
      ['C:\\dir\\', 'x'],
      ['D:\\', 'y'],
    ],
  }),
  hazard('backslashes outside quotes', 'a,b\nC:\\new,x\\y\n', { rows: [['C:\\new', 'x\\y']] }),
  hazard('apostrophes for quotes', "a,b\n'1,2','it''s'\n'3','4'\n'5','6'\n'7','8'\n'9','0'\n", {
    rows: [
      ['1,2', "it's"],
      ['3', '4'],
      ['5', '6'],
      ['7', '8'],
      ['9', '0'],
    ],
    notes: ['quotes-single'],
  }),
  hazard('apostrophes that are text', "a,b\n'tis,it's\n", { rows: [["'tis", "it's"]] }),
  hazard('inches', 'a,b\n12" pipe,x\n7",y\n', {
    rows: [
      ['12" pipe', 'x'],
      ['7"', 'y'],
    ],
    stray: [2, 3],
  }),
  hazard('a quote that opens in the middle of a cell', 'a,b,c\nx "y,z",1\n', {
    rows: [['x "y', 'z"', '1']],
    stray: [2],
  }),
  hazard('a stray quote inside quotes', 'a,b\n"x "y" z",1\n2,3\n', {
    rows: [
      ['x "y" z', '1'],
      ['2', '3'],
    ],
    broken: [2],
  }),
  hazard('a quote that never closes', 'a,b\n1,"oops\n2,x\n', {
    rows: [
      ['1', '"oops'],
      ['2', 'x'],
    ],
    broken: [2],
  }),
  hazard('a quote that never closes on the last line', 'a,b\n1,x\n2,"oops', {
    rows: [
      ['1', 'x'],
      ['2', '"oops'],
    ],
    broken: [3],
  }),
  hazard('a quote that swallows lines up to the next one', 'a,b\n1,"oops\n2,x\n3,"y"\n4,z\n', {
    rows: [
      ['1', '"oops'],
      ['2', 'x'],
      ['3', '"y"'],
      ['4', 'z'],
    ],
    broken: [2, 3, 4],
  }),
  hazard('spaces before a quoted cell', 'a, "b"\n1, "x, y"\n 2,  ""\n"3", "z" \n', {
    header: ['a', 'b'],
    rows: [
      ['1', 'x, y'],
      [' 2', ''],
      ['3', 'z'],
    ],
    notes: ['quotes-padded'],
  }),
  hazard('spaces before a quote that is text', 'a,b\n1, "x" y\n2, 7"\n"3", "z\n', {
    rows: [
      ['1', ' "x" y'],
      ['2', ' 7"'],
      ['3', ' "z'],
    ],
    stray: [2, 3, 4],
  }),
  hazard('spaces before quotes in a quoted cell', 'a,b\n1,"x, ""y"""\n', { rows: [['1', 'x, "y"']] }),
  hazard('spaces after a quoted cell', 'a,b\n"1" ,x\n', { rows: [['1', 'x']] }),
  hazard('curly quotes, which are text', 'a,b\n“1”,„x“\n', { rows: [['“1”', '„x“']] }),
  hazard('whole lines in quotes', '"a,b"\n"1,2"\n', { header: ['a,b'], rows: [['1,2']] }),
  hazard('text formulas of Excel', 'a,b\n="00123",x\n', { rows: [['="00123"', 'x']], stray: [2] }),
  hazard('numbers in quotes', 'a,b\n"1","2.50"\n', { rows: [['1', '2.50']] }),
  hazard('a quoted heading over two lines', '"a\nb",c\n1,2\n', { header: ['a\nb', 'c'], rows: [['1', '2']] }),
  hazard('quotes that a dump leaves in the text', 'a\tb\nx\t"all of it"\ny\tthe "Store"\nz\tplain\n', {
    rows: [
      ['x', 'all of it'],
      ['y', 'the "Store"'],
      ['z', 'plain'],
    ],
    stray: [3],
    notes: ['quotes-literal'],
  }),
  hazard(
    'quotes that a dump with its own word for nothing leaves',
    'a\tb\nx\t"all of it"\ny\t\\N\nz\tplain\n',
    {
      rows: [
        ['x', 'all of it'],
        ['y', '\\N'],
        ['z', 'plain'],
      ],
      notes: ['quotes-literal'],
    },
  ),
  hazard(
    'a quote inside a cell that begins and ends with one, in a dump',
    'a\tb\nx\t"The" Store"\ny\t"q"\n',
    {
      rows: [
        ['x', 'The" Store'],
        ['y', 'q'],
      ],
      broken: [2],
      notes: ['quotes-literal'],
    },
  ),
  hazard('tabs with quotes as spreadsheets write them', 'a\tb\nx\t"1, 2"\ny\t"12"" pipe"\nz\tplain\n', {
    rows: [
      ['x', '1, 2'],
      ['y', '12" pipe'],
      ['z', 'plain'],
    ],
  }),
  hazard('tabs with a tab and a line end inside quotes', 'a\tb\nx\t"1\t2"\ny\t"p\nq"\n12" z\tr\n', {
    rows: [
      ['x', '1\t2'],
      ['y', 'p\nq'],
      ['12" z', 'r'],
    ],
    stray: [4],
  }),
  hazard('tabs with every text in quotes, but the word for nothing', '"a"\t"b"\n"x"\t\\N\n"y"\t"z"\n', {
    rows: [
      ['x', '\\N'],
      ['y', 'z'],
    ],
  }),
  hazard('no quoting, by choice', 'a\tb\n"1\t2"\n', { rows: [['"1', '2"']] }, { quote: 'none' }),
  hazard('a quoted cell of half a megabyte', `a,b\n"${'x,\n'.repeat(170_000)}",y\n`, {
    rows: [['x,\n'.repeat(170_000), 'y']],
  }),
  hazard('nothing but quotes', 'a,b\n"""""",""""""\n', { rows: [['""', '""']] }),
] as const;
