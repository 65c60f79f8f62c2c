import type { Dialect, FileHead } from '@/lib/files/model';
import { isTotalLeftOut } from '@/lib/files/total-row';
import { formatCount } from './format';

type Listed = NonNullable<FileHead['totals']>;

const nameOf = ({ row, cells }: Listed[number]): string =>
  row === undefined ? `“${cells.find((cell) => cell !== '') ?? ''}” near the end` : `row ${formatCount(row)}`;

/**
 * Which of these rows that look like totals are sent all the same where the user leaves such rows out, and why; undefined
 * where none is. Before the user says anything it tells what the newest word would not cover.
 */
export function totalsThatGo({ totals }: Pick<Dialect, 'totals'>, listed: Listed): string | undefined {
  const said = totals ?? 'skip-all';
  const sent = listed.filter(({ cells }) => !isTotalLeftOut({ totals: said }, cells));
  if (sent.length === 0) return undefined;
  const mayBeProducts = sent.some(({ cells }) => !isTotalLeftOut({ totals: 'skip-all' }, cells));
  const sayWhat = sent.some(({ cells }) => isTotalLeftOut({ totals: 'skip-all' }, cells));
  const names = sent.map(nameOf);
  const list = names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  return [
    `${totals === undefined ? 'Sent all the same' : 'Still sent'}: ${list}.`,
    ...(mayBeProducts
      ? [
          'A product may be called like the total of a group: the review counts such rows and can leave them out.',
        ]
      : []),
    ...(sayWhat
      ? ['To leave out rows that say of what they are the total, too, take the tick away and set it again.']
      : []),
  ].join(' ');
}
