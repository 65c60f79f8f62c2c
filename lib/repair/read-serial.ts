/** Day numbers of spreadsheets: from 1 January 1900 on, with a 29 February 1900 that never was, or from 1904. */
const SERIAL = /^(\d{1,7})(?:\.(\d+))?$/;
const LAST_SERIAL = 2_958_465;

export function readSerial(text: string, system: '1900' | '1904'): string | undefined {
  const [, whole, fraction = ''] = SERIAL.exec(text.trim()) ?? [];
  if (whole === undefined || Number(whole) > LAST_SERIAL) return undefined;
  const serial = Number(whole);
  if (system === '1900' && (serial < 1 || serial === 60)) return undefined;
  const seconds = Math.round(Number(`0.${fraction || '0'}`) * 86_400);
  const base = system === '1904' ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const moment = new Date(base + (serial * 86_400 + seconds) * 1000).toISOString();
  return seconds === 0 && fraction.replace(/0+$/, '') === ''
    ? moment.slice(0, 10)
    : `${moment.slice(0, 10)} ${moment.slice(11, 19)}`;
}
