import type { DestinationStream, Logger } from 'pino';
import pino from 'pino';

/** Field names that would hold a secret or a row; a second fence, since nothing of ours puts them in. */
const SECRET = [
  'token',
  'authorization',
  'cookie',
  'password',
  'secret',
  'body',
  'rows',
  'data',
  'echo',
  'raw',
];

/** One JSON line per request on standard output: ids, codes, times and sizes, never a token or a value of a row. */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: SECRET.flatMap((name) => [name, `*.${name}`]), censor: '[kept out]' },
  };
  return destination ? pino(options, destination) : pino(options);
}

/**
 * What of an error may be logged: its name, code and stack frames. Messages stay out, because messages of parsers
 * and of fetch quote what they stumbled over.
 */
export function loggable(error: unknown): { name: string; code?: string; at: string[] } {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  return { name: error.name, ...code, at: frames.slice(0, 8).map((line) => line.trim()) };
}
