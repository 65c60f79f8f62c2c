/** What the shell is told; listed in `onramp --help` and never renumbered. */
export const EXIT = {
  complete: 0,
  rowsLeftOut: 1,
  usage: 2,
  inDoubt: 3,
  waiting: 4,
  refused: 5,
  file: 6,
  fault: 70,
} as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** An expected end: what to tell whoever called, and with which exit code. `code` is for programs. */
export class Stop extends Error {
  override readonly name = 'Stop';
  constructor(
    readonly exit: Exit,
    readonly code: string,
    sentence: string,
    options?: { cause?: unknown },
  ) {
    super(sentence, options);
  }
}
