import { LineEnds } from './end-finders';
import { Finder } from './finder';
import type { Scanning } from './scan';

/** Where a row ends that begins somewhere, its line end included; infinite when the text does not finish it. */
export interface Fate {
  readonly end: number;
  /** Some quote in it stands where none belongs, or never closes. */
  readonly isBroken: boolean;
}

/** The place in an ascending list of the first number that is `from` or more. */
function placeOf(sorted: readonly number[], from: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Where rows end in a text, whichever line they begin in, by the rules of `scanRows`. Which quotes can close a cell that
 * opened before them does not depend on where it opened, nor does what follows on them: both are worked out once, so
 * that asking for every line of a text takes time that grows with the text alone.
 */
export class QuoteFates {
  private readonly mark: number;
  private readonly separator: number;
  private readonly ends: LineEnds;
  /** Quotes that close a cell opened before their run, and those that would if a separator followed. */
  private readonly closers: number[] = [];
  private readonly misses: number[] = [];
  /** What becomes of a row behind one of `closers`. */
  private readonly behind = new Map<number, Fate>();

  constructor(
    private readonly text: string,
    private readonly scanning: Scanning,
  ) {
    this.mark = scanning.quote.charCodeAt(0);
    this.separator = scanning.delimiter.charCodeAt(0);
    this.ends = new LineEnds(text, scanning.ends);
    const quotes = new Finder(text, scanning.quote);
    const escapes = new Finder(text, scanning.backslash ? '\\' : '');
    for (let at = 0; at < text.length;) {
      const quote = quotes.from(at);
      const escape = escapes.from(at);
      if (escape < quote) at = escape + 2;
      else {
        at = this.behindRun(quote);
        if ((at - quote) % 2 === 1) (this.nextOf(at - 1) < 0 ? this.misses : this.closers).push(at - 1);
      }
    }
  }

  private behindRun(from: number): number {
    let at = from;
    while (this.text.charCodeAt(at) === this.mark) at += 1;
    // No quote at all: beyond the text.
    return at === from ? this.text.length : at;
  }

  /** Where the separator or line end behind a closing quote stands; -1 when something else does. */
  private nextOf(close: number): number {
    let next = close + 1;
    while (this.text.charCodeAt(next) === 32 && this.scanning.delimiter !== ' ') next += 1;
    const isEnd = next >= this.text.length || this.text.charCodeAt(next) === this.separator;
    return isEnd || this.ends.lengthAt(next) > 0 ? next : -1;
  }

  private bareEnd(from: number): number {
    for (let at = from; at < this.text.length; at++) {
      const unit = this.text.charCodeAt(at);
      if (unit === this.separator) return at;
      if ((unit === 10 || unit === 13) && this.ends.lengthAt(at) > 0) return at;
    }
    return this.text.length;
  }

  /** The fate of a row that would begin at `start`, which must be behind a line end or the text's beginning. */
  of(start: number): Fate {
    const links: { readonly closer: number; readonly isBroken: boolean }[] = [];
    let closer = -1;
    let isBroken = false;
    let fate: Fate | undefined;
    for (let at = start; fate === undefined;) {
      let end: number;
      if (this.text.charCodeAt(at) === this.mark) {
        const run = this.behindRun(at);
        const isOwn = (run - at) % 2 === 0;
        let next = isOwn ? this.nextOf(run - 1) : -1;
        if (next < 0) {
          const found = this.closers[placeOf(this.closers, run)];
          if (found === undefined) {
            fate = { end: Infinity, isBroken: true };
            break;
          }
          const miss = this.misses[placeOf(this.misses, run)] ?? Infinity;
          links.push({ closer, isBroken: isBroken || isOwn || miss < found });
          closer = found;
          isBroken = false;
          fate = this.behind.get(found);
          if (fate !== undefined) break;
          next = this.nextOf(found);
        }
        end = next;
      } else end = this.bareEnd(at);
      if (this.text.charCodeAt(end) === this.separator) {
        at = end + 1;
        continue;
      }
      fate = { end: this.finished(end), isBroken };
    }
    if (closer >= 0) this.behind.set(closer, fate);
    for (const link of links.reverse()) {
      fate = { end: fate.end, isBroken: link.isBroken || fate.isBroken };
      if (link.closer >= 0) this.behind.set(link.closer, fate);
    }
    return fate;
  }

  private finished(end: number): number {
    const lineEnd = this.ends.lengthAt(end);
    // A CR at the very end may be half of a CRLF.
    const isOpen =
      end + lineEnd >= this.text.length &&
      (lineEnd === 0 || this.text.charCodeAt(end + lineEnd - 1) === 13) &&
      !(lineEnd === 1 && this.scanning.ends === 'cr');
    return isOpen ? Infinity : end + lineEnd;
  }
}
