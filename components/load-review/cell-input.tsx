'use client';

import { useEffect, useEffectEvent, useRef } from 'react';

/** Enter and leaving the cell keep the text, also where its row is scrolled out of view; Esc abandons it. */
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
  const keep = (value: string) => finish(() => (value === text ? onAbandon() : onCommit(value)));
  const field = useRef<HTMLInputElement>(null);
  const onGone = useEffectEvent(keep);
  useEffect(() => {
    const input = field.current;
    return () => {
      // No blur is told of a field that is taken away. In development effects are run twice, and the field stays then.
      if (input?.isConnected === false) onGone(input.value);
    };
  }, []);
  return (
    <input
      ref={field}
      autoFocus
      aria-label={label}
      defaultValue={text}
      onFocus={(event) => event.currentTarget.select()}
      onKeyDown={(event) => {
        event.stopPropagation();
        const { value } = event.currentTarget;
        if (event.key === 'Enter') keep(value);
        if (event.key === 'Escape') finish(onAbandon);
      }}
      onBlur={(event) => keep(event.currentTarget.value)}
      className="h-full w-full min-w-0 bg-surface px-1 outline-none"
    />
  );
}
