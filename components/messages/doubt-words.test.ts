import { describe, expect, it } from 'vitest';
import type { BatchReason } from '@/lib/submission/model';
import { doubtAdvice, pauseAdvice, reasonSentence } from './submission';

describe('the words about batches in doubt', () => {
  it.each<[string, readonly BatchReason[], RegExp]>([
    ['their answer was lost where no answer came', ['timeout', 'unreachable'], /their answer was lost$/],
    ['that no answer says it where some came', ['timeout', 'unexplained'], /no answer says what became/],
    ['that no answer says it where all came', ['unexplained'], /no answer says what became/],
    ['that no answer says it where one told a fault', ['server-error'], /no answer says what became/],
    ['that no answer says it where one pointed elsewhere', ['redirected'], /no answer says what became/],
  ])('say %s', (_, reasons, what) => {
    expect(doubtAdvice('APPEND', reasons).what).toMatch(what);
  });

  it('say of answers that settle nothing whose they may be, and that they are kept', () => {
    const { why } = doubtAdvice('UPSERT', ['timeout', 'unexplained']);
    expect(why).toMatch(/^Of 1 batch, an answer of Peak, or of something before it, settles nothing; .*kept/);
    expect(doubtAdvice('UPSERT', ['timeout']).why).not.toMatch(/settles nothing/);
    expect(reasonSentence('unexplained')).toMatch(/settles nothing/);
    expect(pauseAdvice('peak-down').todo).toMatch(/settles nothing/);
  });
});
