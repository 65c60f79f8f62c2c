import type { FormatKind } from './serial-date';

/**
 * Formats that every workbook has without declaring them (ISO 29500-1 §18.8.30), and those that East Asian and Thai
 * editions of Excel add (27 to 36, 50 to 58, 71 to 81): whatever the language, these are dates and times.
 */
const BUILT_IN: Readonly<Record<number, FormatKind>> = {
  14: 'date',
  15: 'date',
  16: 'date',
  17: 'date',
  18: 'time',
  19: 'time',
  20: 'time',
  21: 'time',
  22: 'datetime',
  27: 'date',
  28: 'date',
  29: 'date',
  30: 'date',
  31: 'date',
  32: 'time',
  33: 'time',
  34: 'time',
  35: 'time',
  36: 'date',
  45: 'time',
  46: 'duration',
  47: 'time',
  50: 'date',
  51: 'date',
  52: 'date',
  53: 'date',
  54: 'date',
  55: 'date',
  56: 'date',
  57: 'date',
  58: 'date',
  71: 'date',
  72: 'date',
  73: 'date',
  74: 'date',
  75: 'time',
  76: 'time',
  77: 'datetime',
  78: 'time',
  79: 'duration',
  80: 'time',
  81: 'date',
};

export const builtInKind = (id: number): FormatKind => BUILT_IN[id] ?? 'number';

/** `General`, also by the names that programs write which take Excel's own language for that of the file. */
const GENERAL =
  /g[eé]n[eé]ral|standa|est[aá]ndar|geral|genel|allgemein|og[oó]lny|v[sš]eobecn|norm[aá]l|yleinen|g\/(?:通用格式|標準)/;

/**
 * Whether other digits are shown than the number has before its point: zeros it may lack (`00000`, `000-00-0000`; not
 * `0.00`, nor `0,000`), or thousands and millions of it (`#,##0,`).
 */
const isMasked = (letters: string) =>
  (/^[^.]*0[^.]*[0#?]/.test(letters) && !/[,e/]/.test(letters)) || /[0#?],+(?![,0#?])/.test(letters);

/** What the letters of a section make of a number, text in quotes and behind backslashes left out. */
export function kindOfLetters(letters: string): FormatKind {
  if (GENERAL.test(letters)) return 'number';
  const plain = letters.replaceAll(/am\/pm|a\/p|上午\/下午/g, 'h');
  const isTime = /[hs]/.test(plain);
  // Beside an hour before it or a second behind it, with no other field between, `m` means minutes.
  const months = plain.replaceAll(/h[^a-z]*m{1,2}(?![a-z])|m{1,2}[^a-z]*s/g, 'h');
  // `aaa` and `aaaa` are days of the week in East Asian editions.
  const isDate = /[ydmbeg]|aaa/.test(months.replaceAll(/e[+-]/g, ''));
  // A format with digits (`0.00E+00`, `#,##0" pcs"`) is of a number, whatever letters are around.
  if (/[0#?]/.test(plain) && !/[hsyd]/.test(plain)) return isMasked(plain) ? 'masked' : 'number';
  if (isTime) return isDate ? 'datetime' : 'time';
  return isDate ? 'date' : 'number';
}
