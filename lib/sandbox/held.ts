/** Whether an error carries a code of the system, e.g. `EADDRINUSE`. */
export function hasCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}

/** Whether the warehouse could not be opened because another process has it; DuckDB says so in words alone. */
export function heldElsewhere(error: unknown): boolean {
  return (
    error instanceof Error &&
    /could not set lock|conflicting lock|being used by another process/i.test(error.message)
  );
}
