'use client';

import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { Trouble } from '@/components/messages/trouble';
import { counted, formatWhen } from '@/components/messages/format';
import { changeSentence } from '@/components/messages/prepare';
import { useWorkspaceActions } from '@/components/queries/workspace';
import { address } from '@/components/road/addresses';
import { Button, LinkButton } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Disclosure } from '@/components/ui/disclosure';
import type { SolutionSchema } from '@/lib/peak/model';
import type { Workspace } from '@/lib/workspace/model';
import { changesSince, outlineOf } from './outline';

/** Changes shown before the rest goes behind a press. */
const SHOWN = 5;

/** "I have looked at this model", bound to the schema's fingerprint; a changed model says what changed and asks again. */
export function Review({
  workspace,
  schema,
}: {
  readonly workspace: Workspace;
  readonly schema: SolutionSchema;
}) {
  const { recordFacts } = useWorkspaceActions();
  const [trouble, setTrouble] = useState<unknown>(null);
  const [now] = useState(() => Date.now());
  const { modelReviewed } = workspace.facts;
  const isCurrent = modelReviewed?.fingerprint === schema.fingerprint;
  const press = () =>
    recordFacts(workspace.id, {
      modelReviewed: { at: Date.now(), fingerprint: schema.fingerprint, outline: outlineOf(schema.tables) },
    }).catch(setTrouble);
  if (trouble !== null) return <Trouble error={trouble} onRetry={() => setTrouble(null)} />;
  if (isCurrent)
    return (
      <Callout
        tone="good"
        live
        title={`You reviewed this model, ${formatWhen(modelReviewed.at, now)}`}
        actions={
          <LinkButton size="sm" look="primary" href={address.place(workspace.id, 'load')}>
            Go on: load a table
          </LinkButton>
        }
      >
        Should the tenant’s schema change, you are told what changed and asked to look again.
      </Callout>
    );
  const changes =
    modelReviewed?.outline === undefined ? [] : changesSince(modelReviewed.outline, outlineOf(schema.tables));
  const confirm = (
    <Button size="sm" look="primary" onPress={() => void press()}>
      <CircleCheck aria-hidden />I have reviewed the model
    </Button>
  );
  if (modelReviewed === undefined)
    return (
      <Callout title="Look the tables over, then say so" actions={confirm}>
        Do keys and required columns fit the files you have? Types and formats are checked for you, value by
        value, when a file is loaded.
      </Callout>
    );
  return (
    <Callout
      tone="warn"
      live
      title={`The schema changed since you reviewed it, ${formatWhen(modelReviewed.at, now)}`}
      actions={confirm}
    >
      {changes.length === 0 ? (
        <p>
          Tables, columns and rules read the same; something else in the schema changed, such as references or
          descriptions.
        </p>
      ) : (
        <>
          <Lines changes={changes.slice(0, SHOWN).map(changeSentence)} />
          {changes.length > SHOWN ? (
            <Disclosure
              level={2}
              title={`${counted(changes.length - SHOWN, 'more change')}`}
              className="mt-2"
            >
              <Lines changes={changes.slice(SHOWN).map(changeSentence)} />
            </Disclosure>
          ) : null}
        </>
      )}
    </Callout>
  );
}

function Lines({ changes }: { readonly changes: readonly string[] }) {
  return (
    <ul className="flex list-disc flex-col gap-0.5 pl-4">
      {changes.map((change) => (
        <li key={change} className="break-words">
          {change}
        </li>
      ))}
    </ul>
  );
}
