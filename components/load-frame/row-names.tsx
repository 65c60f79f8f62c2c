'use client';

import { createContext, use, type ReactNode } from 'react';
import { rowName } from '@/components/messages/sheets';
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
