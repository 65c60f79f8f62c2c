import { bareWord } from './month-names';

/**
 * Names of weekdays from Sunday on, as `bareWord` spells them, in the languages whose months are known. Two letters only
 * where German and Dutch write them before every date: others are words (`to`, `la`, `on`).
 */
const DAYS: readonly string[] = [
  'sunday sun sonntag so dimanche dim domingo dom domenica zondag zo zon sondag son søndag søn niedziela niedz ndz nd sunnuntai',
  'monday mon montag mo lundi lun lunes lunedi segunda seg maandag ma maa mandag man poniedzialek pon pn maanantai',
  'tuesday tue tues dienstag di mardi mar martes martedi terca ter dinsdag din tisdag tis tirsdag tir tirs wtorek wt tiistai',
  'wednesday wed weds mittwoch mi mercredi mer miercoles mie mercoledi quarta qua woensdag wo woe onsdag ons sroda sr keskiviikko',
  'thursday thu thur thurs donnerstag do don jeudi jeu jueves jue giovedi gio quinta qui donderdag torsdag tor tors czwartek czw torstai',
  'friday fri freitag fr vendredi ven viernes vie venerdi sexta sex vrijdag vr vri fredag fre piatek pt perjantai',
  'saturday sat samstag sa sonnabend samedi sam sabado sab sabato zaterdag za zat lordag lor lørdag lør sobota sob lauantai',
];

const NUMBER_OF: ReadonlyMap<string, number> = new Map(
  DAYS.flatMap((words, at) => words.split(' ').map((word): [string, number] => [word, at])),
);

/** 0 (Sunday) to 6; undefined for any other word. */
export const weekdayNumber = (word: string): number | undefined => NUMBER_OF.get(bareWord(word));

/** The weekday of a day of the calendar, counted like `weekdayNumber`. */
export const weekdayOf = (year: number, month: number, day: number): number =>
  new Date(Date.UTC(year, month - 1, day)).getUTCDay();
