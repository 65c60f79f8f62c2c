import { hazard } from './hazard';

export const FEW_NAMES = [
  hazard('a header of years and nothing else', 'id,2023,2024\n', { refused: 'file-header-only' }),
  hazard('one row of values and nothing else', '1,2024-05-01,Anna', {
    header: ['Column 1', 'Column 2', 'Column 3'],
    rows: [['1', '2024-05-01', 'Anna']],
    notes: ['row-alone'],
  }),
  hazard('one row of values below blank lines', '\n\nx;1,5\n', {
    rows: [[''], [''], ['x', '1,5']],
    notes: ['row-alone', 'blank-rows-in-head'],
  }),
  hazard(
    'one row of values, which the user takes for headings',
    '1,2024-05-01,Anna\n',
    { refused: 'file-header-only' },
    { headerRow: 1 },
  ),
  hazard(
    'one row of words, which the user says are values',
    'Anna,Paris\n',
    { header: ['Column 1', 'Column 2'], rows: [['Anna', 'Paris']] },
    { headerRow: 0 },
  ),
  hazard('a separator at the end of each row below the headings', 'id,name,note\n1,a,x,\n2,b,y,\n3,c,z,\n', {
    header: ['id', 'name', 'note'],
    notes: ['rows-ragged-in-head'],
  }),
  hazard('one name over five columns', 'id,,,,\n1,a,b,c,x\n2,d,e,f,y\n3,d,e,f,y\n', {
    header: ['id', '', '', '', ''],
    notes: ['header-empty'],
  }),
  hazard('two names of five over a column with a gap', 'id,,,,name\n1,n/a,b,c,x\n2,5,e,f,y\n3,6,e,f,y\n', {
    header: ['id', '', '', '', 'name'],
    notes: ['header-empty'],
  }),
  hazard('two names of five below a title', 'Report,,,,\nid,,,,name\n1,a,b,c,x\n2,d,e,f,y\n', {
    header: ['id', '', '', '', 'name'],
    rows: [
      ['1', 'a', 'b', 'c', 'x'],
      ['2', 'd', 'e', 'f', 'y'],
    ],
    notes: ['header-found', 'header-empty'],
  }),
  hazard('two names of five below a title, over words', 'Report,,,,\nid,,,,name\nA,a,b,c,x\nB,d,e,f,y\n', {
    header: ['id', '', '', '', 'name'],
    notes: ['header-found', 'header-empty'],
  }),
  hazard('a title and rows without names', 'Stock,,\n2024-01-01,a,b\n2024-01-02,b,c\n2024-01-03,b,c\n', {
    header: ['Stock', '', ''],
    notes: ['header-empty'],
  }),
  hazard('days as names below a title', 'Plan,,,\nitem,shop,1,2\na,x,6,7\nb,x,6,7\n', {
    header: ['item', 'shop', '1', '2'],
    notes: ['header-found', 'header-numeric'],
  }),
  hazard(
    'years as names below a preamble',
    '"Source","Development Indicators",\n\n"Updated","2024-05-01",\n\n"Country","Code","Series","1960","1961",\n"Aruba","ABW","Population","54608","55811",\n"Angola","AGO","Population","5357195","5441333",\n',
    {
      header: ['Country', 'Code', 'Series', '1960', '1961', ''],
      notes: ['header-found', 'header-empty'],
    },
  ),
  hazard(
    'a preamble with more rows than its table',
    '"Account:";"DE12";\n\n"From:";"01.01.2024";\n"To:";"31.01.2024";\n"Balance:";"1.234,56 EUR";\n\n"Booked";"Valued";"Text";"Payee";"Amount";\n"02.01.2024";"02.01.2024";"Debit";"Shop";"-12,50";\n"03.01.2024";"03.01.2024";"Credit";"Work";"2.500,00";\n',
    {
      header: ['Booked', 'Valued', 'Text', 'Payee', 'Amount', ''],
      notes: ['header-found', 'header-empty'],
    },
  ),
  hazard('names for two of four columns and no separators for the rest', 'id,name\n1,x,5,7\n2,y,6,8\n', {
    header: ['id', 'name'],
    notes: ['header-short'],
  }),
  hazard(
    'names for the first columns, as the user says',
    'id,name\n1,x,5,7\n\n2,y,6,8\nTotal\n',
    {
      header: ['id', 'name', '', ''],
      rows: [['1', 'x', '5', '7'], [''], ['2', 'y', '6', '8'], ['Total']],
      notes: ['header-empty', 'rows-ragged-in-head', 'blank-rows-in-head'],
      totals: [5],
    },
    { unnamed: 'last' },
  ),
  hazard(
    'row names without a heading, as the user says',
    '"name","price"\n"1","Apple",1.5\n"2","Pear",2.5\n',
    { header: ['', 'name', 'price'], notes: ['header-empty'] },
    { unnamed: 'first' },
  ),
  hazard(
    'names for all columns, whatever was said of another reading',
    'id,name\n1,x\n2,y\n',
    { header: ['id', 'name'] },
    { unnamed: 'first' },
  ),
  hazard(
    'decimals cut at their commas, which no answer about names would mend',
    'id,price\n1,1,50\n2,12,75\n',
    {
      header: ['id', 'price'],
      notes: ['rows-ragged-in-head'],
    },
  ),
] as const;
