'use client';

import { useState } from 'react';
import { counted } from '@/components/messages/format';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import type { Dialect } from '@/lib/files/model';
import type { Load } from '@/lib/workspace/model';
import { formerReading } from './chosen-so-far';

/** The button that was pressed is gone, so what it led to is read next. */
const takeFocus = (element: HTMLElement | null) => element?.focus();

/** Repairs of rows that are numbered otherwise now: they are not lost, and this is how they come back. */
export function SetAsideNote({
  load,
  busy,
  onBack,
}: {
  readonly load: Load;
  readonly busy: boolean;
  /** Undefined where the reading cannot be changed any more. */
  readonly onBack: ((dialect: Partial<Dialect>) => void) | undefined;
}) {
  const [pressed, setPressed] = useState<Load['setAside']>();
  const asides = load.setAside ?? [];
  const last = asides.at(-1);
  if (pressed !== undefined && last !== undefined && load.setAside !== pressed) setPressed(undefined);
  const count = asides.reduce((sum, { repairs }) => sum + repairs.length, 0);
  if (last === undefined)
    return pressed === undefined ? null : (
      <p ref={takeFocus} tabIndex={-1} className="w-fit rounded text-sm font-medium text-good">
        Read as before: the repairs that were set aside are back.
      </p>
    );
  return (
    <Callout
      live
      tone="warn"
      title={`${counted(count, 'repair')} of single rows set aside`}
      actions={
        onBack === undefined ? null : (
          <Button
            size="sm"
            pending={busy}
            onPress={() => {
              setPressed(load.setAside);
              onBack(formerReading(last.dialect));
            }}
          >
            Read it as before
          </Button>
        )
      }
    >
      Read this way, the file has other rows under the same numbers. With the former quotes, line ends,
      separator or sheets they are back.
    </Callout>
  );
}
