import type { RowError } from '../gateway/contract';
import { namedColumn } from '../submission/named-column';
import type { CallTake } from './protocol';

/** Several texts in one, each once, empty ones left out. */
export const inOne = (texts: readonly string[]): string =>
  [...new Set(texts.filter((text) => text !== ''))].join('; ');

/** What Peak says of a row, as notes: by the place of the cell that it names; `row`: what names no column of the file. */
export function notesOf(
  errors: readonly Pick<RowError, 'message'>[],
  places: CallTake<'exportFailed'>['places'],
): { readonly cells: ReadonlyMap<number, string>; readonly row: string } {
  const columns = places.map(({ column }) => column);
  const byPlace = new Map<number, string[]>();
  const ofRow: string[] = [];
  for (const { message } of errors) {
    const named = namedColumn(message, columns);
    const position = places.find(({ column }) => column === named)?.position;
    if (position === undefined) ofRow.push(message);
    else byPlace.set(position, [...(byPlace.get(position) ?? []), message]);
  }
  const cells = new Map([...byPlace].map(([position, messages]) => [position, inOne(messages)]));
  return { cells, row: inOne(ofRow) };
}
