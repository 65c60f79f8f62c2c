import { linearTest, type Test } from './pattern-machine';
import { parsePattern, type Node } from './pattern-parse';

/** Two repeats side by side over so short a text are done at once, whatever order the browser tries their ways in. */
const MOST_REPEATS = 2;
const SHORT = 64;

/** Repeats of no fixed number; `nested` where one stands inside another, or a choice inside one. */
function repeats(node: Node, inside = false): { count: number; nested: boolean } {
  const all = (parts: readonly Node[]) =>
    parts
      .map((part) => repeats(part, inside))
      .reduce((sum, each) => ({ count: sum.count + each.count, nested: sum.nested || each.nested }), {
        count: 0,
        nested: false,
      });
  switch (node.kind) {
    case 'character':
    case 'assert':
      return { count: 0, nested: false };
    case 'sequence':
      return all(node.parts);
    case 'either': {
      const found = all(node.parts);
      return { count: found.count, nested: found.nested || inside };
    }
    case 'repeat': {
      const isLoose = node.least !== node.most;
      const found = repeats(node.part, inside || node.most > 1);
      return { count: found.count + (isLoose ? 1 : 0), nested: found.nested || (isLoose && inside) };
    }
  }
}

/**
 * The schema's pattern as a test of one text; undefined when it is in another dialect or asks for what cannot be
 * answered in bounded time (looking around, going back to what a group held), and then it is said (`uncheckedOf`).
 * Hazard: the browser's engine tries ways one after another, and `^(a+)+$` takes it centuries; whatever could do that
 * goes through a machine whose time grows with the text alone.
 */
export function compilePattern(pattern: string): Test | undefined {
  const node = parsePattern(pattern);
  if (node === undefined) return undefined;
  const { count, nested } = repeats(node);
  const quick = new RegExp(pattern, 'u');
  if (!nested && count === 0) return (text) => quick.test(text);
  const slow = linearTest(node);
  if (slow === undefined || nested || count > MOST_REPEATS) return slow;
  return (text) => (text.length <= SHORT ? quick.test(text) : slow(text));
}
