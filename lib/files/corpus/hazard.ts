import type { DialectChoice } from '../read-head';
import type { Dialect, FileNote, FileRefusal } from '../model';

/** What comes of a file: the rows as they are read, and everything that is said about them. Absent: not looked at. */
export interface Outcome {
  readonly refused?: FileRefusal;
  readonly header?: readonly string[];
  /** Every record after the header, blank ones included. */
  readonly rows?: readonly (readonly string[])[];
  readonly delimiter?: string;
  readonly newline?: Dialect['newline'];
  readonly encoding?: Dialect['encoding'];
  /** Codes of all notes about the file; absent means none. */
  readonly notes?: readonly FileNote['code'][];
  /** The user's row numbers of rows with broken quotes, with stray ones, with bytes that mean nothing. */
  readonly broken?: readonly number[];
  readonly stray?: readonly number[];
  readonly undecodable?: readonly number[];
  /** The user's row numbers of rows that look like totals. */
  readonly totals?: readonly number[];
}

/** One file with one thing wrong or odd about it, named by that thing. */
export interface Hazard {
  readonly name: string;
  readonly file: string | Uint8Array<ArrayBuffer>;
  readonly choice?: DialectChoice;
  readonly becomes: Outcome;
}

export const hazard = (
  name: string,
  file: Hazard['file'],
  becomes: Outcome,
  choice?: DialectChoice,
): Hazard => ({ name, file, becomes, ...(choice === undefined ? {} : { choice }) });

/** Bytes written as text of one byte a character. */
export const latin = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text, (sign) => sign.charCodeAt(0));
