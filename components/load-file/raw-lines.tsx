import { Panel } from '@/components/ui/panel';
import type { FileHead } from '@/lib/files/model';
import { CutLine } from './cut-line';

const RAW_LINES = 12;

/** The first lines of a text file, before any cutting. */
export function RawLines({ head }: { readonly head: FileHead }) {
  return (
    <Panel title="As it stands in the file" note="The first lines, uncut." flush>
      <div
        role="region"
        aria-label="First lines of the file"
        tabIndex={0}
        className="max-h-56 overflow-auto py-2 font-mono text-xs leading-5"
      >
        {head.rawLines.slice(0, RAW_LINES).map((line, index) => (
          <div key={index} className="flex whitespace-pre">
            <span aria-hidden className="w-12 shrink-0 pr-3 text-right text-ink-3 select-none">
              {index + 1}
            </span>
            <span className="pr-4">
              <CutLine line={line} places={head.dialect.places} />
            </span>
          </div>
        ))}
      </div>
    </Panel>
  );
}
