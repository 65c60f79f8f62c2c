'use client';

import { useState } from 'react';
import { WorkspaceTrouble } from '@/components/connect/workspace-trouble';
import type { Ready } from '@/components/connect/workspace-gate';
import { placeOf } from '@/components/messages/connect';
import { formatWhen } from '@/components/messages/format';
import { SCHEMA_SAVED } from '@/components/messages/rollout';
import { useSaveSchema } from '@/components/queries/gateway';
import { useWorkspaceActions } from '@/components/queries/workspace';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Panel } from '@/components/ui/panel';
import { findStandardSchema } from '@/lib/peak/models/standard-schemas';
import type { Facts } from '@/lib/workspace/model';

export const isSchemaSaved = (
  { facts }: { readonly facts: Facts },
  app: { appName: string; appVersion: string },
) => facts.schemaSaved?.appName === app.appName && facts.schemaSaved.appVersion === app.appVersion;

/** The standard schema must be saved for app and version before it can be rolled out: tried first, then saved. */
export function SchemaStep({ ready: { workspace, connection, solution } }: { readonly ready: Ready }) {
  const { appName, appVersion } = solution;
  const save = useSaveSchema(connection.id);
  const { recordFacts } = useWorkspaceActions();
  const [now] = useState(() => Date.now());
  const [storeTrouble, setStoreTrouble] = useState<unknown>(null);
  const isBuiltIn = findStandardSchema(appName, appVersion) !== undefined;
  const saved = isSchemaSaved(workspace, solution) ? workspace.facts.schemaSaved : undefined;
  const wouldSave = save.data?.outcome === 'would-save';
  const keep = (outcome: 'saved' | 'exists' | 'assumed') =>
    recordFacts(workspace.id, { schemaSaved: { at: Date.now(), appName, appVersion, outcome } }).catch(
      setStoreTrouble,
    );
  const ask = (dryRun: boolean) =>
    save.mutate(
      { appName, appVersion, dryRun },
      {
        onSuccess: ({ outcome }) => {
          if (outcome !== 'would-save') void keep(outcome);
        },
      },
    );
  return (
    <Panel
      title="1. Standard schema"
      note={
        <>
          <span className="font-mono">{appName}</span>, version{' '}
          <span className="font-mono">{appVersion}</span>
        </>
      }
      actions={saved === undefined ? <Badge>Not known to be saved</Badge> : <Badge tone="good">Saved</Badge>}
    >
      <div className="flex flex-col items-start gap-4">
        {saved !== undefined ? (
          <p className="text-sm text-ink-2">
            {SCHEMA_SAVED[saved.outcome]} Seen {formatWhen(saved.at, now)}.
          </p>
        ) : isBuiltIn ? (
          <p className="max-w-2xl text-sm text-ink-2">
            A rollout makes tables from a standard schema that Peak has on file. Peak’s staff usually save it.
            If it is not there yet, the published model can be saved from here: first tried with a dry run
            that stores nothing.
          </p>
        ) : (
          <p className="max-w-2xl text-sm text-ink-2">
            No published model is built in for this app and version, so it cannot be saved from here. Ask
            Peak’s staff whether it is saved; then go on.
          </p>
        )}
        {wouldSave && saved === undefined ? (
          <Callout tone="good" live title="The dry run passed" className="self-stretch">
            Peak would take this schema. Nothing is stored yet.
          </Callout>
        ) : null}
        {save.error !== null || storeTrouble !== null ? (
          <WorkspaceTrouble
            workspace={workspace}
            error={save.error ?? storeTrouble}
            onRetry={() => ask(save.variables?.dryRun ?? true)}
            className="self-stretch"
          />
        ) : null}
        {saved === undefined ? (
          <div className="flex flex-wrap gap-2">
            {!isBuiltIn ? null : wouldSave ? (
              <Button look="primary" pending={save.isPending} onPress={() => ask(false)}>
                Save it on {placeOf(connection)}
              </Button>
            ) : (
              <Button look="primary" pending={save.isPending} onPress={() => ask(true)}>
                Try it with a dry run
              </Button>
            )}
            <Button onPress={() => void keep('assumed')}>Peak’s staff have saved it</Button>
          </div>
        ) : null}
      </div>
    </Panel>
  );
}
