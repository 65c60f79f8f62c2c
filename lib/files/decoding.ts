import type { FileNote, SheetSection } from './model';

/** A piece of the text that a compressed file holds. */
export interface DecodedPiece {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Work done so far and in all, in bytes of some kind. */
  readonly done: number;
  readonly total: number;
  /** What came before is void, this is the beginning. */
  readonly restart: boolean;
}

/** A text that is being made from a compressed file; sections and notes are whole when the pieces have ended. */
export interface Decoding {
  /** Rejects with `SourceError`, or with the signal's reason. */
  readonly pieces: AsyncGenerator<DecodedPiece, void, undefined>;
  readonly sections: readonly SheetSection[];
  notes(): FileNote[];
}
