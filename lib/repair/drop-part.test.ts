import { describe, expect, it } from 'vitest';
import { compileRule, compileRules } from './apply-rule';
import type { ColumnRule } from './model';

const drop = (part: 'zone' | 'fraction' | 'time'): ColumnRule => ({ rule: 'date-drop', part });

describe('leaving a part off a date', () => {
  it.each([
    ['time', '2024-01-31T10:00', '2024-01-31'],
    ['time', ' 2024-01-31 23:59:59.5 ', '2024-01-31'],
    ['zone', '2024-01-31 10:00:00 +05:30', '2024-01-31 10:00:00'],
    ['zone', '2024-01-31T10:00z', '2024-01-31T10:00'],
    ['fraction', '2024-01-31 10:00:00,123+01', '2024-01-31 10:00:00+01'],
  ] as const)('takes the %s off %s', (part, before, after) =>
    expect(compileRule(drop(part))(before)).toBe(after),
  );

  it.each([
    ['time', '2024-01-31 24:00'],
    ['time', '2024-01-31 99:99'],
    ['time', '2024-01-31 10:00 - 2024-02-01 12:00'],
    ['time', '2024-01-31T23:59:59+14:00'],
    ['time', '2024-01-31T10:00:00Z'],
    ['time', '31.12.2024 10:00'],
    ['fraction', '2024-01-31 10:30.5'],
    ['zone', '2024-01-31 10:00-2024'],
    ['zone', '2024-01-31 10:00:00+99:99'],
    ['zone', '10:00:00Z'],
  ] as const)('takes no %s off %s, which is something else', (part, text) =>
    expect(compileRule(drop(part))(text)).toBe(text),
  );

  it.each([
    ['31/12/2024 10:00', [drop('time'), { rule: 'date-order', order: 'day-first' }]],
    ['2024-12-31T10:00:00.5Z', [drop('time'), drop('zone')]],
    ['31 Dec 2024 10:00 +01:00', [drop('time'), { rule: 'date-names' }, drop('zone')]],
  ] satisfies [string, ColumnRule[]][])('reads %s first, whichever rule was chosen first', (text, rules) =>
    expect(compileRules(rules)?.(text)).toBe('2024-12-31'),
  );

  it.each(['24:00', '10:00 - 12:00', '2024-01-31 10:00 - 2024-02-01 12:00'])('adds no zone to %s', (text) =>
    expect(compileRule({ rule: 'add-zone', zone: '+00:00' })(text)).toBe(text),
  );
});
