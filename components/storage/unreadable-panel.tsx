'use client';

import { Download } from 'lucide-react';
import { useUnreadable } from '@/components/queries/workspace';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { saveFile } from './save-file';

/** Records that this version cannot read are neither used nor dropped; the user can take them along. */
export function UnreadablePanel() {
  const records = useUnreadable().data ?? [];
  if (records.length === 0) return null;
  const save = () =>
    saveFile(
      new Blob([JSON.stringify(records, null, 2)], { type: 'application/json' }),
      'onramp-unreadable-records.json',
    );
  return (
    <Callout
      tone="warn"
      title={
        records.length === 1
          ? 'One record here cannot be read by this version'
          : `${records.length} records here cannot be read by this version`
      }
      actions={
        <Button size="sm" onPress={save}>
          <Download aria-hidden />
          Save them to a file
        </Button>
      }
    >
      They were left as they are and show up again as soon as a version can read them. Most often another tab
      runs a newer version: reload this one.
      <ul className="mt-2 font-mono text-xs break-words">
        {records.slice(0, 5).map((record) => (
          <li key={`${record.kind}-${record.id}`}>
            {record.kind} {record.id}: {record.issues[0]}
          </li>
        ))}
      </ul>
    </Callout>
  );
}
