import { describe, expect, it } from 'vitest';
import type { Workspace } from '@/lib/workspace/model';
import { begunBefore, needsOwnWorkspace, solutionFields, withSolution } from './details';

const solution = (solutionName: string) => ({
  solutionName,
  prefix: 'QP_',
  suffix: '_OOTB',
  targetSchemaName: 'STAGE',
  appName: 'quote-pricing',
  appVersion: '1.0.0',
});
const workspace = (id: string, connection: string, more: Partial<Workspace> = {}): Workspace => ({
  id,
  createdAt: 0,
  usedAt: 0,
  connection: {
    id: `c${connection.repeat(24)}`,
    name: connection,
    host: 'https://h',
    hostKind: 'hub',
    checkedAt: 0,
  },
  sameTenantAs: [],
  solution: null,
  facts: { byHand: {} },
  ...more,
});
const chosen = { ...solution('QP'), picked: false };

describe('the details of a solution', () => {
  it.each([
    ['solutionName', '', 'missing'],
    ['solutionName', 'QP OOTB', 'name-form'],
    ['prefix', 'QP-', 'part-form'],
    ['targetSchemaName', '', 'missing'],
    ['appVersion', '1.0', 'version-form'],
    ['appVersion', 'v1.0.0', 'version-form'],
  ])('refuse %s “%s” as %s', (field, value, code) => {
    const parsed = solutionFields.safeParse({ ...solution('QP'), [field]: value });
    expect(parsed.error?.issues.map((issue) => [issue.path[0], issue.message])).toEqual([[field, code]]);
  });

  it('take an empty prefix and suffix', () => {
    expect(solutionFields.safeParse({ ...solution('QP'), prefix: '', suffix: '' }).success).toBe(true);
  });
});

describe('an onboarding of the same solution begun earlier', () => {
  const here = workspace('here', 'a');
  it.each([
    ['is found on the same connection', workspace('w', 'a', { solution: chosen }), true],
    ['is not one of another connection', workspace('w', 'b', { solution: chosen }), false],
    [
      'is found under a former token of the same tenant',
      workspace('w', 'b', { solution: chosen, sameTenantAs: [`c${'a'.repeat(24)}`] }),
      true,
    ],
    [
      'is not one of another solution',
      workspace('w', 'a', { solution: { ...chosen, solutionName: 'INV' } }),
      false,
    ],
    ['is not this very one', workspace('here', 'a', { solution: chosen }), false],
  ])('%s', (_, other, found) => {
    expect(begunBefore([here, other], here, 'QP') !== undefined).toBe(found);
  });
});

describe('choosing another solution in an onboarding that has one', () => {
  const rollout = { at: 1, expected: [], successful: [], failed: [], recognised: true };
  it('opens an onboarding of its own once something was done', () => {
    const done = workspace('w', 'a', { solution: chosen, facts: { byHand: {}, rollout } });
    expect(needsOwnWorkspace(done, 0, 'INV')).toBe(true);
    expect(needsOwnWorkspace(done, 0, 'QP')).toBe(false);
    expect(needsOwnWorkspace(workspace('w', 'a', { solution: chosen }), 1, 'INV')).toBe(true);
  });
  it('replaces the name while nothing was done, and drops what was proved of the other', () => {
    const before = workspace('w', 'a', { solution: chosen, facts: { byHand: { x: 1 }, listed: { at: 1 } } });
    expect(needsOwnWorkspace(before, 0, 'INV')).toBe(false);
    expect(withSolution(before, { ...chosen, solutionName: 'INV' }).facts).toEqual({ byHand: { x: 1 } });
  });
});
