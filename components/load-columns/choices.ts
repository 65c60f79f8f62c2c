import { headingOf } from '@/components/messages/files';
import { NOT_FROM_FILE } from '@/components/messages/mapping';
import type { Option } from '@/components/ui/select';
import type { FileHead } from '@/lib/files/model';
import type { ColumnSource, Mapping } from '@/lib/mapping/model';
import type { ColumnSpec } from '@/lib/peak/model';

const SAMPLES = 3;
const SAMPLE_CHARACTERS = 24;

/** The first few different values of a file column, cut to fit beside a choice. */
export function samplesOf(rows: FileHead['rows'], position: number): string[] {
  const values = rows.map(({ cells }) => (cells[position] ?? '').trim()).filter((text) => text !== '');
  return [...new Set(values)]
    .slice(0, SAMPLES)
    .map((text) => (text.length > SAMPLE_CHARACTERS ? `${text.slice(0, SAMPLE_CHARACTERS)}…` : text));
}

const FILE = 'file:';

/** The value of a choice for what a mapping holds; null where nothing valid is chosen. */
export function choiceOf(source: ColumnSource, column: ColumnSpec, isKey: boolean): string | null {
  if (source.kind === 'file') return `${FILE}${source.position}`;
  if (source.kind === 'null') return column.nullable && !isKey ? 'null' : null;
  return column.required || isKey ? null : 'omit';
}

/** What a person's choice means for the mapping: chosen by hand, so no longer a guess. */
export function sourceOf(choice: string): ColumnSource {
  if (choice === 'null') return { kind: 'null', by: 'user' };
  if (!choice.startsWith(FILE)) return { kind: 'omit', by: 'user' };
  return { kind: 'file', position: Number(choice.slice(FILE.length)), by: 'user' };
}

/** What a table column can take its cells from, free file columns first. */
export function choicesFor(column: ColumnSpec, isKey: boolean, head: FileHead, mapping: Mapping): Option[] {
  const users = new Map<number, string>();
  for (const { column: name, source } of mapping)
    if (source.kind === 'file' && name !== column.name) users.set(source.position, name);
  const fromFile = head.header.map((_, position) => {
    const user = users.get(position);
    const samples = samplesOf(head.rows, position).join(' · ');
    return {
      value: `${FILE}${position}`,
      text: headingOf(head.header, position),
      note: user === undefined ? samples : `used for ${user}`,
      used: user !== undefined,
    };
  });
  const instead: Option[] = [];
  if (column.nullable && !isKey) instead.push({ value: 'null', ...NOT_FROM_FILE.null });
  if (!column.required && !isKey) instead.push({ value: 'omit', ...NOT_FROM_FILE.omit });
  const plain = ({ value, text, note }: Option): Option => ({ value, text, note });
  return [
    ...fromFile.filter(({ used }) => !used).map(plain),
    ...instead,
    ...fromFile.filter(({ used }) => used).map(plain),
  ];
}
