import { expect, it } from 'vitest';
import { compileRule } from '../repair/apply-rule';
import { column, groupsOf } from './one-column';

const choicesOf = (cells: string[]) => {
  const group = groupsOf(column('float'), cells).find(({ code }) => code === 'number-unit');
  return (group?.choices ?? [group?.offer]).map((rule) => rule?.rule === 'strip-unit' && rule.units);
};

it.each([
  [
    ['5m', '1.5M'],
    [['m'], ['M']],
  ],
  [
    ['5 g', '7 G'],
    [['g'], ['G']],
  ],
  [
    ['5 t', '7 T'],
    [['t'], ['T']],
  ],
  [['5 kg', '7 KG'], [['kg', 'KG']]],
  [['5 l', '7 L'], [['l', 'L']]],
])('%j are units by themselves where their case says so: %j', (cells, units) => {
  expect(choicesOf(cells)).toEqual(units);
});

it.each([
  ['m', '1.5M', '1.5M'],
  ['M', '1.5M', '1.5'],
  ['m', '5 m', '5'],
  ['kg', '5 KG', '5'],
  ['Kč', '5 KČ', '5'],
  ['us$', 'US$5', '5'],
])('taking off %s makes %s to %s', (unit, before, after) => {
  expect(compileRule({ rule: 'strip-unit', units: [unit] })(before)).toBe(after);
});

it.each([[['1.2M', '3M']], [['5MM', '6.5MM']], [['4 T', '5 T']]])(
  '%j may be millions, so taking the letter off is a question and no offer',
  (cells) => {
    const group = groupsOf(column('float'), cells).find(({ code }) => code === 'number-unit');
    expect(group?.offer).toBeUndefined();
    expect(group?.choices).toHaveLength(1);
  },
);

it('metres and grams are offered to be taken off', () => {
  for (const cells of [['5 m'], ['5 g', '6g'], ['7 mm'], ['8 KG']])
    expect(groupsOf(column('float'), cells)[0]?.offer).toBeDefined();
});
