'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { TextField } from '@/components/ui/text-field';

/** Cells come as text with tabs and line ends; as a file they go the road of any other. */
export const pastedFile = (text: string): File =>
  new File([text], 'Pasted cells.tsv', { type: 'text/tab-separated-values' });

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement);

/** Takes what is pasted anywhere on the screen but into a field, as long as it is mounted. */
function usePastedAnywhere(onFile: (file: File) => void) {
  const latest = useRef(onFile);
  useEffect(() => {
    latest.current = onFile;
  });
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      if (isTyping(event.target) || event.clipboardData === null) return;
      const text = event.clipboardData.getData('text/plain');
      // A file copied in a file manager is pasted as one.
      const file = event.clipboardData.files.item(0) ?? (text.trim() === '' ? null : pastedFile(text));
      if (file === null) return;
      event.preventDefault();
      latest.current(file);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, []);
}

/** Cells copied from a spreadsheet: Ctrl+V anywhere, or a box to paste them into. */
export function PasteCells({ onFile }: { readonly onFile: (file: File) => void }) {
  const [text, setText] = useState('');
  usePastedAnywhere(onFile);
  return (
    <Disclosure title="Or paste cells from a spreadsheet" level={2}>
      <div className="flex flex-col gap-3">
        <p className="text-sm text-ink-3">
          Copy the cells with their headings and press Ctrl+V (⌘V) anywhere on this screen, or paste them into
          the box. A paste has the rounding of what is on screen: for exact numbers use the file.
        </p>
        <TextField
          label="Cells copied from a spreadsheet"
          rows={6}
          mono
          isRequired
          value={text}
          onChange={setText}
          placeholder="Headings and rows, cells apart by tabs"
        />
        <Button
          className="self-start"
          isDisabled={text.trim() === ''}
          onPress={() => {
            setText('');
            onFile(pastedFile(text));
          }}
        >
          Read these cells
        </Button>
      </div>
    </Disclosure>
  );
}
