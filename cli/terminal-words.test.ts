import { describe, expect, it } from 'vitest';
import { imbalanceSentence, reasonSentence } from '@/components/messages/submission';
import { GATEWAY_CODES } from '@/lib/gateway/contract';
import { FILE_REFUSALS } from '@/lib/files/model';
import { BATCH_REASONS, IMBALANCES, PAUSE_REASONS } from '@/lib/submission/model';
import { fileSentence, peakSentence } from './terminal-words';
import { standingSentence } from './words';

/** Nobody at a terminal has any of these in front of them. */
const OF_SCREENS =
  /\b(this browser|the browser|your browser|reload|click|button|drag|drop it|drop the|paste[sd]?|this page|the page|Connect page|step|on the left|Storage)\b/i;
/** The codes that come up where a terminal speaks to Peak; the others are between a page and our server. */
const OF_PEAK = GATEWAY_CODES.filter((code) => /^(peak-|token-|host-)/.test(code) && code !== 'token-empty');

describe('at a terminal', () => {
  it.each<[string, readonly string[]]>([
    ['a refused file', FILE_REFUSALS.map(fileSentence)],
    ['an answer of Peak’s', OF_PEAK.map((code) => peakSentence(code))],
    ['why a load stands still', PAUSE_REASONS.map(standingSentence)],
    ['why a batch is in doubt', BATCH_REASONS.map(reasonSentence)],
    ['an account that does not add up', IMBALANCES.map(imbalanceSentence)],
  ])('%s is told without a word of screens', (_, sentences) => {
    expect(sentences.filter((sentence) => OF_SCREENS.test(sentence))).toEqual([]);
  });

  it('keeps what Peak itself said', () => {
    const details = { host: 'https://ingestion.peak.ai', peakMessage: 'expired yesterday' };
    expect(peakSentence('token-refused', details)).toContain('It said: “expired yesterday”.');
    expect(peakSentence('peak-unreachable', { cause: 'ECONNRESET' })).toContain('(ECONNRESET)');
  });

  it('tells a fault of the proxy as the proxy’s', () => {
    const refused = peakSentence('peak-unreachable', { cause: 'PROXY_407' });
    expect(refused).toContain('HTTPS_PROXY');
    expect(refused).toContain('user or password');
    expect(peakSentence('peak-unreachable', { cause: 'PROXY_ECONNREFUSED' })).toContain('PROXY_ECONNREFUSED');
    expect(peakSentence('peak-unreachable', { cause: 'ECONNREFUSED' })).not.toContain('HTTPS_PROXY');
  });
});
