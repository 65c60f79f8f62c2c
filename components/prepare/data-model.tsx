'use client';

import { Download } from 'lucide-react';
import { useMemo, useState } from 'react';
import { counted } from '@/components/messages/format';
import { Button } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import type { TableSpec } from '@/lib/peak/model';
import { relativesOf } from './relations';
import { RelationsGraph } from './relations-graph';
import { TableDetails, saveCsv } from './table-details';
import { TableList } from './table-list';
import { fieldGuide, headerTemplate } from './templates';

/** Browsers drop downloads that are started in the same breath. In milliseconds. */
const DOWNLOAD_GAP_MS = 200;

/** A solution's tables: how they relate, and each one close up. */
export function DataModel({
  name,
  tables,
}: {
  readonly name: string;
  readonly tables: readonly TableSpec[];
}) {
  const [chosen, setChosen] = useState<string | null>(null);
  const relatives = useMemo(() => relativesOf(tables), [tables]);
  const table = tables.find((each) => each.name === chosen) ?? tables[0];
  if (table === undefined) return null;
  const required = tables.filter((each) => each.requiredBySolution === true).length;
  const optional = tables.filter((each) => each.requiredBySolution === false).length;
  const saveAll = () =>
    tables.forEach((each, index) => setTimeout(() => saveCsv(headerTemplate(each)), index * DOWNLOAD_GAP_MS));
  return (
    <>
      <Panel
        title="How the tables relate"
        note={
          required + optional === 0
            ? 'Left: what others refer to. Right: what refers to them. Press a table for its columns.'
            : `Left: what others refer to. Dashed: the solution works without rows in it (${optional} of ${tables.length}).`
        }
        actions={
          <div className="flex flex-wrap gap-2">
            <Button size="sm" onPress={saveAll}>
              <Download aria-hidden />
              All {counted(tables.length, 'template')}
            </Button>
            <Button size="sm" onPress={() => saveCsv(fieldGuide(name, tables))}>
              <Download aria-hidden />
              Field guide of all
            </Button>
          </div>
        }
      >
        <RelationsGraph tables={tables} selected={table.name} onSelect={setChosen} />
      </Panel>
      <div className="grid items-start gap-6 lg:grid-cols-[16rem_minmax(0,1fr)]">
        <TableList tables={tables} selected={table.name} onSelect={setChosen} />
        <TableDetails
          table={table}
          relatives={relatives.get(table.name) ?? { parents: [], children: [] }}
          shortName={(full) => tables.find((each) => each.name === full)?.objectName ?? full}
          onSelect={setChosen}
        />
      </div>
    </>
  );
}
