'use client';

import { Trouble } from '@/components/messages/trouble';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { Connection } from '@/lib/gateway/contract';

export function ForgetDialog({
  connection,
  pending,
  error,
  onForget,
  onClose,
}: {
  readonly connection: Connection | null;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onForget: (connectionId: string) => void;
  readonly onClose: () => void;
}) {
  return (
    <Dialog
      title={`Forget the token of ${connection?.name ?? ''}?`}
      isOpen={connection !== null}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Keep it</Button>
          <Button
            look="danger"
            pending={pending}
            onPress={() => (connection === null ? undefined : onForget(connection.id))}
          >
            Forget the token
          </Button>
        </>
      }
    >
      <p>
        This server drops the token at once. Onboardings, files and repairs on this computer stay, and go on
        once a token for the same tenant is pasted. At Peak nothing changes: to revoke the token itself, use
        Access Tokens on platform.peak.ai.
      </p>
      {error === null || error === undefined ? null : <Trouble error={error} />}
    </Dialog>
  );
}
