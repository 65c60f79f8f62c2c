'use client';

import { useRef } from 'react';

/** Enter and leaving the cell keep the text, Esc abandons it. */
export function CellInput({
  label,
  text,
  onCommit,
  onAbandon,
}: {
  readonly label: string;
  readonly text: string;
  readonly onCommit: (text: string) => void;
  readonly onAbandon: () => void;
}) {
  // Leaving by Enter or Esc takes the field away, and that is a blur too.
  const over = useRef(false);
  const finish = (work: () => void) => {
    if (over.current) return;
    over.current = true;
    work();
  };
  return (
    <input
      autoFocus
      aria-label={label}
      defaultValue={text}
      onFocus={(event) => event.currentTarget.select()}
      onKeyDown={(event) => {
        event.stopPropagation();
        const { value } = event.currentTarget;
        if (event.key === 'Enter') finish(() => (value === text ? onAbandon() : onCommit(value)));
        if (event.key === 'Escape') finish(onAbandon);
      }}
      onBlur={(event) => {
        const { value } = event.currentTarget;
        finish(() => (value === text ? onAbandon() : onCommit(value)));
      }}
      className="h-full w-full min-w-0 bg-surface px-1 outline-none"
    />
  );
}
