'use client';

import type { ReactNode } from 'react';
import { hostName } from '@/components/messages/connect';
import { HostBadge } from '@/components/shell/host-badge';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { Connection } from '@/lib/gateway/contract';
import type { AttributeFields } from './attribute-fields';

export function AttributeConfirm({
  fields,
  connection,
  pending,
  trouble,
  onYes,
  onClose,
}: {
  readonly fields: AttributeFields;
  readonly connection: Connection;
  readonly pending: boolean;
  readonly trouble: ReactNode;
  readonly onYes: () => void;
  readonly onClose: () => void;
}) {
  return (
    <Dialog
      urgent
      title={`Add ${fields.columnName} to ${fields.table}?`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Not now</Button>
          <Button look="primary" pending={pending} onPress={onYes}>
            Add the column
          </Button>
        </>
      }
    >
      <p className="flex flex-wrap items-center gap-2">
        <HostBadge kind={connection.hostKind} />
        <span className="font-mono text-sm break-all text-ink">{hostName(connection.host)}</span>
      </p>
      <p>
        A {fields.presence} column of type {fields.dataType}
        {fields.presence === 'required' && fields.nonNull ? ' that refuses null' : ''}
        {fields.presence === 'optional' && fields.defaultValue !== ''
          ? `, by default “${fields.defaultValue}”`
          : ''}
        . It cannot be taken back from here.
      </p>
      {trouble}
    </Dialog>
  );
}
