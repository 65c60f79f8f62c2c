/**
 * Names of months as bare words (lower case, no accents, no points), by language: English, German, French, Spanish,
 * Italian, Portuguese, Dutch, Swedish, Danish and Norwegian, Polish, Finnish. A word that means different months in
 * two of Europe's languages is left out: `listopada` is October in Zagreb and November in Warsaw, `lip` June and July.
 */
const MONTHS: readonly string[] = [
  'january jan januar janner janvier janv enero ene gennaio gen janeiro januari stycznia styczen sty tammikuu tammikuuta',
  'february feb februar feber fevrier fevr febrero febbraio fevereiro fev februari lutego luty lut helmikuu helmikuuta',
  'march mar marz mrz mars marzo marco maart mrt marca marzec maaliskuu maaliskuuta',
  'april apr avril avr abril abr aprile kwietnia kwiecien kwi huhtikuu huhtikuuta',
  'may mai mayo maggio mag maio mei maj maja toukokuu toukokuuta',
  'june jun juni juin junio giugno giu junho czerwca czerwiec cze kesakuu kesakuuta',
  'july jul juli juillet juil julio luglio lug julho lipca lipiec heinakuu heinakuuta',
  'august aug aout agosto ago augustus augusti sierpnia sierpien sie elokuu elokuuta',
  'september sep sept septembre septiembre setiembre settembre set setembro wrzesnia wrzesien wrz syyskuu syyskuuta',
  'october oct oktober okt octobre octubre ottobre ott outubro out pazdziernika pazdziernik paz lokakuu lokakuuta',
  'november nov novembre noviembre novembro marraskuu marraskuuta',
  'december dec dezember dez decembre diciembre dic dicembre dezembro desember des grudnia grudzien gru joulukuu joulukuuta',
];

const NUMBER_OF: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((words, at) => words.split(' ').map((word): [string, number] => [word, at + 1])),
);

/** A word without case and accents, so that `MÄRZ` and `marz` are one. */
export const bareWord = (word: string): string =>
  word.normalize('NFKD').replace(/\p{M}/gu, '').replace(/ł/gi, 'l').toLowerCase();

/** 1 to 12; undefined for a word that names no month in one way only. */
export const monthNumber = (word: string): number | undefined => NUMBER_OF.get(bareWord(word));
