import { describe, expect, it } from 'vitest';
import { column, groupsOf } from './one-column';

const codesOf = (type: 'date' | 'timestamp', text: string) =>
  groupsOf(column(type), [text]).map(({ code, severity }) => [code, severity]);

describe('years far from today', () => {
  it.each<['date' | 'timestamp', string]>([
    ['date', '2567-01-31'],
    ['date', '0202-01-05'],
    ['date', '1899-12-30'],
    ['date', '2200-01-01'],
    ['timestamp', '9999-12-31 23:59:59'],
    ['timestamp', '1445-09-01T10:00:00'],
  ])('are said of a %s: %s', (type, text) => {
    expect(codesOf(type, text)).toEqual([['date-far', 'warning']]);
  });

  it.each<['date' | 'timestamp', string]>([
    ['date', '1900-01-01'],
    ['date', '2199-12-31'],
    ['timestamp', '2026-11-30 05:22:27'],
  ])('are not said of a %s: %s', (type, text) => {
    expect(codesOf(type, text)).toEqual([]);
  });

  it.each(['9999-12-31', '9999-12-31 23:59'])('and a time that is filled in are both said: %s', (text) => {
    expect(codesOf('timestamp', text)).toEqual([['date-far-filled', 'warning']]);
  });

  it('do not hide that the schema forbids the day', () => {
    const spec = column('date', { max: '2100-01-01' });
    expect(groupsOf(spec, ['9999-12-31']).map(({ code }) => code)).toEqual(['value-out-of-range']);
  });
});
