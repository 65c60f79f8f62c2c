import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { fileNote } from '@/components/messages/files';
import { counted } from '@/components/messages/format';
import type { Dialect, FileHead } from '@/lib/files/model';
import { CutLine } from './cut-line';

const LINES = 6;

/** Lines that seem to have their columns at fixed places, with the cuts drawn, and the way to take them. */
export function PlacesNote({
  head,
  readOnly,
  onChange,
}: {
  readonly head: FileHead;
  readonly readOnly: boolean;
  readonly onChange: (change: Pick<Dialect, 'places'>) => void;
}) {
  const { places } = head;
  if (places === undefined) return null;
  const lines = head.rawLines.filter((line) => line.trim() !== '').slice(0, LINES);
  return (
    <Callout
      tone="warn"
      title="Columns seem to stand at fixed places"
      live
      actions={
        readOnly ? null : (
          <Button size="sm" onPress={() => onChange({ places })}>
            Cut into {counted(places.length + 1, 'column')}
          </Button>
        )
      }
    >
      {head.notes.map((note) =>
        note.code === 'columns-by-place' ? (
          <p key={note.code} className="mb-3">
            {fileNote(note)}
          </p>
        ) : null,
      )}
      <div
        role="region"
        aria-label="First lines with the cuts offered"
        tabIndex={0}
        className="overflow-auto rounded-lg border border-line bg-surface py-1 font-mono text-xs leading-5"
      >
        {lines.map((line, index) => (
          <div key={index} className="px-3 whitespace-pre">
            <CutLine line={line} places={places} />
          </div>
        ))}
      </div>
    </Callout>
  );
}
