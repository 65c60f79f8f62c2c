import { describe, expect, it } from 'vitest';
import { encode } from './corpus/encode';
import { LANGUAGE_LINES } from './corpus/languages';
import { pieceDecoder } from './decode';
import { guessEncoding, tellingLines } from './guess-encoding';

const cases = LANGUAGE_LINES.flatMap(({ language, encodings, lines }) =>
  encodings.map((encoding) => [language, encoding, lines] as const),
);
const guess = (bytes: Uint8Array) => guessEncoding(tellingLines([bytes]));

/** What each page is read as where it is not one that files often come in. */
const PAGES = [
  ['Ukrainian', 'ibm1125', 'Республіка Болгарія|Королівство Норвегія|Князівство Монако'],
  ['Arabic', 'iso-8859-6', 'الجابون البوجابية|الإنجليزية|السودانية|الصومال'],
  ['Arabic', 'ibm720', 'المملكة العربية السعودية|الأردن|تونس|قميص أزرق للأطفال'],
  ['Hebrew', 'ibm862', 'חולצה לילדים כחולה|ירושלים|כוס קפה|תל אביב|שולחן עץ גדול'],
  ['Greek', 'ibm737', 'Παιδική μπλούζα|Θεσσαλονίκη|Ελαιόλαδο|Ηράκλειο'],
  ['Greek', 'x-mac-greek', 'Παιδική μπλούζα|Θεσσαλονίκη|Ελαιόλαδο|Ηράκλειο'],
  [
    'Kazakh',
    'kz-1048',
    'Қазақстан Республикасы|Өзбекстан|Түркия|Әзірбайжан|Ұлыбритания|Шығыс Тимор|Оңтүстік Африка',
  ],
  ['Macedonian', 'ibm855', 'Северна Македонија|Босна и Херцеговина|Ѓорче Петров|Љубљана|куќа'],
  [
    'Polish',
    'x-mac-ce',
    'Książka dla dzieci, żółta|Łódź|Płaszcz męski|Gdańsk|źródło|Świeczki różane|łącznie',
  ],
  ['Czech', 'x-mac-ce', 'Příbor nerezový, šest kusů|Plzeň|Dětské tričko|Říčany|čtyři|Třebíč|žlutý hrnek'],
  [
    'Lithuanian',
    'ibm775',
    'Vaikiški marškinėliai, žali|Šiauliai|Lėkštė didelė|Panevėžys|ąžuolas|įmonė|žąsų kepsnys',
  ],
  ['Latvian', 'iso-8859-13', 'Rīga|Bērnu krekls, zaļš|Jūrmala|Jēkabpils|šķīvis|lielā krūze|Rēzekne|Ķekava'],
  [
    'Turkish',
    'ibm857',
    'Çocuk gömleği, sarı|İstanbul|Kışlık mont|Eskişehir|Ağaç masa, açık renk|Muğla|doğru|yastık kılıfı',
  ],
  [
    'Turkish',
    'x-mac-turkish',
    'Çocuk gömleği, sarı|İstanbul|Kışlık mont|Eskişehir|Ağaç masa, açık renk|Muğla|doğru|yastık',
  ],
  [
    'Portuguese',
    'ibm860',
    'Calção de criança|São Paulo|promoção|Pão de açúcar|não|Armação de óculos|Goiânia|três limões|Maranhão|sabão de coco|Órgãos|Íris|Ótica São João|botões',
  ],
  [
    'Icelandic',
    'ibm861',
    'Blár bolur fyrir börn|Reykjavík|Skál úr gleri, þrír|Höfn í Hornafirði|Ísafjörður|góð|Ýmis föt|það',
  ],
  ['Danish', 'ibm865', 'Blå trøje til små børn|København|Æblegrød|Ærø|Køkkenstål|Århus|rød'],
] as const;

describe('guessing an encoding by letters', () => {
  it.each(PAGES)('reads %s in %s as it was written', (_language, encoding, lines) => {
    const text = lines.replaceAll('|', '\n');
    const bytes = encode(text, encoding);
    const found = guess(bytes);
    expect(pieceDecoder(found.encoding)(bytes).text).toBe(text);
    expect(found.decided).toBe(true);
  });

  it.each(PAGES)('never decides wrongly by one name of %s in %s', (_language, encoding, lines) => {
    for (const name of lines.split('|')) {
      const bytes = encode(`1;${name};2024-05-01\n`, encoding);
      const found = guess(bytes);
      if (found.decided) expect(pieceDecoder(found.encoding)(bytes).text).toContain(name);
    }
  });

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
    ['Tajik', 'koi8-r', 'Иёлоти Мутта╡идаи Амрико|Ди═лати Му▌риддин|▐ум╡урии Босния'],
    ['Mongolian', 'kz-1048', 'Чөлөөт улсын нийслэл|Үйлдвэрлэл|Бүгд Найрамдах Улс|Өмнөд Африк|шүүхийн'],
  ] as const)('asks where %s, which is not known here, leaves strange letters', (_what, encoding, lines) => {
    const text = lines.replaceAll('|', '\n');
    const bytes = encode(text, encoding);
    const found = guess(bytes);
    expect(found.decided && pieceDecoder(found.encoding)(bytes).text !== text).toBe(false);
  });

  it.each([
    ['windows-1252', 'price € 5|9 €'],
    ['windows-1251', 'Кашуля мужчынская, белая|Спадніца доўгая, шарсцяная|Магілёў|зніжка'],
    ['windows-1251', 'Гвінейський франк|Київ|Їжа для котів|Чернівці|п’ять'],
    ['ibm850', 'Blå trøje|Smøla|Færøyene|Ndebele, sør'],
    ['ibm437', 'Afganistán|España|Perú|Japón|México'],
  ] as const)('takes no page that files hardly come in where %s reads as well: %s', (encoding, lines) => {
    const text = lines.replaceAll('|', '\n');
    const bytes = encode(text, encoding);
    const found = guess(bytes);
    expect(pieceDecoder(found.encoding)(bytes).text).toBe(text);
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
