import type { FileNote } from '@/lib/files/model';
import { counted } from './format';

/** Sentences about what a sheet of a workbook holds besides plain rows of values. */
export const SHEET_NOTES = {
  'sheet-rows-above': (params: FileNote['params']) =>
    `Sheet ${params.sheet ?? ''}: what stands above its headings (${counted(Number(params.count), 'row')}, row ${params.row ?? '?'} first) is narrower than they are, was taken for titles and is not sent. If it is data, move the headings to the top in Excel, or load the sheet for itself.`,
  'sheet-headings-within': (params: FileNote['params']) =>
    `Sheet ${params.sheet ?? ''}: its headings stand in row ${params.row ?? '?'}, below ${counted(Number(params.count), 'row')} of which some are as full as they are. Those rows are read as data; only the headings are left out. Skip in Review what is a title.`,
};
