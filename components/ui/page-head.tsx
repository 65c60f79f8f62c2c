'use client';

import { useEffect, useRef, type ReactNode } from 'react';

/** The heading of a step. Focus comes here when the step opens, so that a screen reader knows where it is. */
export function PageHead({
  title,
  lead,
  eyebrow,
  actions,
}: {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly eyebrow?: ReactNode;
  readonly actions?: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Peak Onramp`;
    heading.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="max-w-2xl min-w-0">
        {eyebrow === undefined ? null : <p className="mb-1 text-sm font-medium text-ink-3">{eyebrow}</p>}
        <h1 ref={heading} tabIndex={-1} className="text-2xl font-semibold tracking-tight text-balance">
          {title}
        </h1>
        {lead === undefined ? null : <p className="mt-1.5 text-pretty text-ink-2">{lead}</p>}
      </div>
      {actions === undefined ? null : <div className="flex flex-wrap gap-2">{actions}</div>}
    </header>
  );
}
