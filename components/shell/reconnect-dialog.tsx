'use client';

import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { connectFields, fieldsOf, requestOf } from '@/components/connect/connect-fields';
import { connectedFact } from '@/components/connect/landing';
import { CONNECT_FIELD } from '@/components/messages/connect';
import type { ConnectFieldCode } from '@/components/connect/connect-fields';
import { Trouble } from '@/components/messages/trouble';
import { sessionQuery, useConnect, useForget } from '@/components/queries/gateway';
import { useWorkspaceActions } from '@/components/queries/workspace';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { ConnectAnswer, Connection } from '@/lib/gateway/contract';
import type { Workspace } from '@/lib/workspace/model';
import { ReconnectFields } from './reconnect-fields';
import { SameTenant } from './same-tenant';

export interface ReconnectProps {
  readonly workspace: Workspace;
  readonly isOpen: boolean;
  /** The workspace is on this connection now, and the proof is recorded. */
  readonly onDone: (connection: Connection) => void;
  readonly onClose: () => void;
}

/** Paste a token again without leaving the place one is at. Another connection id is a question, never an assumption. */
export function ReconnectDialog({ workspace, isOpen, onDone, onClose }: ReconnectProps) {
  return isOpen ? <Opened workspace={workspace} onDone={onDone} onClose={onClose} /> : null;
}

const IMPORTED = 'Handed over';

function Opened({ workspace, onDone, onClose }: Omit<ReconnectProps, 'isOpen'>) {
  const { data: session } = useQuery(sessionQuery());
  const { updateWorkspace } = useWorkspaceActions();
  const connect = useConnect();
  const forget = useForget();
  const form = useId();
  const known = workspace.connection;
  const [fields, setFields] = useState(() =>
    known === null ? { name: IMPORTED, host: 'hub', cluster: '', token: '' } : fieldsOf(known),
  );
  const [fault, setFault] = useState<{ at: string; code: ConnectFieldCode } | null>(null);
  const [trouble, setTrouble] = useState<unknown>(null);
  const [question, setQuestion] = useState<ConnectAnswer | null>(null);

  const take = async (answer: ConnectAnswer) => {
    await updateWorkspace(workspace.id, (before) => {
      const former = before.connection?.id;
      const isOther = former !== undefined && former !== answer.connection.id;
      return {
        ...before,
        connection: answer.connection,
        sameTenantAs: isOther ? [...new Set([...before.sameTenantAs, former])] : before.sameTenantAs,
        facts: { ...before.facts, connected: connectedFact(answer) },
      };
    });
    onDone(answer.connection);
  };
  const submit = async () => {
    setTrouble(null);
    const parsed = connectFields.safeParse(fields);
    const issue = parsed.success ? undefined : parsed.error.issues[0];
    setFault(
      issue === undefined ? null : { at: String(issue.path[0]), code: issue.message as ConnectFieldCode },
    );
    if (!parsed.success) return;
    try {
      const answer = await connect.mutateAsync(requestOf(parsed.data));
      setFields((before) => ({ ...before, token: '' }));
      const isKnown =
        known === null ||
        answer.connection.id === known.id ||
        workspace.sameTenantAs.includes(answer.connection.id);
      if (isKnown) await take(answer);
      else setQuestion(answer);
    } catch (error) {
      setTrouble(error);
    }
  };
  const refuse = () => {
    const wasHeld = session?.connections.some((each) => each.id === question?.connection.id) ?? false;
    if (question !== null && !wasHeld) forget.mutate(question.connection.id);
    setQuestion(null);
  };
  const errorAt = (at: string) => (fault?.at === at ? CONNECT_FIELD[fault.code] : undefined);

  if (question !== null)
    return (
      <SameTenant
        workspace={workspace}
        answer={question}
        onYes={() => void take(question).catch(setTrouble)}
        onNo={refuse}
        trouble={trouble}
      />
    );
  return (
    <Dialog
      title={known === null ? 'Connect this onboarding' : `Paste the token of ${known.name} again`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Not now</Button>
          <Button type="submit" form={form} look="primary" pending={connect.isPending}>
            {connect.isPending ? 'Checking' : 'Check and go on'}
          </Button>
        </>
      }
    >
      <form
        id={form}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <ReconnectFields
          known={known}
          hosts={session?.hosts}
          fields={fields}
          onFields={setFields}
          errorAt={errorAt}
        />
        {trouble === null ? null : <Trouble error={trouble} />}
      </form>
    </Dialog>
  );
}
