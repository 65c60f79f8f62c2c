'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Ready } from '@/components/connect/workspace-gate';
import { schemaQuery, solutionsQuery } from '@/components/queries/gateway';
import { useWorkspaceActions } from '@/components/queries/workspace';
import type { Solution, TableSpec } from '@/lib/peak/model';
import { findStandardSchema, plannedTables } from '@/lib/peak/models/standard-schemas';
import { holdAgainst, type RolloutLine } from './compare';
import { recognisedFacts } from './recognise';

/** The tables that app and version plan under these names; none where no published model is built in. */
export function plannedFor(
  appName: string,
  appVersion: string,
  parts: { readonly prefix: string; readonly suffix: string },
): TableSpec[] {
  const standard = findStandardSchema(appName, appVersion);
  return standard === undefined ? [] : plannedTables(standard, parts);
}

const expectedOf = (planned: readonly TableSpec[], names: readonly string[]) =>
  planned.length > 0 ? planned : names.map((name) => ({ name, objectName: name }));

/** What our own rollout was answered, as recorded; undefined when there was none. */
export function ownLines({ workspace }: Ready, planned: readonly TableSpec[]): RolloutLine[] | undefined {
  const { rollout } = workspace.facts;
  if (rollout === undefined || rollout.recognised) return undefined;
  return holdAgainst(expectedOf(planned, rollout.expected), rollout);
}

/** Names, prefix or schema differ between the list and what was entered; the list is what rows will meet. */
export const differs = (listed: Solution, entered: Solution): boolean =>
  listed.prefix + listed.suffix + listed.targetSchemaName !== '' &&
  (listed.prefix !== entered.prefix ||
    listed.suffix !== entered.suffix ||
    (listed.targetSchemaName !== '' && listed.targetSchemaName !== entered.targetSchemaName));

/**
 * The tenant as it is: whether the solution is listed, and which of its tables are there. What is seen is recorded
 * as facts, once for each reading.
 */
export function useTenantState(ready: Ready, planned: readonly TableSpec[]) {
  const { workspace, connection, solution } = ready;
  const { updateWorkspace } = useWorkspaceActions();
  const solutions = useQuery(solutionsQuery(connection.id));
  const listed = solutions.data?.solutions.find((each) => each.solutionName === solution.solutionName);
  const listedAt = solutions.data?.readAt;
  const schema = useQuery({
    ...schemaQuery(connection.id, solution.solutionName),
    enabled: listed !== undefined || workspace.facts.schemaRead !== undefined,
  });
  const { id, facts } = workspace;
  const isListedNews = listed !== undefined && listedAt !== undefined && facts.listed?.at !== listedAt;
  const isSchemaNews = schema.data !== undefined && facts.schemaRead?.at !== schema.data.readAt;
  useEffect(() => {
    if (!isListedNews && !isSchemaNews) return;
    void updateWorkspace(id, (before) => ({
      ...before,
      facts: {
        ...before.facts,
        ...(listed === undefined || listedAt === undefined
          ? {}
          : {
              listed: {
                at: listedAt,
                ...(listed.tableCount === undefined ? {} : { tableCount: listed.tableCount }),
              },
            }),
        ...(schema.data === undefined
          ? {}
          : {
              ...recognisedFacts(
                schema.data.schema,
                schema.data.readAt,
                planned.length === 0 ? undefined : planned.map((table) => table.name),
              ),
              ...(before.facts.rollout?.recognised === false ? { rollout: before.facts.rollout } : {}),
            }),
      },
    })).catch(() => undefined); // The reading stands on the screen anyway; it is recorded at the next one.
  }, [id, isListedNews, isSchemaNews, listed, listedAt, planned, schema.data, updateWorkspace]);
  const live = schema.data?.schema.tables.map((table) => table.name);
  const liveLines =
    live === undefined ? undefined : holdAgainst(expectedOf(planned, live), { successful: live, failed: [] });
  return { solutions, schema, listed, liveLines };
}
