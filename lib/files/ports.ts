/** A place outside memory for bytes that are written once and read in pieces, gone when it is closed. */
export interface Spill {
  /** Throws when there is no room. */
  write(bytes: Uint8Array<ArrayBuffer>, at: number): void;
  /** Fills `bytes` from what was written at `at`; throws when that is not there. */
  read(bytes: Uint8Array<ArrayBuffer>, at: number): void;
  close(): void;
}

/** A new, empty spill; undefined where there is none to be had. */
export type OpenSpill = () => Promise<Spill | undefined>;

export const noSpill: OpenSpill = () => Promise.resolve(undefined);
