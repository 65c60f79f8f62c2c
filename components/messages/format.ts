/** Numbers and times as people read them. The language is fixed to English until there is a second one. */
const COUNT = new Intl.NumberFormat('en-GB');

/** 531225 → "531,225". */
export const formatCount = (value: number): string => COUNT.format(value);

/** 1 row, 2 rows. The plural is given where adding an s would be wrong. */
export const counted = (value: number, one: string, many = `${one}s`): string =>
  `${formatCount(value)} ${value === 1 ? one : many}`;

/** Bytes in powers of ten, as file managers show them: 45,038,291 → "45.0 MB". */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit] ?? ''}`;
}

/** Milliseconds as "under a second", "12 s", "3 min 5 s", "2 h 10 min". */
export function formatDuration(ms: number): string {
  if (ms < 1000) return 'under a second';
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Milliseconds since the epoch as the reader's own clock shows it: "14:02", with the day when it is another one. */
export function formatWhen(at: number, now: number): string {
  const when = new Date(at);
  const time = when.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  if (when.toDateString() === new Date(now).toDateString()) return time;
  return `${when.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })}, ${time}`;
}

/** 0.9871 → "98.7 %". */
export const formatShare = (share: number): string => `${(share * 100).toFixed(1)} %`;
