'use client';

import { useDeskPart } from '@/components/intake/intake-provider';
import { unreadSheets } from '@/components/messages/sheets';
import type { Load } from '@/lib/workspace/model';

/** Sheets of the workbook that no row of this load comes from: on the file screen the list of sheets says so. */
export function UnreadSheets({ load }: { readonly load: Load }) {
  const sheets = useDeskPart(load.id, ({ head }) => head?.sheets);
  const read = load.source?.dialect.workbook?.sheets;
  const said = sheets === undefined || read === undefined ? null : unreadSheets(sheets, read);
  return said === null ? null : <p className="text-sm text-ink-2">{said}</p>;
}
