import { describe, expect, it } from 'vitest';
import { encode } from './corpus/encode';
import { LANGUAGE_LINES } from './corpus/languages';
import { pieceDecoder } from './decode';
import { isEncodedTwice } from './encoded-twice';

describe('a text that was encoded twice', () => {
  it.each([
    'MÃ¼ller',
    'itâ€™s',
    'KsiÄ…ĹĽka',
    'LeĂłn',
    'Å»ubr',
    'Ð¢ÐµÐ»',
    'Ä°stanbul',
    'Å½iÅ¾kov',
    'MГјller',
    '√©t√©',
    'caf├®',
    'LeΓ³n',
    'RĆ³Å¼a',
    'GdaÅ„sk',
    'РњРѕСЃРєРІР°',
    'Î‘Î»Ï†Î±',
    'Å¼Ã³Å‚ty',
    'п°п╬я│п╨п╡п╟',
    'Ksiд┘е╪ka',
    'cafц╘',
    'GrцІц÷e',
    'cafУЉ',
    'cafĂŠ',
    'KsiÄ\u0085Å¼ka',
    'KsiÄ\u0085Ĺźka',
    'а\u009cаОб\u0081аКаВаА',
    'Ğ\u009cĞ¾Ñ\u0081ĞºĞ²Ğ°',
    'Ð\u009cÐ¾Ñ\u0081ÐºÐ²Ð°',
  ])('is known as %s', (text) => {
    expect(isEncodedTwice(text)).toBe(true);
  });

  it.each([
    '“MANHÃ”',
    'NESCAFÉ®',
    'CAFÉ™',
    'CAFFÈ™',
    'RŮŽE',
    'LŮŽKO',
    'NŮŽKY',
    'ÚŽAS',
    'ORĂŞEL',
    'PĂŞUNE',
    'ÎŞI',
    'Ні',
    'Її',
    'Её',
    'Спаё',
    'Straß…',
    'Spaß™',
    '« café\u00a0»',
    'déjà\u00a0»',
    'l’été',
    'BLÅ®',
    'GRÅ”',
    'Ø±0,1 Ø±0,2',
    '10×£5',
    '2×½',
    'รถ',
    'รถBMW',
    'Å',
    'É…',
    'СССР',
    'ОБЪЁМ',
    'ΕΊΝΑΙ',
    '20 °C',
    '£5',
    'µ',
    'Её №5',
    'CAFÉ\u0099',
    'Straß\u0085',
    'Щука, щенок',
    'ЦАРЬ',
    'цирк',
    'уксус',
    'ФАРФОР',
    'ΰ©',
  ])('is not what %s is', (text) => {
    expect(isEncodedTwice(text)).toBe(false);
  });

  const words = LANGUAGE_LINES.flatMap(({ lines }) =>
    lines.flatMap((line) => [line, ...line.split(/[; ,]+/)]),
  );
  it('is no word of any language, in either case, with any sign behind it', () => {
    const cells = words.flatMap((word) =>
      ['', '™', '®', '…', '”', '»', '\u00a0»', ' – x'].flatMap((sign) =>
        [word, word.toUpperCase(), word.toLowerCase()].map((each) => each + sign),
      ),
    );
    expect(cells.filter(isEncodedTwice)).toEqual([]);
  });

  it.each([
    'windows-1252',
    'windows-1250',
    'windows-1251',
    'windows-1254',
    'windows-1253',
    'windows-1257',
    'iso-8859-2',
    'iso-8859-5',
    'koi8-r',
    'koi8-u',
  ] as const)('is every such word of Latin letters whose UTF-8 was read as %s', (encoding) => {
    const decoder = pieceDecoder(encoding);
    const missed = words.filter((word) => {
      if (!/^[ -~\u00c0-\u017f]*$/.test(word) || /^[ -~]*$|^à$/.test(word)) return false;
      const { text, damaged } = decoder(encode(word, 'utf-8'));
      return !damaged && !isEncodedTwice(text);
    });
    expect(missed).toEqual([]);
  });
});
