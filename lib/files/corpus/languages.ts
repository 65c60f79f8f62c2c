import type { Dialect } from '../model';

/** What retailers write, by language, with the encodings their files arrive in. Every line is our own. */
export const LANGUAGE_LINES: readonly {
  readonly language: string;
  readonly encodings: readonly Dialect['encoding'][];
  readonly lines: readonly string[];
}[] = [
  {
    language: 'German',
    encodings: ['windows-1252', 'iso-8859-15', 'macintosh', 'ibm850'],
    lines: [
      '4711;Müller & Söhne GmbH;Größe 42;weiß',
      '4712;Jörg Schröder;Tücher, grün;Köln',
      '4713;Käse-Großhandel;Öl für Möbel;Düsseldorf',
    ],
  },
  {
    language: 'French',
    encodings: ['windows-1252', 'macintosh', 'ibm850'],
    lines: [
      '1;Crème brûlée à emporter;Orléans;été',
      '2;Boîte décorée, façade bleue;Besançon;première',
      '3;Théière émaillée;Nîmes;où',
    ],
  },
  {
    language: 'Spanish',
    encodings: ['windows-1252', 'macintosh', 'ibm850'],
    lines: [
      '1;Pantalón niño, tamaño único;Málaga;año',
      '2;Lámpara de salón;A Coruña;sí',
      '3;Jabón artesanal;León;café',
    ],
  },
  {
    language: 'Portuguese',
    encodings: ['windows-1252', 'macintosh', 'ibm850'],
    lines: [
      '1;Calção de criança;São Paulo;promoção',
      '2;Pão de açúcar;Brasília;não',
      '3;Armação de óculos;Goiânia;três',
    ],
  },
  {
    language: 'Swedish',
    encodings: ['windows-1252', 'macintosh', 'ibm850'],
    lines: [
      '1;Grön kåpa för barn;Malmö;två',
      '2;Äppelträd, små;Västerås;åtta',
      '3;Höstjacka röd;Göteborg;första',
    ],
  },
  {
    language: 'Danish',
    encodings: ['windows-1252', 'macintosh', 'ibm850'],
    lines: ['1;Blå trøje til små børn;København;første', '2;Æblegrød;Ærø;på', '3;Køkkenstål;Århus;rød'],
  },
  {
    language: 'Polish',
    encodings: ['windows-1250', 'iso-8859-2', 'ibm852'],
    lines: [
      '1;Książka dla dzieci, żółta;Łódź;część',
      '2;Płaszcz męski, długość średnia;Gdańsk;źródło',
      '3;Świeczki różane;Kraków;łącznie',
    ],
  },
  {
    language: 'Czech',
    encodings: ['windows-1250', 'iso-8859-2', 'ibm852'],
    lines: [
      '1;Příbor nerezový, šest kusů;Plzeň;žlutý',
      '2;Dětské tričko s potiskem;Říčany;čtyři',
      '3;Květináč střední velikosti;Třebíč;modrý',
    ],
  },
  {
    language: 'Hungarian',
    encodings: ['windows-1250', 'iso-8859-2', 'ibm852'],
    lines: [
      '1;Női kézitáska, barna bőr;Győr;öt',
      '2;Gyümölcsös tál, üveg;Székesfehérvár;hűtő',
      '3;Férfi öltöny, fekete;Hódmezővásárhely;első',
    ],
  },
  {
    language: 'Turkish',
    encodings: ['windows-1254'],
    lines: [
      '1;Çocuk gömleği, sarı;İstanbul;beş',
      '2;Kışlık mont, büyük beden;Eskişehir;üç',
      '3;Ağaç masa, açık renk;Muğla;doğru',
    ],
  },
  {
    language: 'Russian',
    encodings: ['windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5', 'x-mac-cyrillic'],
    lines: [
      '1;Футболка детская, синяя;Москва;размер М',
      '2;Чайник электрический;Екатеринбург;новый',
      '3;Юбка шерстяная, длинная;Ярославль;скидка',
    ],
  },
  {
    language: 'Ukrainian',
    encodings: ['windows-1251', 'koi8-u'],
    lines: [
      '1;Сорочка чоловіча, біла;Київ;розмір',
      '2;Їжа для котів;Чернівці;вартість',
      '3;Ґудзики дерев’яні'.replace('’', ' ') + ';Львів;знижка',
    ],
  },
  {
    language: 'Belarusian',
    encodings: ['windows-1251'],
    lines: [
      '1;Кашуля мужчынская, белая;Мінск;памер',
      '2;Спадніца доўгая, шарсцяная;Гродна;новы',
      '3;Чайнік электрычны;Магілёў;зніжка',
    ],
  },
  {
    language: 'Greek',
    encodings: ['windows-1253', 'iso-8859-7'],
    lines: [
      '1;Παιδική μπλούζα, κόκκινη;Θεσσαλονίκη;μέγεθος',
      '2;Ελαιόλαδο εξαιρετικό;Αθήνα;τιμή',
      '3;Άσπρο πιάτο;Ηράκλειο;έκπτωση',
    ],
  },
  {
    language: 'Hebrew',
    encodings: ['windows-1255'],
    lines: [
      '1;חולצה לילדים, כחולה;ירושלים;מידה',
      '2;כוס קפה;תל אביב;מחיר',
      '3;שולחן עץ גדול ויפה לסלון;חיפה;במלאי',
      '4;מגבת גדולה;באר שבע;הנחה',
    ],
  },
  {
    language: 'Arabic',
    encodings: ['windows-1256'],
    lines: ['1;قميص للأطفال أزرق;القاهرة;السعر', '2;كوب قهوة;دبي;الكمية'],
  },
  {
    language: 'Lithuanian',
    encodings: ['windows-1257'],
    lines: ['1;Vaikiški marškinėliai, žali;Šiauliai;ąžuolas', '2;Lėkštė didelė;Panevėžys;įmonė'],
  },
  {
    language: 'Thai',
    encodings: ['windows-874'],
    lines: ['1;เสื้อเด็กสีฟ้า;กรุงเทพ;ราคา', '2;ถ้วยกาแฟ;เชียงใหม่;จำนวน'],
  },
  {
    language: 'Japanese',
    encodings: ['shift_jis', 'euc-jp'],
    lines: [
      '1;子供用シャツ、青;東京都;価格',
      '2;コーヒーカップ;大阪市;在庫あり',
      '3;表示ソート能力;神奈川県;予約',
    ],
  },
  {
    language: 'Chinese, simplified',
    encodings: ['gb18030'],
    lines: ['1;儿童衬衫，蓝色;上海市;价格', '2;咖啡杯;北京市;库存数量', '3;我们的产品是有保证的;广州;折扣'],
  },
  {
    language: 'Chinese, traditional',
    encodings: ['big5'],
    lines: ['1;兒童襯衫，藍色;臺北市;價格', '2;咖啡杯;高雄市;庫存數量', '3;我們的產品是有保證的;臺中;折扣'],
  },
  {
    language: 'Korean',
    encodings: ['euc-kr'],
    lines: [
      '1;어린이 셔츠, 파랑;서울특별시;가격',
      '2;커피 잔;부산;재고 수량',
      '3;우리 제품은 보증됩니다;대구;할인',
    ],
  },
];
