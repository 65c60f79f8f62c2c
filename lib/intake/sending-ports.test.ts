import { expect, it } from 'vitest';
import { webLock } from './sending-ports';

it('a lock let go a moment ago can be taken again at once by the same worker', async () => {
  const names = new Set<string>();
  // Gives a lock back only some turns after it was let go, as a browser does.
  const request = async (name: string, _options: LockOptions, hold: (lock: Lock | null) => unknown) => {
    if (names.has(name)) return hold(null);
    names.add(name);
    await hold({ name, mode: 'exclusive' });
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    names.delete(name);
    return undefined;
  };
  const lock = webLock({ request: request as LockManager['request'] });
  const release = await lock('a');
  expect(await lock('a')).toBeNull();
  release?.();
  expect(await lock('a')).not.toBeNull();
});
