import { isErrorCode } from './codes';
import type { RowFaults } from './compiled-table';

/** What is found in one row, kept in place from row to row. */
export function collectFaults() {
  const faults: RowFaults = { columns: [], codes: [], texts: [], nows: [], hasError: false, bare: 0 };
  return {
    faults,
    /** `text`: the file's or the user's; `now`: what the rules made of it. */
    fault: (column: number, code: number, text: string, now = text): null => {
      faults.columns.push(column);
      faults.codes.push(code);
      faults.texts.push(text);
      faults.nows.push(now);
      if (isErrorCode(code)) faults.hasError = true;
      return null;
    },
    forgetFaults: (): void => {
      // Setting a length costs a call into the engine even when nothing changes.
      if (faults.codes.length > 0)
        faults.columns.length = faults.codes.length = faults.texts.length = faults.nows.length = 0;
      faults.hasError = false;
      faults.bare = 0;
    },
  };
}
