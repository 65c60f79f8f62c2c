import type { Connection } from '@/lib/gateway/contract';
import type { SolutionSchema, TableSpec } from '@/lib/peak/model';
import type { Load, SolutionDetails, Workspace } from '@/lib/workspace/model';

/** Everything a step of a load stands on, all of it there. */
export interface Ground {
  readonly workspace: Workspace;
  readonly connection: Connection;
  readonly solution: SolutionDetails;
  readonly schema: SolutionSchema;
  /** The live tables with what only the published model knows (meaning, which are needed): for showing, never for rules. */
  readonly described: readonly TableSpec[];
  readonly table: TableSpec;
  readonly load: Load;
}
