'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Trouble } from '@/components/messages/trouble';
import { ReconnectDialog } from '@/components/shell/reconnect-dialog';
import { Button } from '@/components/ui/button';
import { hasName } from '@/lib/base/errors';
import type { GatewayCode } from '@/lib/gateway/contract';
import type { GatewayFailure } from '@/lib/gateway/failure';
import type { Workspace } from '@/lib/workspace/model';

/** Refusals that a fresh token heals. */
const TOKEN_CODES: ReadonlySet<GatewayCode> = new Set<GatewayCode>([
  'connection-unknown',
  'connection-required',
  'token-refused',
  'token-forbidden',
]);

/** As `Trouble`, and offers to paste the token again, in place, where that is what is missing. */
export function WorkspaceTrouble({
  workspace,
  error,
  onRetry,
  className,
}: {
  readonly workspace: Workspace;
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly className?: string;
}) {
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const needsToken = hasName(error, 'GatewayFailure') && TOKEN_CODES.has((error as GatewayFailure).code);
  return (
    <>
      <Trouble
        error={error}
        onRetry={onRetry}
        {...(className === undefined ? {} : { className })}
        {...(needsToken
          ? {
              actions: (
                <Button size="sm" look="primary" onPress={() => setOpen(true)}>
                  Paste a token
                </Button>
              ),
            }
          : {})}
      />
      <ReconnectDialog
        workspace={workspace}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        onDone={(connection) => {
          setOpen(false);
          void client.invalidateQueries({
            predicate: ({ queryKey }) => queryKey[0] !== 'session' && queryKey.includes(connection.id),
          });
          onRetry();
        }}
      />
    </>
  );
}
