/**
 * - unavailable: this browser gives us no database (private window, switched off, disk full on opening)
 * - newer-version: another tab runs a newer version of the app and has moved the data on
 * - not-found: no such record (deleted in another tab)
 * - unreadable: the record is there but has not the agreed shape; it is left as it is
 * - write-failed: the browser refused to write (no room, most of the time)
 */
export type StorageCode = 'unavailable' | 'newer-version' | 'not-found' | 'unreadable' | 'write-failed';

/** What this browser keeps could not be read or written. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  constructor(
    readonly code: StorageCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}
