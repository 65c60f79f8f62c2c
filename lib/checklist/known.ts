import type { SolutionSchema, TableSpec } from '../peak/model';
import type { Load, Workspace } from '../workspace/model';

/** All that the checklist is derived from. Nothing else decides a tick. */
export interface Known {
  /** Null before the first connection. */
  readonly workspace: Pick<Workspace, 'connection' | 'solution' | 'facts'> | null;
  readonly loads: readonly Load[];
  /** Whether our server still holds the token of the workspace's connection; unknown while nobody has asked. */
  readonly session: 'unknown' | 'held' | 'gone';
  /** The live schema, when it was read in this session. */
  readonly schema: Pick<SolutionSchema, 'tables' | 'fingerprint'> | null;
  /** Tables of the published data model, matched by object name, for knowing which ones the solution requires. */
  readonly published?: readonly Pick<TableSpec, 'objectName' | 'requiredBySolution'>[];
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** The fingerprint of the schema as last read, live or remembered. */
export const currentFingerprint = (known: Known): string | undefined =>
  known.schema?.fingerprint ?? known.workspace?.facts.schemaRead?.fingerprint;

/** Table names are compared without case: Peak's answers are of two minds about it (docs/peak-api.md §10.10). */
export const sameName = (a: string, b: string): boolean => a.toUpperCase() === b.toUpperCase();
