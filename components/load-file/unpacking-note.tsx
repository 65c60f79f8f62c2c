'use client';

import { useDeskPart } from '@/components/intake/intake-provider';
import { Progress } from '@/components/ui/progress';

/** A compressed file on its way to being text; the first rows are there before it ends. */
export function UnpackingNote({ loadId }: { readonly loadId: string }) {
  const unpacking = useDeskPart(loadId, (state) => state.unpacking);
  if (unpacking === null) return null;
  const share = unpacking.total === 0 ? 0 : Math.floor((unpacking.done / unpacking.total) * 100);
  return (
    <Progress
      label="Unpacking the file"
      value={unpacking.done}
      max={unpacking.total}
      text={`${share} %, the first rows are below already`}
    />
  );
}
