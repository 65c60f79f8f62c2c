/** Offered by the file chooser; what a file really is its content decides. */
export const ACCEPTED_FILES = [
  '.csv',
  '.tsv',
  '.txt',
  '.gz',
  '.xlsx',
  '.xlsm',
  'text/csv',
  'text/tab-separated-values',
  'text/plain',
] as const;
