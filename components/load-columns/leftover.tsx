import { headingOf } from '@/components/messages/files';
import { counted } from '@/components/messages/format';
import { Panel } from '@/components/ui/panel';
import type { FileHead } from '@/lib/files/model';
import type { Mapping } from '@/lib/mapping/model';
import type { TableSpec } from '@/lib/peak/model';
import { indexRepairs, placesRead } from '@/lib/repair/index-repairs';
import type { Repair } from '@/lib/repair/model';
import { timesOfDay } from '@/components/messages/mapping';
import { samplesOf } from './choices';
import { timesBeside } from './times-beside';

/** What the file has and the table does not get. */
export function Leftover({
  table,
  head,
  mapping,
  repairs,
}: {
  readonly table: TableSpec;
  readonly head: FileHead;
  readonly mapping: Mapping;
  readonly repairs: readonly Repair[];
}) {
  const used = new Set([
    ...mapping.flatMap(({ source }) => (source.kind === 'file' ? [source.position] : [])),
    ...placesRead(indexRepairs(repairs)),
  ]);
  const left = head.header.flatMap((_, position) => (used.has(position) ? [] : [position]));
  if (left.length === 0) return null;
  const times = timesBeside(table, mapping, head);
  return (
    <Panel
      title="Will not be sent"
      note={`${counted(left.length, 'file column')} that no table column takes`}
    >
      <ul className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
        {left.map((position) => (
          <li key={position} className="min-w-0 text-sm">
            <span className="block truncate font-medium">{headingOf(head.header, position)}</span>
            <span className="block truncate font-mono text-xs text-ink-3">
              {samplesOf(head.rows, position).join(' · ') || 'empty near the top'}
            </span>
            {times.has(position) ? (
              <span className="block text-ink-2">{timesOfDay(times.get(position) ?? '')}</span>
            ) : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
