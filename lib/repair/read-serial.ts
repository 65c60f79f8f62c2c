/**
 * Day numbers of spreadsheets, counted from 1900 (with a 29 February 1900 that never was) or from 1904. Only the five
 * digits that are found to be some (1927 to 2173): `2024` is a year and `202401` a month, and neither is a day of 1905
 * or 2454.
 */
const SERIAL = /^([1-9]\d{4})(?:\.(\d+))?$/;

export function readSerial(text: string, system: '1900' | '1904'): string | undefined {
  const [, whole, fraction = ''] = SERIAL.exec(text.trim()) ?? [];
  if (whole === undefined) return undefined;
  const seconds = Math.round(Number(`0.${fraction || '0'}`) * 86_400);
  const base = system === '1904' ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const moment = new Date(base + (Number(whole) * 86_400 + seconds) * 1000).toISOString();
  return seconds === 0 && fraction.replace(/0+$/, '') === ''
    ? moment.slice(0, 10)
    : `${moment.slice(0, 10)} ${moment.slice(11, 19)}`;
}
