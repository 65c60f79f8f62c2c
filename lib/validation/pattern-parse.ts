/** A pattern taken apart, as far as it can be answered in bounded time. */
export type Node =
  | { readonly kind: 'character'; readonly fits: (character: string) => boolean }
  | { readonly kind: 'assert'; readonly holds: (text: string, at: number) => boolean }
  | { readonly kind: 'sequence'; readonly parts: readonly Node[] }
  | { readonly kind: 'either'; readonly parts: readonly Node[] }
  | { readonly kind: 'repeat'; readonly part: Node; readonly least: number; readonly most: number };

const QUANTIFIER = /^(?:([*+?])|\{(\d+)(,)?(\d*)\})\??/;
/** One character: an escape of any kind, or itself. Going back to a group (`\1`, `\k`) and word edges are none. */
const ATOM =
  /^(?:\\(?:[pP]\{[^}]*\}|u\{[0-9a-fA-F]+\}|u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|c[a-zA-Z]|0(?!\d)|[^0-9bBkux])|\[(?:\\.|[^\]\\])*\]|[^\\[\](){}*+?|^$])/su;
const WORD = /\w/;

const isWord = (text: string, at: number): boolean => WORD.test(text.charAt(at));
const atEdge = (text: string, at: number): boolean => isWord(text, at - 1) !== isWord(text, at);

/** What one character must be, as the browser's own engine judges it; plain ones are judged once. */
function fitting(atom: string): (character: string) => boolean {
  const native = new RegExp(`^(?:${atom})$`, 'u');
  const plain = Array.from({ length: 128 }, (_, unit) => native.test(String.fromCharCode(unit)));
  return (character) => plain[character.codePointAt(0) ?? 0] ?? native.test(character);
}

class Unanswerable extends Error {}

class Parser {
  constructor(private rest: string) {}

  private takes(text: string): boolean {
    if (!this.rest.startsWith(text)) return false;
    this.rest = this.rest.slice(text.length);
    return true;
  }

  either(): Node {
    const parts = [this.sequence()];
    while (this.takes('|')) parts.push(this.sequence());
    const [only] = parts;
    return parts.length === 1 && only !== undefined ? only : { kind: 'either', parts };
  }

  whole(): Node {
    const node = this.either();
    if (this.rest !== '') throw new Unanswerable();
    return node;
  }

  private sequence(): Node {
    const parts: Node[] = [];
    while (this.rest !== '' && !/^[|)]/.test(this.rest)) parts.push(this.repeated(this.atom()));
    return { kind: 'sequence', parts };
  }

  private repeated(part: Node): Node {
    const found = QUANTIFIER.exec(this.rest);
    if (found === null) return part;
    this.rest = this.rest.slice(found[0].length);
    const [, mark, low, comma, high] = found;
    const least = mark === undefined ? Number(low) : mark === '+' ? 1 : 0;
    if (mark !== undefined) return { kind: 'repeat', part, least, most: mark === '?' ? 1 : Infinity };
    return {
      kind: 'repeat',
      part,
      least,
      most: comma === undefined ? least : high === '' ? Infinity : Number(high),
    };
  }

  private atom(): Node {
    if (this.takes('^')) return { kind: 'assert', holds: (_text, at) => at === 0 };
    if (this.takes('$')) return { kind: 'assert', holds: (text, at) => at === text.length };
    if (this.takes('\\b')) return { kind: 'assert', holds: atEdge };
    if (this.takes('\\B')) return { kind: 'assert', holds: (text, at) => !atEdge(text, at) };
    if (/^\(\?(?:[=!]|<[=!])/.test(this.rest)) throw new Unanswerable();
    const open = /^\((?:\?:|\?<[^>]*>)?/.exec(this.rest);
    if (open !== null) {
      this.rest = this.rest.slice(open[0].length);
      const inner = this.either();
      if (!this.takes(')')) throw new Unanswerable();
      return inner;
    }
    const [atom] = ATOM.exec(this.rest) ?? [];
    if (atom === undefined) throw new Unanswerable();
    this.rest = this.rest.slice(atom.length);
    return { kind: 'character', fits: fitting(atom) };
  }
}

/** Undefined when it is no pattern here, or asks for looking around or for what a group held. */
export function parsePattern(pattern: string): Node | undefined {
  try {
    new RegExp(pattern, 'u');
    return new Parser(pattern).whole();
  } catch (error) {
    if (error instanceof Unanswerable || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
