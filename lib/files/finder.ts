/** Positions of one piece of text looked for in ascending order, each found once. */
export class Finder {
  private found = -2;
  constructor(
    private readonly text: string,
    private readonly wanted: string,
  ) {}

  /** The first place at or after `from`; the length of the text where there is none. */
  from(from: number): number {
    if (this.found < from) {
      const at = this.wanted === '' ? -1 : this.text.indexOf(this.wanted, from);
      this.found = at === -1 ? this.text.length : at;
    }
    return this.found;
  }
}
