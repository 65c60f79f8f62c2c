import { describe, expect, it } from 'vitest';
import { encode } from './corpus/encode';
import { latin } from './corpus/hazard';
import { LANGUAGE_LINES } from './corpus/languages';
import { readHead } from './read-head';
import { bytesSource } from './source';

async function decided(bytes: Uint8Array<ArrayBuffer>) {
  const head = await readHead(bytesSource(bytes));
  if (!head.ok) throw new Error(head.error);
  const { encoding, decidedBy } = head.value.dialect;
  return { encoding, by: decidedBy.encoding, candidates: head.value.evidence?.candidates ?? [] };
}
const file = (...cells: string[]) => `id,name\n${cells.map((cell, at) => `${at},${cell}\n`).join('')}`;

describe('bytes that are valid UTF-8 by chance', () => {
  it.each([
    ['NESCAFÉ® in capitals', latin(file('NESCAF\xc9\xae Gold', 'Milk')), 'windows-1252'],
    ['CAFÉ™ in capitals', latin(file('CAF\xc9\x99 Noir')), 'windows-1252'],
    ['IRMÃ® in capitals', latin(file('IRM\xc3\xae')), 'windows-1252'],
    ['a primary school in GB 18030', encode(file('小学', '学校', '小雪'), 'gb18030'), 'gb18030'],
    ['half-width kana in Shift-JIS', encode(file('ﾄｳ', 'ﾐｶ', 'ﾏｲ'), 'shift_jis'), undefined],
    ['a surname in EUC-KR', encode(file('홍', '황'), 'euc-kr'), 'euc-kr'],
  ] as const)('are a question: %s', async (_name, bytes, encoding) => {
    const found = await decided(bytes);
    expect(found.by).toBe('undecided');
    if (encoding !== undefined) expect(found.candidates).toContain(encoding);
    expect(found.candidates).toContain('utf-8');
  });

  it('are shown as UTF-8 first where one letter is all there is, at a place where it may stand', async () => {
    // The file utf8.csv of the acid test csv-spectrum.
    const { encoding, by, candidates } = await decided(encode('a,b,c\n1,2,3\n4,5,ʤ', 'utf-8'));
    expect([encoding, by, candidates[0]]).toEqual(['utf-8', 'undecided', 'utf-8']);
    expect(candidates).toContain('gb18030');
  });

  it('are no proof of damage beside a word that is no UTF-8', async () => {
    const bytes = latin(file(...Array.from({ length: 20 }, () => 'NESCAF\xc9\xae Gold'), 'H\xe4agen'));
    const { by, candidates } = await decided(bytes);
    expect(by).toBe('undecided');
    // Windows-1250 reads these letters as windows-1252 does.
    expect(candidates.some((name) => name.startsWith('windows-125'))).toBe(true);
  });
});

describe('UTF-8 stays decided', () => {
  it.each(LANGUAGE_LINES.map(({ language, lines }) => [language, lines] as const))(
    'in each line of %s alone',
    async (_language, lines) => {
      for (const line of lines)
        expect(await decided(encode(`id;b;c;d\n${line}\n`, 'utf-8'))).toMatchObject({
          encoding: 'utf-8',
          by: 'valid-utf-8',
        });
    },
  );

  it.each([
    'é',
    'BLÅ',
    'GRÅ',
    'KUSŮ',
    'CAFÉ',
    'PIÙ',
    'Iași',
    'Timiș',
    'Oʻahu',
    'Dương',
    'məhsul',
    'Əhməd',
    'Қазақстан',
    'Өскемен',
    'ґанок',
    'ɗan',
    'Hausa ƙasa',
    'wǒ hǎo',
    'cafe\u0301 c\u0327a',
    'Հայաստան',
    '5 µm',
    '20 °C',
    'Sé',
    'MENÚ',
    '²',
    '£5',
    'Ångström',
    'Λ',
    'С',
    'Ж',
    'Øl',
    'ÅSE',
    'SØR',
    'Łódź',
    'ŁÓDŹ',
    'ŻUBR',
    'ŽIŽKOV',
    'İSTANBUL',
    'ΑΒΓ',
    'ʼn',
  ])('in the word %s alone', async (word) => {
    expect(await decided(encode(file(word), 'utf-8'))).toMatchObject({
      encoding: 'utf-8',
      by: 'valid-utf-8',
    });
  });
});
