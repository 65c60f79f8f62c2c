/** The other end could not be reached, did not answer in time, or the road between broke. */
export class TransportError extends Error {
  override readonly name = 'TransportError';
  constructor(
    readonly code: 'timeout' | 'unreachable' | 'aborted' | 'redirected' | 'too-large',
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}

/**
 * The other side answered, but not in the agreed shape. Deliberately outside the transport family: the
 * request succeeded, so repeating it cannot help.
 */
export class ContractError extends Error {
  override readonly name = 'ContractError';
  constructor(
    readonly where: string,
    readonly issues: readonly string[],
    options?: { cause?: unknown },
  ) {
    super(`${where} did not have the agreed shape: ${issues.slice(0, 3).join('; ')}`, options);
  }
}

/** Works across realms and workers, where `instanceof` does not. */
export function hasName<N extends string>(error: unknown, name: N): error is Error & { name: N } {
  return typeof error === 'object' && error !== null && 'name' in error && error.name === name;
}

/** Whether an error carries a code of the system, e.g. `EADDRINUSE`. */
export function hasCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
