import type { FileRefusal } from '../files/model';
import { SourceError } from '../files/source';
import type { INTAKE_CODES, IntakeTrouble } from './protocol';

/** An expected end of a call, on its way to the page as a value. */
export class IntakeError extends Error {
  override readonly name = 'IntakeError';
  constructor(
    readonly trouble: IntakeTrouble,
    options?: { cause?: unknown },
  ) {
    super(`${trouble.kind} ${trouble.code}`, options);
  }
}

export const trouble = (code: (typeof INTAKE_CODES)[number], cause?: unknown): IntakeError =>
  new IntakeError({ kind: 'trouble', code }, { cause });

export const refusal = (code: FileRefusal): IntakeError => new IntakeError({ kind: 'refusal', code });

/** Whatever a call ended with, as the page is told. Only what we did not expect becomes `internal`. */
export function troubleOf(error: unknown): IntakeTrouble {
  if (error instanceof IntakeError) return error.trouble;
  if (error instanceof SourceError) return { kind: 'refusal', code: error.code };
  const message = error instanceof Error ? `${error.name}: ${error.message}` : 'unknown';
  return { kind: 'trouble', code: 'internal', detail: message };
}
