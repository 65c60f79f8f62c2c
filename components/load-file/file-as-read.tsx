'use client';

import { useRef, useState } from 'react';
import { AfterFrames } from '@/components/ui/after-frames';
import type { Dialect, FileHead } from '@/lib/files/model';
import { DialectPanel } from './dialect-panel';
import { asksForEncoding } from './encoding-lines';
import { Preview } from './preview';
import { RawLines } from './raw-lines';

const isText = ({ dialect }: FileHead): boolean => dialect.workbook === undefined;

/** Something about the reading is open, or worth a look. */
const isAsked = ({ dialect, evidence, notes, totals = [] }: FileHead): boolean =>
  asksForEncoding(dialect, evidence) || notes.length > 0 || totals.length > 0;

/**
 * The first rows as they are read, as they stand, and how that was decided. Where nothing is open the rows come first,
 * for most people need no more; where something is, the question does. They do not change places while one is answered.
 */
export function FileAsRead({
  head,
  dialect,
  readOnly,
  busy,
  onChange,
}: {
  readonly head: FileHead;
  readonly dialect: Dialect;
  readonly readOnly: boolean;
  readonly busy: boolean;
  readonly onChange: (change: Partial<Dialect>) => void;
}) {
  const [asked] = useState(() => isAsked(head));
  const place = useRef<HTMLDivElement>(null);
  const showPanel = () => {
    place.current?.scrollIntoView({ block: 'nearest' });
    place.current?.focus({ preventScroll: true });
  };
  const panel = (
    <AfterFrames count={7}>
      <div ref={place} tabIndex={-1} className="scroll-mt-16 rounded-card outline-offset-4">
        <DialectPanel dialect={dialect} head={head} readOnly={readOnly} busy={busy} onChange={onChange} />
      </div>
    </AfterFrames>
  );
  const lines = isText(head) ? (
    <AfterFrames count={4}>
      <RawLines head={head} />
    </AfterFrames>
  ) : null;
  const rows = (
    <AfterFrames count={1}>
      <Preview
        head={head}
        onHow={asked ? undefined : showPanel}
        onHeader={readOnly ? undefined : (headerRow) => onChange({ headerRow })}
      />
    </AfterFrames>
  );
  return asked ? (
    <>
      {panel}
      {lines}
      {rows}
    </>
  ) : (
    <>
      {rows}
      {panel}
      {lines}
    </>
  );
}
