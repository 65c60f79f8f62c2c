'use client';

import { Search } from 'lucide-react';
import { memo, useState } from 'react';
import { useDesk, useDeskPart } from '@/components/intake/intake-provider';
import { headingOf } from '@/components/messages/files';
import { counted } from '@/components/messages/format';
import { Button } from '@/components/ui/button';
import { Progress } from '@/components/ui/progress';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import type { RowsView } from './rows-view';
import { useRowsPart } from './use-rows-part';

const ANY = 'any';

/** Text anywhere in the file, or in one of its columns; the worker reads the whole file and can be stopped. */
export const RowsSearch = memo(function RowsSearch({
  loadId,
  header,
  isChecked,
  view,
}: {
  readonly loadId: string;
  readonly header: readonly string[];
  readonly isChecked: boolean;
  readonly view: RowsView;
}) {
  const desk = useDesk();
  const isFound = useRowsPart(view, ({ filter }) => filter.kind === 'found');
  const looking = useDeskPart(loadId, (state) => state.looking);
  const [text, setText] = useState('');
  const [where, setWhere] = useState(ANY);
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState('');
  const search = async () => {
    setBusy(true);
    setTold('');
    try {
      const position = where === ANY ? null : Number(where);
      const { found } = await desk.call('search', { loadId, text, position });
      setTold(found === 0 ? `No row holds “${text}”.` : `${counted(found, 'row')} with “${text}”`);
      if (found > 0) view.show({ kind: 'found' });
    } catch {
      setTold('The search was stopped.');
    } finally {
      setBusy(false);
    }
  };
  const stop = () => void desk.call('search', { loadId, text: '', position: null }).catch(() => undefined);
  const clear = () => {
    setText('');
    setTold('');
    view.show({ kind: 'all' });
    stop();
  };
  return (
    <form
      role="search"
      aria-label="Search the file"
      className="flex flex-wrap items-end gap-x-4 gap-y-3 border-b border-line px-5 py-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (text !== '' && isChecked && !busy) void search();
      }}
    >
      <TextField label="Search for" className="w-64 max-w-full" value={text} onChange={setText} />
      <Select
        label="In"
        className="w-56 max-w-full"
        value={where}
        options={[
          { value: ANY, text: 'Any column' },
          ...header.map((_, position) => ({ value: String(position), text: headingOf(header, position) })),
        ]}
        onChange={setWhere}
      />
      {busy ? (
        <Button onPress={stop}>Stop searching</Button>
      ) : (
        <Button type="submit" isDisabled={text === '' || !isChecked}>
          <Search aria-hidden />
          Search
        </Button>
      )}
      {isFound ? <Button onPress={clear}>Show all rows again</Button> : null}
      <span role="status" className="pb-2 text-sm text-ink-2">
        {told}
      </span>
      {busy && looking?.what === 'search' ? (
        <Progress
          className="w-full"
          label="Searching the whole file"
          value={looking.bytes}
          max={looking.totalBytes}
          text={counted(looking.rows, 'row')}
        />
      ) : null}
    </form>
  );
});
