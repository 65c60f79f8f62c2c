import { expect, it } from 'vitest';
import { columnsByName } from './columns-by-name';

it.each<[string, string[], string[], number, (number | undefined)[]]>([
  ['where they stood', ['a', 'b'], ['a', 'b', 'n'], 2, [0, 1]],
  ['in other places', ['a', 'b'], ['n', 'b', 'a'], 0, [2, 1]],
  ['with the guard of a spreadsheet', ['=a', 'b'], ["'=a", 'b'], -1, [0, 1]],
  ['one after another where they are equal', ['a', 'a'], ['a', 'x', 'a'], -1, [0, 2]],
  ['nowhere where one is gone', ['a', 'b', 'a'], ['a', 'n'], 1, [0, undefined, undefined]],
  ['never in the column of our own, even under its name', ['n', 'a'], ['a', 'n'], 1, [undefined, 0]],
])('the columns of a file that came back are found %s', (_what, own, back, ours, places) => {
  expect(columnsByName(own, back, ours)).toEqual(places);
});
