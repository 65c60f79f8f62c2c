import type { Node } from './pattern-parse';

/** Steps of one machine; a pattern that needs more of them is not checked here. */
const MOST_STATES = 500;
export type Test = (text: string) => boolean;

/** One step of the machine: a character that fits leads to `next`, an assertion or a fork leads on without one. */
type State =
  | { readonly kind: 'character'; readonly fits: (character: string) => boolean; readonly next: number }
  | { readonly kind: 'fork'; readonly next: readonly number[] }
  | { readonly kind: 'assert'; readonly holds: (text: string, at: number) => boolean; readonly next: number }
  | { readonly kind: 'done' };

class TooLarge extends Error {}

function compileStates(node: Node): { states: State[]; start: number } {
  const states: State[] = [{ kind: 'done' }];
  let steps = 0;
  const add = (state: State): number => {
    if (states.length >= MOST_STATES) throw new TooLarge();
    return states.push(state) - 1;
  };
  /** The state that matches `each` and then goes on at `next`. */
  function build(each: Node, next: number): number {
    // Repeats of nothing make no states, and so need a bound of their own.
    if (++steps > MOST_STATES * 4) throw new TooLarge();
    switch (each.kind) {
      case 'character':
        return add({ kind: 'character', fits: each.fits, next });
      case 'assert':
        return add({ kind: 'assert', holds: each.holds, next });
      case 'sequence':
        return each.parts.reduceRight((after, part) => build(part, after), next);
      case 'either':
        return add({ kind: 'fork', next: each.parts.map((part) => build(part, next)) });
      case 'repeat': {
        let after = next;
        if (each.most === Infinity) {
          const ways: number[] = [next];
          after = add({ kind: 'fork', next: ways });
          ways.push(build(each.part, after));
        } else
          for (let n = each.least; n < each.most; n++)
            after = add({ kind: 'fork', next: [next, build(each.part, after)] });
        for (let n = 0; n < each.least; n++) after = build(each.part, after);
        return after;
      }
    }
  }
  return { start: build(node, 0), states };
}

/**
 * A pattern as a machine that walks all its ways side by side, so that time grows with the text's length and nothing
 * else; undefined where the machine would be too large.
 */
export function linearTest(node: Node): Test | undefined {
  try {
    return machine(compileStates(node));
  } catch (error) {
    if (error instanceof TooLarge) return undefined;
    throw error;
  }
}

function machine({ states, start }: ReturnType<typeof compileStates>): Test {
  const seen = new Uint32Array(states.length);
  let turn = 0;
  return (text) => {
    let now: number[] = [];
    let then: number[] = [];
    /** Adds the states that can be reached without a character; true when the end is among them. */
    const enter = (into: number[], first: number, at: number): boolean => {
      const open = [first];
      for (let id = open.pop(); id !== undefined; id = open.pop()) {
        if (seen[id] === turn) continue;
        seen[id] = turn;
        const state = states[id];
        if (state === undefined || state.kind === 'done') return true;
        if (state.kind === 'character') into.push(id);
        else if (state.kind === 'fork') open.push(...state.next);
        else if (state.holds(text, at)) open.push(state.next);
      }
      return false;
    };
    const begin = () => {
      turn += 1;
      if (turn < 4_294_967_295) return;
      seen.fill(0);
      turn = 1;
    };
    begin();
    if (enter(now, start, 0)) return true;
    for (let at = 0; at < text.length;) {
      const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
      at += character.length;
      then = [];
      begin();
      for (const id of now) {
        const state = states[id];
        if (state?.kind === 'character' && state.fits(character) && enter(then, state.next, at)) return true;
      }
      // A match may begin anywhere.
      if (enter(then, start, at)) return true;
      now = then;
    }
    return false;
  };
}
