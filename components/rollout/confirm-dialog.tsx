'use client';

import { useId, useState } from 'react';
import { hostName } from '@/components/messages/connect';
import { pairSentence } from '@/components/messages/rollout';
import { HostBadge, isProduction } from '@/components/shell/host-badge';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/text-field';
import type { Connection } from '@/lib/gateway/contract';
import type { SolutionDetails } from '@/lib/workspace/model';

/** The name typed once more. On the sandbox it may be filled in by a press; on a production host it is typed. */
export function ConfirmDialog({
  connection,
  solution,
  tables,
  isAgain,
  onYes,
  onClose,
}: {
  readonly connection: Connection;
  readonly solution: SolutionDetails;
  /** How many are expected; 0 when it is not known. */
  readonly tables: number;
  /** A rollout of this solution was sent before. */
  readonly isAgain: boolean;
  readonly onYes: () => void;
  readonly onClose: () => void;
}) {
  const form = useId();
  const [typed, setTyped] = useState('');
  const [wasPressed, setPressed] = useState(false);
  const isProductive = isProduction(connection.hostKind);
  const same = typed.trim() === solution.solutionName;
  return (
    <Dialog
      urgent
      title={
        isAgain ? `Send the rollout of ${solution.solutionName} again?` : `Roll out ${solution.solutionName}?`
      }
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Not now</Button>
          <Button type="submit" form={form} look="primary">
            {isAgain ? 'Send it again' : tables === 0 ? 'Make the tables' : `Make ${tables * 2} tables`}
          </Button>
        </>
      }
    >
      <p className="flex flex-wrap items-center gap-2">
        <HostBadge kind={connection.hostKind} />
        <span className="font-mono text-sm break-all text-ink">{hostName(connection.host)}</span>
      </p>
      <p>
        {isAgain
          ? 'The same request goes to Peak once more: tables that are missing should be made. What Peak does with tables that are there already is not documented; no request of this app ever drops one.'
          : `${tables === 0 ? 'The tables of the standard schema' : pairSentence(tables)} will be made in schema ${solution.targetSchemaName}. ${isProductive ? 'There is no way back from here: only Peak’s staff can remove tables.' : 'Resetting the sandbox removes them again.'}`}
      </p>
      <form
        id={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setPressed(true);
          if (same) onYes();
        }}
      >
        <TextField
          label={`Type ${solution.solutionName} to confirm`}
          isRequired
          mono
          autoFocus
          autoComplete="off"
          spellCheck="false"
          value={typed}
          onChange={setTyped}
          error={wasPressed && !same ? 'This is not the name of the solution, letter by letter.' : undefined}
          after={
            isProductive ? undefined : (
              <Button onPress={() => setTyped(solution.solutionName)}>Fill in</Button>
            )
          }
        />
      </form>
    </Dialog>
  );
}
