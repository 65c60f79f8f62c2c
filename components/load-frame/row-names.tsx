'use client';

import { createContext, use, type ReactNode } from 'react';
import { rowName, rowParts } from '@/components/messages/sheets';
import { rowOfName } from './row-of-name';
import type { Load } from '@/lib/workspace/model';

const Sections = createContext<NonNullable<Load['source']>['sections']>(undefined);

/** Around the screens of a load, so that every row they name is named as in the user's own workbook. */
export function RowNames({ load, children }: { readonly load: Load; readonly children: ReactNode }) {
  return <Sections value={load.source?.sections}>{children}</Sections>;
}

export function useRowName(): (row: number) => string {
  const sections = use(Sections);
  return (row) => rowName(row, sections);
}

export function useRowParts(): (row: number) => ReturnType<typeof rowParts> {
  const sections = use(Sections);
  return (row) => rowParts(row, sections);
}

/** The way back from a name: “12”, or “February 12” where sheets were joined, which `example` then shows. */
export function useRowOf(): {
  readonly rowOf: (text: string, near: number | undefined) => number | null;
  readonly example: string;
} {
  const sections = use(Sections) ?? [];
  const last = sections.length < 2 ? undefined : sections.at(-1);
  return {
    rowOf: (text, near) => rowOfName(text, sections, near),
    example: last === undefined ? '' : `${last.sheet} ${last.sheetRow}`,
  };
}
