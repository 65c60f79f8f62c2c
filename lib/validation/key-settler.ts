import { Growing32, Growing64 } from './growing';
import { joinGroups, NO_GROUPS, type KeyGroups } from './key-groups';
import { Partitions, PARTITIONS, partitionOf } from './partitions';
import type { OpenSpill } from '../files/ports';

/** What is known of a row that may share its key with another. */
export interface Candidate {
  readonly at: number;
  readonly key: readonly string[];
  /** Two numbers. */
  readonly keyHash: Uint32Array;
  /** Four numbers. */
  readonly rowHash: Uint32Array;
  readonly rank: number;
}

interface SettlerOptions {
  readonly openSpill: OpenSpill;
  readonly inMemory: number | undefined;
  readonly isRanked: boolean;
}

/** Words before the key's text: place, hash of the key, hash of the row, rank, length of the text. */
const FIXED = 10;
const TEXT_AT = 1;

/** One text per key, whatever its parts hold. */
const textOf = (key: readonly string[]): string =>
  key.length === 1 ? (key[0] ?? '') : key.map((part) => `${part.length}:${part}`).join('');

/**
 * Decides which candidates really share a key by comparing texts, part by part of the hashes, so that memory holds the
 * texts of a 64th of them. Candidates must come in ascending order of their places.
 */
export class KeySettler {
  private readonly records: Partitions;
  private readonly rank = new Float64Array(1);
  private readonly rankWords = new Uint32Array(this.rank.buffer);

  private readonly isRanked: boolean;

  constructor({ openSpill, inMemory, isRanked }: SettlerOptions) {
    this.records = new Partitions(openSpill, inMemory);
    this.isRanked = isRanked;
  }

  close(): void {
    this.records.close();
  }

  add({ at, key, keyHash, rowHash, rank }: Candidate): void {
    const text = textOf(key);
    const words = FIXED + ((text.length + 1) >>> 1);
    const from = this.records.room(partitionOf(keyHash[0] ?? 0), words);
    const { into } = this.records;
    this.rank[0] = rank;
    into[from] = at;
    into[from + TEXT_AT] = text.length;
    into.set(keyHash.subarray(0, 2), from + 2);
    into.set(rowHash.subarray(0, 4), from + 4);
    into.set(this.rankWords, from + 8);
    // Units, not UTF-8: a text with half a surrogate pair must not become equal to another one.
    const units = new Uint16Array(into.buffer, into.byteOffset + 4 * (from + FIXED), text.length);
    for (let unit = 0; unit < text.length; unit++) units[unit] = text.charCodeAt(unit);
  }

  relieve(): Promise<void> {
    return this.records.relieve();
  }

  /** Every key that more than one of the candidates has. */
  finish(): KeyGroups {
    const parts: KeyGroups[] = [];
    for (let part = 0; part < PARTITIONS; part++) {
      if (this.records.size(part) > 0) parts.push(this.groupsOf(part));
    }
    return joinGroups(parts);
  }

  private groupsOf(part: number): KeyGroups {
    const groups = new Map<string, number>();
    const groupOf = new Growing32();
    const counts = new Growing32();
    for (const words of this.records.pieces(part))
      eachRecord(words, (from) => {
        const text = textAt(words, from);
        const group = groups.get(text) ?? groups.size;
        if (group === groups.size) groups.set(text, group);
        groupOf.set(groupOf.length, group);
        counts.set(group, counts.get(group) + 1);
      });
    const into = new Growing32();
    const starts: number[] = [0];
    let members = 0;
    for (let group = 0; group < groups.size; group++) {
      const count = counts.get(group);
      // A candidate alone with its text only shared a hash.
      into.set(group, count > 1 ? members + 1 : 0);
      if (count < 2) continue;
      members += count;
      starts.push(members);
    }
    if (members === 0) return NO_GROUPS;
    return this.filled(part, starts, members, (record) => {
      const group = groupOf.get(record);
      const at = into.get(group) - 1;
      if (at >= 0) into.set(group, at + 2);
      return at;
    });
  }

  private filled(part: number, starts: readonly number[], members: number, atOf: (record: number) => number) {
    const places = new Uint32Array(members);
    const rows = new Uint32Array(4 * members);
    const hashOf = new Uint32Array(2 * members);
    const ranks = new Growing64();
    let record = 0;
    for (const words of this.records.pieces(part))
      eachRecord(words, (from) => {
        const at = atOf(record++);
        if (at < 0) return;
        places[at] = words[from] ?? 0;
        hashOf.set(words.subarray(from + 2, from + 4), 2 * at);
        rows.set(words.subarray(from + 4, from + 8), 4 * at);
        this.rankWords.set(words.subarray(from + 8, from + FIXED));
        if (this.isRanked) ranks.set(at, this.rank[0] ?? 0);
      });
    const firsts = starts.slice(0, -1);
    return {
      size: firsts.length,
      hashes: Uint32Array.from(firsts.flatMap((at) => [hashOf[2 * at] ?? 0, hashOf[2 * at + 1] ?? 0])),
      starts: Uint32Array.from(starts),
      places,
      rows,
      ranks: Float64Array.from({ length: this.isRanked ? members : 0 }, (_, at) => ranks.get(at)),
    };
  }
}

function eachRecord(words: Uint32Array, visit: (from: number) => void): void {
  for (let from = 0; from < words.length; from += FIXED + (((words[from + TEXT_AT] ?? 0) + 1) >>> 1))
    visit(from);
}

/** Units turned into text at a time: an engine takes so many arguments safely. */
const AT_ONCE = 4096;

function textAt(words: Uint32Array, from: number): string {
  const units = new Uint16Array(
    words.buffer,
    words.byteOffset + 4 * (from + FIXED),
    words[from + TEXT_AT] ?? 0,
  );
  if (units.length <= AT_ONCE) return String.fromCharCode(...units);
  let text = '';
  for (let at = 0; at < units.length; at += AT_ONCE)
    text += String.fromCharCode(...units.subarray(at, at + AT_ONCE));
  return text;
}
