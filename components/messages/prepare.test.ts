import { describe, expect, it } from 'vitest';
import type { OperationReason, OperationType } from '@/lib/peak/model';
import { operationSentence } from './prepare';

describe('the sentence beside the operation type', () => {
  it.each<[OperationType, OperationReason, OperationType, RegExp]>([
    ['UPSERT', 'replaces-by-key', 'UPSERT', /UPSERT replaces its row .* doubles nothing/],
    ['UPSERT', 'replaces-by-key', 'APPEND', /APPEND adds its row again .* a repeated send doubles rows/],
    ['APPEND', 'history-key', 'APPEND', /APPEND keeps the earlier states/],
    ['APPEND', 'history-key', 'UPSERT', /UPSERT replaces a state that comes again/],
    ['APPEND', 'no-key', 'APPEND', /rows can only be added/],
  ])('follows the choice where %s is recommended for %s: %s', (operation, reason, chosen, words) => {
    expect(operationSentence({ operation, reason }, chosen)).toMatch(words);
  });
});
