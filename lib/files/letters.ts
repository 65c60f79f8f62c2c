import type { SingleByte } from './single-byte';

export interface Letters {
  /** Letters beyond ASCII that are common in the language, then those that are rare in it. */
  readonly common: string;
  readonly rare: string;
  /** Both stand in the order of their frequency, the commonest first: in a script of its own every letter is in use. */
  readonly ranked?: true;
  /** Letters beside those ranked, which other languages of the script lack. */
  readonly own?: string;
  /** Letters that only stand before these letters, or at the end of a word. */
  readonly before?: Readonly<Record<string, string>>;
  /** Names of many languages side by side: no letter proves as much as it does in one of them. */
  readonly mixed?: true;
  /** Encodings that files in this language come in, the likelier first. */
  readonly encodings: readonly SingleByte[];
}

const WEST: readonly SingleByte[] = [
  'windows-1252',
  'iso-8859-15',
  'macintosh',
  'ibm850',
  'ibm858',
  'ibm437',
];
const NORTH: readonly SingleByte[] = [...WEST, 'ibm865', 'iso-8859-10', 'iso-8859-4'];
const CENTRE: readonly SingleByte[] = ['windows-1250', 'iso-8859-2', 'ibm852', 'x-mac-ce'];
const BALTIC: readonly SingleByte[] = ['windows-1257', 'iso-8859-13', 'iso-8859-4', 'ibm775'];
const TURKEY: readonly SingleByte[] = ['windows-1254', 'ibm857', 'x-mac-turkish', 'iso-8859-3'];
const BALKANS: readonly SingleByte[] = ['windows-1251', 'iso-8859-5', 'x-mac-cyrillic', 'ibm855'];
const RUSSIAN: readonly SingleByte[] = [
  'windows-1251',
  'koi8-r',
  'ibm866',
  'iso-8859-5',
  'x-mac-cyrillic',
  'ibm855',
];

/** The orthographies of the languages themselves; each letter in lower case, capitals follow from it. */
export const LANGUAGES: Readonly<Record<string, Letters>> = {
  German: { common: 'äöüß', rare: 'é', encodings: WEST },
  French: { common: 'éèàêçô', rare: 'âîûùëïœæÿ', encodings: [...WEST, 'ibm863'] },
  Spanish: { common: 'áéíóúñ', rare: 'üç', encodings: WEST },
  Portuguese: {
    common: 'ãáçéõêí',
    rare: 'âóàúôü',
    before: { ã: 'oes', õ: 'e' },
    encodings: [...WEST, 'ibm860'],
  },
  Italian: { common: 'àèéìòù', rare: 'î', encodings: WEST },
  Dutch: { common: 'ëéï', rare: 'öüèêáóç', encodings: WEST },
  Swedish: { common: 'åäö', rare: 'éü', encodings: NORTH },
  Danish: { common: 'æøå', rare: 'éöäü', encodings: NORTH },
  Finnish: { common: 'äö', rare: 'å', encodings: NORTH },
  Icelandic: {
    common: 'áðíþæöóé',
    rare: 'úý',
    encodings: [...WEST, 'ibm861', 'x-mac-icelandic', 'iso-8859-10'],
  },
  Faroese: { common: 'áíøðóæ', rare: 'úý', encodings: [...WEST, 'ibm861', 'x-mac-icelandic', 'iso-8859-10'] },
  Catalan: { common: 'àéèíòóçú', rare: 'ïü·', encodings: WEST },
  Frisian: { common: 'âêôûú', rare: 'îéëïöüä', encodings: WEST },
  Breton: { common: 'ñêù', rare: 'éôàâèü', encodings: WEST },
  Irish: { common: 'áéíóú', rare: 'ḃċḋḟġṁṗṡṫ', encodings: ['iso-8859-14', ...WEST] },
  Welsh: { common: 'ŵŷ', rare: 'âêîôûáéóàèòëïöẃẁẅỳÿ', encodings: ['iso-8859-14'] },
  Maltese: { common: 'ċġħż', rare: 'àèìòùé', encodings: ['iso-8859-3'] },
  Esperanto: { common: 'ĉĝŝŭ', rare: 'ĥĵ', encodings: ['iso-8859-3'] },
  'Western European': {
    common: 'éáíóúöäüçñ',
    rare: 'ãèàêôâëïîûõòùìåøæßœÿýðþ',
    mixed: true,
    encodings: NORTH,
  },
  Kurdish: { common: 'êîûçş', rare: '', encodings: TURKEY },
  Estonian: {
    common: 'äõüö',
    rare: 'šž',
    encodings: ['windows-1252', 'iso-8859-15', ...BALTIC, 'iso-8859-10'],
  },
  Polish: { common: 'ąęłóśż', rare: 'ćńź', encodings: CENTRE },
  Czech: { common: 'áéíěščřžýů', rare: 'ďňóťú', encodings: CENTRE },
  Slovak: { common: 'áéíčšžýú', rare: 'äďĺľňóôŕť', encodings: CENTRE },
  Hungarian: { common: 'áéöóő', rare: 'üíúű', encodings: CENTRE },
  Romanian: {
    common: 'ăîâşţ',
    rare: 'șț',
    encodings: ['windows-1250', 'iso-8859-2', 'ibm852', 'iso-8859-16', 'x-mac-romanian'],
  },
  Croatian: { common: 'čšž', rare: 'ćđ', encodings: [...CENTRE, 'x-mac-croatian'] },
  Turkish: { common: 'ıişüğçö', rare: 'âîû', encodings: TURKEY },
  Lithuanian: { common: 'ėšžųąį', rare: 'ūčę', encodings: BALTIC },
  Latvian: { common: 'āīēšū', rare: 'čģķļņž', encodings: BALTIC },
  Māori: { common: 'āōēūī', rare: '', encodings: BALTIC },
  Vietnamese: {
    common: 'đăâêôơư\u0300\u0301\u0303\u0309\u0323',
    rare: 'àáèéíòóùúý',
    encodings: ['windows-1258'],
  },
  Russian: { common: 'оеаинтсрвлкмдпуяыьгзбч', rare: 'йхжшюцщэфёъ', ranked: true, encodings: RUSSIAN },
  Ukrainian: {
    common: 'оанвиітерсклдупмязьбг',
    rare: 'йчхцїжшюєщфґ',
    ranked: true,
    encodings: ['windows-1251', 'koi8-u', 'iso-8859-5', 'x-mac-cyrillic', 'ibm1125'],
  },
  Belarusian: {
    common: 'аніреякстлодцвумыгпбзьўчй',
    rare: 'жшхюёэф',
    ranked: true,
    encodings: ['windows-1251', 'iso-8859-5', 'x-mac-cyrillic'],
  },
  Bulgarian: { common: 'аоеитнрсвлдкпмзуъяг', rare: 'бчщцжхйшюфь', ranked: true, encodings: RUSSIAN },
  Serbian: {
    common: 'аиоенртсдвкулјмпгзбч',
    rare: 'шњљћжхђцџф',
    ranked: true,
    encodings: BALKANS,
  },
  Macedonian: {
    common: 'аоиетнрсвдлкпмзјугбч',
    rare: 'шцњжќфхѓџљѕ',
    ranked: true,
    encodings: BALKANS,
  },
  // Its ұ and ү come last: at their bytes Belarusian and Ukrainian have ў and ї, which stand there more often.
  Kazakh: {
    common: 'аеынітрлсдкмбшйжоз',
    rare: 'упгияьвхчцфэёющъұү',
    own: 'қғңөәһ',
    ranked: true,
    encodings: ['kz-1048'],
  },
  Greek: {
    common: 'αοιετσνηυρπκμλωςάίό',
    rare: 'έήγδχθφβξζύώψϊϋΐΰ',
    ranked: true,
    encodings: ['windows-1253', 'iso-8859-7', 'ibm737', 'x-mac-greek'],
  },
  Hebrew: {
    common: 'יוהלארתבשמנםכדעחפק',
    rare: 'טצזגסןךףץ',
    ranked: true,
    encodings: ['windows-1255', 'iso-8859-8', 'ibm862'],
  },
  Arabic: {
    common: 'اليمونرتبةعدسفهكقحجأ',
    rare: 'شصطىخإذثزئضءغظؤآپچژگ\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652',
    ranked: true,
    encodings: ['windows-1256', 'iso-8859-6', 'ibm720'],
  },
  Thai: {
    common: 'านรอกเงมยวลดทสตัีะป่้',
    rare: 'บคหแใไจชูุพขโิื์็ผำถศซณภธษญฟฉฝฮฐๆ',
    ranked: true,
    encodings: ['windows-874'],
  },
};
