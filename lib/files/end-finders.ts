import { Finder } from './finder';
import type { Scanning } from './scan';

/** The line ends of a text by the kinds that count: where the next one begins, and how long it is. */
export class LineEnds {
  private readonly lf: Finder;
  private readonly cr: Finder;
  constructor(
    private readonly text: string,
    private readonly ends: Scanning['ends'],
  ) {
    this.lf = new Finder(text, ends === 'crlf' ? '\r\n' : ends === 'cr' ? '' : '\n');
    this.cr = new Finder(text, ends === 'cr' || ends === 'any' ? '\r' : '');
  }

  from(from: number): number {
    const cr = this.cr.from(from);
    const lf = this.lf.from(from);
    if (cr < lf) return cr;
    return this.ends === 'lf' && lf > from && this.text.charCodeAt(lf - 1) === 13 && lf < this.text.length
      ? lf - 1
      : lf;
  }

  /** Characters of the line end at `at`; 0 where none begins. */
  lengthAt(at: number): number {
    const unit = this.text.charCodeAt(at);
    if (unit === 10) return this.ends === 'lf' || this.ends === 'any' ? 1 : 0;
    if (unit !== 13) return 0;
    if (this.ends === 'cr') return 1;
    if (this.text.charCodeAt(at + 1) === 10) return 2;
    return this.ends === 'any' ? 1 : 0;
  }
}

/** CR and LF that end no line in this dialect. */
export class Others {
  private readonly lf: Finder;
  private readonly cr: Finder;
  constructor(text: string, ends: Scanning['ends']) {
    this.lf = new Finder(text, ends === 'cr' || ends === 'crlf' ? '\n' : '');
    this.cr = new Finder(text, ends === 'lf' || ends === 'crlf' ? '\r' : '');
  }
  from(from: number): number {
    return Math.min(this.lf.from(from), this.cr.from(from));
  }
}
