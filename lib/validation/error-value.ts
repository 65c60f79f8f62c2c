import { ERROR_WITHOUT_WORD } from '../files/model';

/**
 * What a spreadsheet writes where a formula failed, as its own language names it: Excel in English first, then German,
 * French, Spanish, Italian, Portuguese, Dutch, Polish, Swedish, Danish and Norwegian, Finnish, Czech, Hungarian,
 * Russian, Turkish. A file written as text holds these words and not the English ones.
 */
const WORDS: ReadonlySet<string> = new Set(
  [
    '#N/A #REF! #VALUE! #DIV/0! #NAME? #NUM! #NULL! #SPILL! #CALC! #FIELD! #BLOCKED! #CONNECT! #UNKNOWN! #BUSY!',
    '#GETTING_DATA #EXTERNAL! #PYTHON! #TIMEOUT! #ERROR!',
    '#NV #WERT! #BEZUG! #ZAHL! #ÜBERLAUF! #KALK! #FELD!',
    '#VALEUR! #NOM? #NOMBRE! #NUL! #PROPAGATION! #EPARS! #CALCUL!',
    '#N/D #¡VALOR! #¡REF! #¿NOMBRE? #¡NUM! #¡NULO! #¡DIV/0! #¡DESBORDAMIENTO! #¡CALC!',
    '#VALORE! #RIF! #NOME? #NULLO! #ESPANSIONE! #CALCOLO!',
    '#VALOR! #NÚM! #NULO! #DESPEJAR!',
    '#N/B #WAARDE! #VERW! #NAAM? #GETAL! #LEEG! #DEEL/0! #OVERLOOP!',
    '#N/D! #ARG! #ADR! #NAZWA? #LICZBA! #ZERO! #DZIEL/0! #ROZLANIE!',
    '#SAKNAS! #VÄRDEFEL! #REFERENS! #NAMN? #OGILTIGT! #SKÄRNING! #DIVISION/0!',
    '#I/T #VÆRDI! #REFERENCE! #NAVN? #VERDI! #OVERLØB!',
    '#PUUTTUU! #ARVO! #VIITTAUS! #NIMI? #LUKU! #TYHJÄ! #JAKO/0!',
    '#HODNOTA! #ODKAZ! #NÁZEV? #ČÍSLO!',
    '#HIÁNYZIK #ÉRTÉK! #HIV! #NÉV? #SZÁM! #NULLA! #ZÉRÓOSZTÓ!',
    '#Н/Д #ЗНАЧ! #ССЫЛКА! #ИМЯ? #ЧИСЛО! #ПУСТО! #ДЕЛ/0!',
    '#YOK #DEĞER! #BAŞV! #AD? #SAYI! #BOŞ! #SAYI/0!',
  ].flatMap((line) => line.split(' ')),
);
const LONGEST = Math.max(...[...WORDS].map((word) => word.length));

/** What the reader of workbooks writes before an error in other words. */
const OTHER = `${ERROR_WITHOUT_WORD} `;

/** Whether a text is such a word and nothing else, in whatever case, or an error of a workbook in words of its own. */
export function isErrorValue(text: string): boolean {
  if (text.charCodeAt(0) !== 35) return false;
  if (text.charCodeAt(OTHER.length - 1) === 32 && text.slice(0, OTHER.length).toUpperCase() === OTHER)
    return true;
  return text.length <= LONGEST && WORDS.has(text.normalize().toUpperCase());
}
