import type { WrittenDate } from './read-date';

/** Whether a written date has the year 9999, by which programs mean "never": nobody typed it as a day. */
export const isNever = ({ kind, first, last }: WrittenDate): boolean =>
  kind === 'compact' ? /^9999|9999$/.test(first) : first === '9999' || last === '9999';
