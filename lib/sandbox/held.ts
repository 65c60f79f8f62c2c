/** Whether the warehouse could not be opened because another process has it; DuckDB says so in words alone. */
export function heldElsewhere(error: unknown): boolean {
  return (
    error instanceof Error &&
    /could not set lock|conflicting lock|being used by another process/i.test(error.message)
  );
}
