import { describe, expect, it } from 'vitest';
import { encode } from './corpus/encode';
import { LANGUAGE_LINES } from './corpus/languages';
import { pieceDecoder } from './decode';
import { guessEncoding, tellingLines } from './guess-encoding';

const cases = LANGUAGE_LINES.flatMap(({ language, encodings, lines }) =>
  encodings.map((encoding) => [language, encoding, lines] as const),
);
const guess = (bytes: Uint8Array) => guessEncoding(tellingLines([bytes]));

describe('guessing an encoding by letters', () => {
  it.each(cases)('reads %s in %s as it was written', (_language, encoding, lines) => {
    const bytes = encode(lines.join('\r\n'), encoding);
    const found = guess(bytes);
    expect(pieceDecoder(found.encoding)(bytes).text).toBe(lines.join('\r\n'));
    expect(found.decided).toBe(true);
  });

  it.each([
    ['¡Oferta! jamón', 'windows-1252'],
    ['台北 台北', 'big5'],
    ['ｺｰﾋｰ', 'euc-jp'],
  ] as const)('asks where few bytes read well in two ways: %s in %s', (text, encoding) => {
    expect(guess(encode(`1,${text}\n`, encoding)).decided).toBe(false);
  });

  it.each(cases)('never decides wrongly by a single line of %s in %s', (_language, encoding, lines) => {
    for (const line of lines) {
      const bytes = encode(line, encoding);
      const found = guess(bytes);
      if (found.decided) expect(pieceDecoder(found.encoding)(bytes).text).toBe(line);
    }
  });

  it.each([
    ['a name from elsewhere', 'windows-1252', 'Søborg|Rønne|São Tomé, Ramírez|Brønden|Sønderby|Bøger'],
    ['one beside Finnish', 'windows-1252', 'São Tomé, Ramírez|Rikkidžan|Tähti|Käsi'],
    ['a Polish word in German', 'iso-8859-2', `${'Größe;Tür;Möbel;Bäcker|'.repeat(20)}Währung Złoty`],
    ['the ń of Polish beside an í', 'windows-1250', 'rial irański|guaraní|celów'],
    ['a GBK without Han', 'gb18030', 'Irlandés|Groenlandés|Maltés|Japonés'],
    ['Frisian', 'windows-1252', 'Haïty|Bouveteilân|Ierlân|Geörgje|Grikelân|Naurû|Letlân|Frânsk'],
    ['Kurdish', 'windows-1254', "Kûba|Şahitiya Si'ûdî|Şahiyetî|Basûr û Giravên Basûr|Rîko"],
  ] as const)('is not led astray by %s', (_what, encoding, lines) => {
    const text = lines.replaceAll('|', '\n');
    const bytes = encode(text, encoding);
    const found = guess(bytes);
    if (found.decided) expect(pieceDecoder(found.encoding)(bytes).text).toBe(text);
  });

  it.each([
    ['Kazakh', 'windows-1251', 'Тїркия|Лесото Патшалыєы|Кипр Республикасы|Ґзбекстан Республикасы'],
    ['Ukrainian', 'ibm866', 'Республўка Болгарўя|Королўвство Норвегўя|Князўвство Монако'],
    ['Arabic', 'windows-1256', 'باوجابê» انبوجابêة|انإوجنêزêة|اندêوما|دêناèêر'],
  ] as const)('asks where %s of a page unknown here leaves strange letters', (_what, encoding, lines) => {
    expect(guess(encode(lines.replaceAll('|', '\n'), encoding)).decided).toBe(false);
  });

  it('knows letters of four bytes, which nobody writes among digits', () => {
    const lines = ['Gambiü0è5', 'Italiü0è5', 'Belgiü0è5', 'Tunesiü0è5', 'Algeriü0è5'];
    const bytes = encode(lines.join('\n'), 'ibm850');
    expect(guess(bytes)).toMatchObject({ encoding: 'gb18030', decided: true });
    expect(pieceDecoder('gb18030')(bytes).text).toBe('Gambië\nItalië\nBelgië\nTunesië\nAlgerië');
  });

  it.each(['gb18030', 'shift_jis'] as const)('knows an alphabet among the signs of %s', (encoding) => {
    const text = 'Республика Малави\nСоль морская\nПоваренная книга';
    const bytes = encode(text, encoding);
    const found = guess(bytes);
    expect(found.decided).toBe(true);
    expect(pieceDecoder(found.encoding)(bytes).text).toBe(text);
  });
});
