import type { ReactNode } from 'react';
import { CopyButton } from '@/components/ui/copy-button';

/** A text ready to be sent to Peak's support. */
export function Ticket({ text, children }: { readonly text: string; readonly children?: ReactNode }) {
  return (
    <div className="flex flex-col gap-3">
      {children}
      <pre
        tabIndex={0}
        role="region"
        aria-label="Text for Peak’s support"
        className="max-h-72 overflow-auto rounded-lg bg-sunken p-3 font-mono text-xs whitespace-pre-wrap text-ink-2"
      >
        {text}
      </pre>
      <div>
        <CopyButton text={text} label="Copy the text" />
      </div>
    </div>
  );
}
