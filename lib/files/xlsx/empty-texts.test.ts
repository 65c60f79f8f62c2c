import { describe, expect, it } from 'vitest';
import { sheet } from './hazards-suite';

const strings = ['<si><t/></si>', '<si/>', '<si><t></t></si>', '<si><t>x</t></si>'];
const cell = (inside: string, attributes = '') => ({ xml: `<c r="B2" ${attributes}>${inside}</c>` });
const text = async (made: ReturnType<typeof cell>) => {
  const back = await sheet(
    {
      rows: [
        ['a', 'b', 'c'],
        ['left', made, 'right'],
      ],
    },
    { strings },
  );
  return typeof back === 'string' ? back : back.text.split('\n')[1];
};

/** Evidence: pandas, POI and the like store such cells; of 1,568 workbooks in other projects' tests two hold any. */
describe('a text without letters is told from a cell without a value', () => {
  it.each([
    ['shared', cell('<v>0</v>', 't="s"')],
    ['shared, an item of nothing', cell('<v>1</v>', 't="s"')],
    ['shared, spelled out', cell('<v>2</v>', 't="s"')],
    ['inline', cell('<is><t></t></is>', 't="inlineStr"')],
    ['inline, as a run', cell('<is><r><t/></r></is>', 't="inlineStr"')],
    ['a plain string', cell('<v></v>', 't="str"')],
  ])('%s', async (_where, made) => {
    expect(await text(made)).toBe('left,"",right');
  });

  it.each([
    ['a formula that gives nothing', cell('<f>IF(A1="","",1)</f><v></v>', 't="str"')],
    ['a string cell without a value', cell('', 't="str"')],
    ['an inline string without a text', cell('<is/>', 't="inlineStr"')],
    ['a formatted cell', cell('', 's="0"')],
    ['an empty number', cell('<v/>')],
  ])('but not %s', async (_what, made) => {
    expect(await text(made)).toBe('left,,right');
  });
});

describe('rows of texts without letters', () => {
  const blank = { xml: '<c t="s"><v>0</v></c>' };

  it('are blank rows, as if nothing stood in them', async () => {
    const back = await sheet(
      {
        rows: [
          ['a', 'b'],
          [blank, blank],
          ['1', '2'],
          [blank, blank],
        ],
      },
      { strings },
    );
    expect(back).toMatchObject({ text: 'a,b\n\n1,2\n' });
  });

  it('make no table wider than its values are', async () => {
    const rows = [
      ['a', 'b', blank, blank],
      ['1', blank, blank, blank],
      ['1', '2', '3'],
    ];
    const back = await sheet({ rows }, { strings });
    expect(back).toMatchObject({ text: 'a,b,""\n1,"",""\n1,2,3\n' });
  });
});
