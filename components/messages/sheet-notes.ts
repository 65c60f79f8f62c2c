import type { FileNote } from '@/lib/files/model';
import { counted } from './format';

/** Sentences about what a sheet of a workbook holds besides plain rows of values. */
export const SHEET_NOTES = {
  'sheet-rows-above': (params: FileNote['params']) =>
    `Sheet ${params.sheet ?? ''}: what stands above its headings (${counted(Number(params.count), 'row')}, row ${params.row ?? '?'} first) is narrower than they are, was taken for titles and is not sent. If it is data, move the headings to the top in Excel, or load the sheet for itself.`,
  'sheet-headings-within': (params: FileNote['params']) =>
    `Sheet ${params.sheet ?? ''}: its headings stand in row ${params.row ?? '?'}, below ${counted(Number(params.count), 'row')} of which some are as full as they are. Those rows are read as data; only the headings are left out. Skip in Review what is a title.`,
  'sheet-formats-conditional': (params: FileNote['params']) =>
    `Sheet ${params.sheet ?? ''}: ${counted(Number(params.count), 'rule')} of conditional formatting${params.range === '' || params.range === undefined ? '' : `, ${params.range} first,`} with a number format of ${params.count === 1 ? 'its' : 'their'} own: Excel may show a date, zeros, a currency or a word where a plain number or text is stored. What is stored is read, by the format of the cell alone.`,
  'sheet-texts-raised': (params: FileNote['params']) =>
    `Sheet ${params.sheet ?? ''}: ${counted(Number(params.count), 'cell')}, ${params.cell ?? '?'} first, with a part set above or below the line, as a footnote is. Where it would make another number (250 with a footnote ¹ is 2501) Review asks; elsewhere it is read like the rest. Remove it in Excel where it is no part of the value.`,
  'sheet-texts-struck': (params: FileNote['params']) =>
    `Sheet ${params.sheet ?? ''}: ${counted(Number(params.count), 'cell')}, ${params.cell ?? '?'} first, struck through in whole or in part. Where a struck part would make another number (19 before 15 is 1915) Review asks; elsewhere what is struck is read like the rest. Delete in Excel what no longer holds.`,
};
