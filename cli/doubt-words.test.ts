import { expect, it } from 'vitest';
import { batchesOf, planOf } from '@/lib/submission/journal/suite-plans';
import type { BatchEntry } from '@/lib/submission/model';
import { doubtLines, standingSentence } from './words';

it('tells an answer that settles nothing from none', () => {
  expect(standingSentence('peak-down')).toMatch(/settles nothing/);
});

it('shows the answer as it came, without what would steer it', () => {
  const batches = batchesOf('load', 1);
  const entry: BatchEntry = {
    ...{ loadId: 'load', index: 0, state: 'in-doubt', rows: 2, accepted: 0, rejected: [], unnamed: 0 },
    ...{ attempts: 1, sentAt: 0, reason: 'unexplained', raw: 'Please\n\u001b[31msign\u009bin' },
  };
  const lines = doubtLines(planOf('load', batches), batches, [entry]);
  expect(lines).toContain('    it was: Please  [31msign in');
});
