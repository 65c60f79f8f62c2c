import { hazard } from './hazard';

export const DOUBTS = [
  hazard(
    'a second row of headings with units',
    'date,temp,wind\n,°C,km/h\n2024-01-01,5,10\n2024-01-02,6,12\n',
    {
      header: ['date', 'temp', 'wind'],
      notes: ['header-second'],
    },
  ),
  hazard('a second row of headings with types', 'id,name,price\nint,varchar,decimal\n1,a,2.5\n2,b,3.5\n', {
    notes: ['header-second'],
  }),
  hazard(
    'a second row of headings with descriptions',
    'GEO_ID,NAME,B01\nGeography,Area Name,Estimate!!Total\n05US1,Autauga,58761\n05US3,Baldwin,233420\n',
    { notes: ['header-second'] },
  ),
  hazard('a first value that is missing', 'name,price\nA,n/a\nB,2\nC,3\n', {}),
  hazard('a first row with a number and a word', 'id,price\n1,on request\n2,2\n3,3\n', {}),
  hazard('signs as web pages write them', 'id,name\n1,Tom &amp; Jerry\n2,&lt;b&gt;\n', {
    rows: [
      ['1', 'Tom &amp; Jerry'],
      ['2', '&lt;b&gt;'],
    ],
    notes: ['codes-of-web'],
  }),
  hazard('an ampersand before a semicolon', 'id,name\n1,Tom & Jerry; Co\n2,R&D;\n', {}),
  hazard('colons between cells', 'id:name:price\n1:Apple:1.5\n2:Pear:2.5\n', { notes: ['separator-maybe'] }),
  hazard('single blanks between cells', 'id name price\n1 Apple 1.5\n2 Pear 2.5\n', {
    notes: ['separator-maybe'],
  }),
  hazard('a column of times', 'time\n10:00:00\n11:30:00\n', { header: ['time'] }),
  hazard('lines quoted as a whole', '"id,name,price"\n"1,Apple,1.5"\n"2,Pear,2.5"\n', {
    header: ['id,name,price'],
    notes: ['lines-in-quotes'],
  }),
  hazard(
    'lines quoted as a whole that hold quotes',
    '"id,""name"",price"\n"1,""Apple, red"",1.5"\n"2,""Pear"",2.5"\n',
    { notes: ['lines-in-quotes'] },
  ),
  hazard(
    'lines quoted as a whole, cut where the user says',
    '"id,name,price"\n"1,Apple,1.5"\n"2,Pear,2.5"\n',
    {
      header: ['"id', 'name', 'price"'],
      rows: [
        ['"1', 'Apple', '1.5"'],
        ['"2', 'Pear', '2.5"'],
      ],
    },
    { quote: 'none' },
  ),
] as const;
