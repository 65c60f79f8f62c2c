import type { Spill } from '../files/ports';
import type { KeptFiles, KeptWriter } from './keep';

/** Private storage in memory, for tests and for the terminal. `roomBytes` is what it holds at most. */
export function memoryFiles(roomBytes = Infinity): KeptFiles {
  const kept = new Map<string, Blob>();
  const path = (loadId: string, name: string) => `${loadId}/${name}`;
  const used = () => [...kept.values()].reduce((sum, blob) => sum + blob.size, 0);
  return {
    async writer(loadId, name): Promise<KeptWriter> {
      const parts: Uint8Array<ArrayBuffer>[] = [];
      return {
        write(bytes) {
          if (used() + bytes.length > roomBytes) throw new Error('full');
          parts.push(bytes.slice());
        },
        close: () => void kept.set(path(loadId, name), new Blob(parts)),
      };
    },
    spill: async () => memorySpill(roomBytes),
    read: async (loadId, name) => kept.get(path(loadId, name)),
    async erase(loadId) {
      for (const key of kept.keys()) if (key.startsWith(`${loadId}/`)) kept.delete(key);
    },
    room: async () => roomBytes - used(),
  };
}

/** A spill in memory, for tests. */
export function memorySpill(roomBytes = Infinity): Spill {
  let all = new Uint8Array(0);
  return {
    write(bytes, at) {
      if (at + bytes.length > roomBytes) throw new Error('full');
      const former = all;
      if (at + bytes.length > former.length) {
        all = new Uint8Array(at + bytes.length);
        all.set(former);
      }
      all.set(bytes, at);
    },
    read(bytes, at) {
      if (at + bytes.length > all.length) throw new Error('not there');
      bytes.set(all.subarray(at, at + bytes.length));
    },
    close: () => (all = new Uint8Array(0)),
  };
}
