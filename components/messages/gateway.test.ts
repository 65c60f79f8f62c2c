import { describe, expect, it } from 'vitest';
import { GATEWAY_CODES } from '@/lib/gateway/contract';
import { gatewaySentence } from './gateway';

describe('gatewaySentence', () => {
  it.each(GATEWAY_CODES)('%s says what happened, why and what to do, with and without facts', (code) => {
    const facts = {
      host: 'https://ingestion.peak.ai',
      status: 422,
      peakCode: 'DI_E_1',
      peakMessage: 'because',
      reason: 'x',
    };
    for (const words of [gatewaySentence(code), gatewaySentence(code, facts)]) {
      expect(
        [words.what, words.why, words.todo].every((part) => part !== undefined && part.length > 10),
      ).toBe(true);
      expect(JSON.stringify(words)).not.toMatch(/undefined|\[object|null/);
    }
  });

  it('quotes Peak and names the host without its scheme', () => {
    const words = gatewaySentence('peak-refused', {
      host: 'https://ingestion.peak.ai',
      status: 422,
      peakCode: 'DI_E_1',
      peakMessage: 'no',
    });
    expect(words.why).toBe('ingestion.peak.ai answered with status 422. It said: “no” (DI_E_1).');
  });
});
