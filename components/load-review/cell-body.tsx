import { ArrowRight, CircleAlert, PencilLine, TriangleAlert } from 'lucide-react';
import type { GridCell } from './grid-columns';

/** The file's text, and what is sent instead where that differs; marks that do not lean on colour alone. */
export function CellBody({ cell }: { readonly cell: GridCell }) {
  return (
    <>
      {cell.severity === 'error' ? (
        <CircleAlert role="img" aria-label="error" className="mr-1 size-3 shrink-0 text-bad" />
      ) : cell.severity === 'warning' ? (
        <TriangleAlert role="img" aria-label="warning" className="mr-1 size-3 shrink-0 text-warn" />
      ) : null}
      {cell.edited ? (
        <PencilLine role="img" aria-label="edited" className="mr-1 size-3 shrink-0 text-accent" />
      ) : null}
      <span className={cell.sent === null ? 'truncate whitespace-pre' : 'min-w-8 truncate whitespace-pre'}>
        {cell.text}
      </span>
      {cell.sent === null ? null : (
        <>
          <ArrowRight role="img" aria-label="is sent as" className="mx-1 size-3 shrink-0 text-ink-3" />
          <span className="min-w-8 flex-1 truncate text-accent">{cell.sent}</span>
        </>
      )}
    </>
  );
}
