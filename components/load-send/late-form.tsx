'use client';

import { useState } from 'react';
import type { Ground } from '@/components/load-frame/ground';
import { Button } from '@/components/ui/button';
import { DropArea } from '@/components/ui/drop-area';
import { TextField } from '@/components/ui/text-field';
import { failedRowsQuery } from '@/lib/submission/check-query';
import { SqlBox } from './sql-box';
import type { Late } from './use-late';

const wholeNumber = (text: string): number | undefined => {
  const plain = text.trim().replaceAll(',', '');
  return /^[1-9]\d{0,11}$/.test(plain) ? Number(plain) : undefined;
};

/** An export of the failed rows, or their number. */
export function LateForm({ ground, late }: { readonly ground: Ground; readonly late: Late }) {
  const { solution, table } = ground;
  const [text, setText] = useState('');
  const count = wholeNumber(text);
  const query = failedRowsQuery(solution.targetSchemaName, table.name);
  return (
    <div role="group" aria-label="Tell of rows that failed later" className="flex flex-col gap-4">
      <div className="flex flex-col gap-2">
        <p className="text-sm text-ink-2">
          Peak writes rows that failed into a table beside this one. Export it with all of its columns and
          drop the file here: each line is laid beside the rows this load sent. How its columns are called is
          not published; a failed row as JSON, or the table’s own columns, is what counts.
        </p>
        <SqlBox label="Query for the failed rows" text={query} />
      </div>
      <DropArea
        compact
        quiet
        label="Drop the export of failed rows"
        hint="Lines that name no row of this load for sure move nothing, and are told."
        accept={['.csv', '.tsv', '.txt', '.xlsx', '.gz']}
        onFile={(file) => void late.read(file)}
      />
      <form
        className="flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (count === undefined) return;
          void late.enter(count);
          setText('');
        }}
      >
        <TextField
          label="Or only their number, as the dashboard tells it"
          className="w-80 max-w-full"
          inputMode="numeric"
          value={text}
          onChange={setText}
          error={text === '' || count !== undefined ? undefined : 'A whole number of rows, 1 or more'}
        />
        <Button type="submit" pending={late.busy} isDisabled={count === undefined}>
          Count as failed later
        </Button>
      </form>
    </div>
  );
}
