import { expect, it } from 'vitest';
import { keeperTake } from './keep-take';

const file = new Blob(['id\n']);

it.each<[string, unknown, object | undefined]>([
  ['a copy', { loadId: 'l', file, name: 'a.csv' }, { loadId: 'l', file, name: 'a.csv', passes: false }],
  [
    'a copy that passes its slices on',
    { loadId: 'l', file, name: 'a.csv', passes: true },
    { loadId: 'l', file, name: 'a.csv', passes: true },
  ],
  ['a slice that was taken', { goOn: true }, { goOn: true }],
  ['a slice that was not', { goOn: 1, loadId: 'l', file, name: 'a.csv' }, undefined],
  ['a stop', { stop: true }, { stop: true }],
  ['a stop that is none', { stop: 'yes', loadId: 'l', file, name: 'a.csv' }, undefined],
  ['a copy without its file', { loadId: 'l', name: 'a.csv' }, undefined],
  ['a copy of something else', { loadId: 'l', file: 'id\n', name: 'a.csv' }, undefined],
  ['a copy of no load', { loadId: 7, file, name: 'a.csv' }, undefined],
  ['a copy without a name', { loadId: 'l', file, name: null }, undefined],
  ['nothing', undefined, undefined],
  ['null', null, undefined],
  ['a word', 'stop', undefined],
])('the copying worker takes %s for what it is', (_what, message, expected) => {
  expect(keeperTake(message)).toEqual(expected);
});
