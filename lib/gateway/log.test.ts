import { describe, expect, it } from 'vitest';
import { createLog, loggable } from './log';

describe('the log', () => {
  it('keeps secrets out even when somebody logs them by mistake', () => {
    const lines: string[] = [];
    const log = createLog('info', { write: (line) => void lines.push(line) });
    log.info({
      token: 'tok',
      headers: { authorization: 'tok', cookie: 'tok' },
      body: 'tok',
      one: { rows: ['tok'] },
    });
    expect(lines.join('')).not.toContain('tok"');
    expect(lines.join('')).toContain('[kept out]');
  });

  it('says of an error where it happened, not what it quoted', () => {
    const told = loggable(Object.assign(new TypeError('invalid header "secret value"'), { code: 'ERR_X' }));
    expect(told).toMatchObject({ name: 'TypeError', code: 'ERR_X' });
    expect(told.at[0]).toMatch(/^at /);
    expect(JSON.stringify(told)).not.toContain('secret value');
    expect(loggable('secret value')).toEqual({ name: 'string', at: [] });
  });
});
