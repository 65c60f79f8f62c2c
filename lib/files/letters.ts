import type { SingleByte } from './single-byte';

export interface Letters {
  /** Letters beyond ASCII that are common in the language, then those that are rare in it. */
  readonly common: string;
  readonly rare: string;
  /** Both stand in the order of their frequency, the commonest first: in a script of its own every letter is in use. */
  readonly ranked?: true;
  /** Encodings that files in this language come in, the likelier first. */
  readonly encodings: readonly SingleByte[];
}

const WEST: readonly SingleByte[] = ['windows-1252', 'iso-8859-15', 'macintosh', 'ibm850', 'ibm437'];
const CENTRE: readonly SingleByte[] = ['windows-1250', 'iso-8859-2', 'ibm852'];
const RUSSIAN: readonly SingleByte[] = ['windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5', 'x-mac-cyrillic'];

/** The orthographies of the languages themselves; each letter in lower case, capitals follow from it. */
export const LANGUAGES: Readonly<Record<string, Letters>> = {
  German: { common: 'äöüß', rare: 'é', encodings: WEST },
  French: { common: 'éèàêçô', rare: 'âîûùëïœæÿ', encodings: WEST },
  Spanish: { common: 'áéíóúñ', rare: 'üç', encodings: WEST },
  Portuguese: { common: 'ãáçéõêí', rare: 'âóàúôü', encodings: WEST },
  Italian: { common: 'àèéìòù', rare: 'î', encodings: WEST },
  Dutch: { common: 'ëéï', rare: 'öüèêáóç', encodings: WEST },
  Swedish: { common: 'åäö', rare: 'éü', encodings: WEST },
  Danish: { common: 'æøå', rare: 'éöäü', encodings: WEST },
  Icelandic: { common: 'áðíþæöóé', rare: 'úý', encodings: WEST },
  Catalan: { common: 'àéèíòóçú', rare: 'ïü·', encodings: WEST },
  Frisian: { common: 'âêôûú', rare: 'îéëïöüä', encodings: WEST },
  Kurdish: { common: 'êîûçş', rare: '', encodings: ['windows-1254'] },
  Estonian: { common: 'äõüö', rare: 'šž', encodings: ['windows-1257', 'windows-1252', 'iso-8859-15'] },
  Polish: { common: 'ąęłóśż', rare: 'ćńź', encodings: CENTRE },
  Czech: { common: 'áéíěščřžýů', rare: 'ďňóťú', encodings: CENTRE },
  Slovak: { common: 'áéíčšžýú', rare: 'äďĺľňóôŕť', encodings: CENTRE },
  Hungarian: { common: 'áéöóő', rare: 'üíúű', encodings: CENTRE },
  Romanian: { common: 'ăîâşţ', rare: 'șț', encodings: CENTRE },
  Croatian: { common: 'čšž', rare: 'ćđ', encodings: CENTRE },
  Turkish: { common: 'ıişüğçö', rare: 'âîû', encodings: ['windows-1254'] },
  Lithuanian: { common: 'ėšžųąį', rare: 'ūčę', encodings: ['windows-1257'] },
  Latvian: { common: 'āīēšū', rare: 'čģķļņž', encodings: ['windows-1257'] },
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
    encodings: ['windows-1251', 'koi8-u', 'iso-8859-5', 'x-mac-cyrillic'],
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
    encodings: ['windows-1251', 'iso-8859-5', 'x-mac-cyrillic'],
  },
  Greek: {
    common: 'αοιετσνηυρπκμλωςάίό',
    rare: 'έήγδχθφβξζύώψϊϋΐΰ',
    ranked: true,
    encodings: ['windows-1253', 'iso-8859-7'],
  },
  Hebrew: { common: 'יוהלארתבשמנםכדעחפק', rare: 'טצזגסןךףץ', ranked: true, encodings: ['windows-1255'] },
  Arabic: {
    common: 'اليمونرتبةعدسفهكقحجأ',
    rare: 'شصطىخإذثزئضءغظؤآپچژگ\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652',
    ranked: true,
    encodings: ['windows-1256'],
  },
  Thai: {
    common: 'านรอกเงมยวลดทสตัีะป่้',
    rare: 'บคหแใไจชูุพขโิื์็ผำถศซณภธษญฟฉฝฮฐๆ',
    ranked: true,
    encodings: ['windows-874'],
  },
};
