import type { CheckedFile } from './check-file';
import { exportRows } from './export-rows';
import { exportWorkbook } from './export-workbook';
import type { OpenLoad } from './open-load';
import type { CallGive, CallTake } from './protocol';
import { readBack } from './read-back';

type Taken = CallTake<'export'>['what'];

/** Rows on their way to a spreadsheet and back. */
export function createTaking(
  checkedOf: (loadId: string) => { readonly load: OpenLoad; readonly file: CheckedFile },
) {
  return {
    async exportRows(
      loadId: string,
      what: Taken,
      words: Readonly<Record<string, string>> = {},
    ): Promise<CallGive<'export'>> {
      const { load, file } = checkedOf(loadId);
      const { signal } = load.closing;
      const stem = load.name.replace(/\.[^.]*$/, '');
      switch (what) {
        case 'findings':
        case 'held-rows':
          return { file: await exportRows(file, what, signal), name: `${stem}-${what}.csv` };
        case 'findings-xlsx':
          return { ...(await exportWorkbook(file, 'found', words, signal)), name: `${stem}-findings.xlsx` };
        case 'held-rows-xlsx':
          return { ...(await exportWorkbook(file, 'held', words, signal)), name: `${stem}-held-rows.xlsx` };
      }
    },

    async readBack({ loadId, file: blob }: CallTake<'readBack'>): Promise<CallGive<'readBack'>> {
      const { load, file } = checkedOf(loadId);
      return readBack(file, blob, load.closing.signal);
    },
  };
}
