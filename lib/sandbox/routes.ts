import { INGEST_PATHS } from '../peak/contract/rows';
import { addAttribute } from './add-attribute';
import type { Call } from './call';
import type { Operation } from './control-contract';
import { listSolutions, readSchema } from './describe';
import { ingest } from './ingest';
import { rollOut } from './roll-out';
import { saveSchema } from './save-schema';

interface Route {
  readonly method: 'GET' | 'POST';
  readonly pattern: RegExp;
  readonly operation: Operation;
  readonly handle: (call: Call) => Promise<Response>;
}

const pathPattern = (path: string) => new RegExp(`^${path.replace(/\{\w+\}/, '([^/]+)')}$`);
const route = (
  method: Route['method'],
  path: string,
  operation: Operation,
  handle: Route['handle'],
): Route => ({ method, pattern: pathPattern(path), operation, handle });

/** The endpoints of §2; all three documented spellings of ingestion. */
const ROUTES: readonly Route[] = [
  ...INGEST_PATHS.map((path) => route('POST', path, 'ingest', ingest)),
  route('GET', '/api/v2/schema/solutions', 'solutions', listSolutions),
  route('GET', '/api/v2/schema', 'schema', readSchema),
  route('POST', '/api/v2/schema', 'schema-save', saveSchema),
  route('POST', '/api/v2/schema/rollout', 'rollout', rollOut),
  route('POST', '/api/v2/schema/{table}/add-attribute', 'add-attribute', addAttribute),
];

export type Found =
  | { readonly kind: 'route'; readonly route: Route; readonly table: string | undefined }
  | { readonly kind: 'other-method' }
  | { readonly kind: 'nothing' };

export function findRoute(method: string, pathname: string): Found {
  let kind: 'other-method' | 'nothing' = 'nothing';
  for (const candidate of ROUTES) {
    const match = candidate.pattern.exec(pathname);
    if (!match) continue;
    if (candidate.method !== method) kind = 'other-method';
    else {
      const [, name] = match;
      return { kind: 'route', route: candidate, table: name === undefined ? undefined : decoded(name) };
    }
  }
  return { kind };
}

/** A path that is no valid encoding names no table, so it may stay as it is. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
