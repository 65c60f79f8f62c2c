import { z } from 'zod';
import { account, rehearsal } from '../submission/model';
import { receiptLate, receiptPart } from '../submission/receipt';
import { REJECTION_KINDS } from '../submission/rejection-kind';

const load = { loadId: z.string() };
const blob = z.custom<Blob>((value) => typeof Blob !== 'undefined' && value instanceof Blob);
/** Texts of single cells by row number and place in the file, as repaired by hand. */
const cellTexts = z.array(z.object({ row: z.number().int(), position: z.number().int(), text: z.string() }));
/** Texts of cells by the table column they are of. */
const writtenCells = z.array(z.object({ row: z.number().int(), column: z.string(), text: z.string() }));

/** Calls about what comes before and after sending: rehearsal, failed rows, receipt. */
export const afterwardsCalls = <Rules extends z.ZodType>(rules: Rules) => ({
  /** Rows that failed and are not on their way again, with the user's own cells. */
  rejectedRows: {
    take: z.object({ ...load, from: z.number().int().min(0), count: z.number().int().min(1).max(200) }),
    give: z.object({
      total: z.number().int(),
      rows: z.array(
        z.object({
          row: z.number().int(),
          cells: z.array(z.string()),
          errors: z.array(
            z.object({ code: z.string(), category: z.string().optional(), message: z.string() }),
          ),
        }),
      ),
    }),
  },
  /** What is kept of a load: its account, its own plan and those of its attempts, batch by batch, without a row. */
  receipt: {
    take: z.object(load),
    give: z.object({ account, late: z.array(receiptLate), parts: z.array(receiptPart) }),
  },
  /** Dry-runs the whole file, held rows as they are. Answers at its end; news come as `rehearsing`. */
  rehearse: {
    take: z.object({
      ...load,
      rules,
      connectionId: z.string(),
      solutionName: z.string(),
      rowsPerBatch: z.number().int().min(1).max(2000),
      maxBodyBytes: z.number().int(),
    }),
    give: rehearsal,
  },
  stopRehearsal: { take: z.object(load), give: z.null() },
  /** The failed rows for a person, with Peak's words and what they mean (`words`, by kind of refusal). */
  exportFailed: {
    take: z.object({
      ...load,
      format: z.enum(['csv', 'xlsx']),
      words: z.record(z.enum(REJECTION_KINDS), z.string()),
      /** Where the table's columns take their cells from, so that a workbook's note stands on the one Peak names. */
      places: z.array(z.object({ column: z.string(), position: z.number().int() })),
      edits: cellTexts,
      name: z.string(),
    }),
    give: z.object({
      file: blob,
      name: z.string(),
      rows: z.number().int(),
      sheets: z.number().int(),
      /** Cells too long for a spreadsheet. */
      cutCells: z.number().int(),
    }),
  },
  /** The failed rows as the file of an attempt that is repaired in the app: exact cells and the rows' numbers. */
  failedFile: {
    take: z.object({ ...load, edits: cellTexts, name: z.string() }),
    give: z.object({ file: blob, name: z.string(), rows: z.number().int(), total: z.number().int() }),
  },
  /** Holds an attempt's file against the failed rows of the load it belongs to. */
  matchRepaired: {
    take: z.object({
      ...load,
      of: z.string(),
      edits: cellTexts,
      /** File columns of that load in which quotes around nothing are a value, which no spreadsheet keeps. */
      quoted: z.array(z.number().int()),
      /** Cells written there that no file column feeds: they are in no file. */
      written: writtenCells,
    }),
    give: z.object({
      /** Rows that stand for one failed row each. */
      rows: z.number().int(),
      /** Rows of the attempt's file that must not be sent. */
      skip: z.array(
        z.object({ row: z.number().int(), reason: z.enum(['no-number', 'twice', 'not-failed']) }),
      ),
      /** Cells that only differ by the guard against formulas, with the text they had. */
      restored: cellTexts,
      /** Empty cells that are quotes around nothing in that load's own file. */
      emptyTexts: z.array(z.object({ row: z.number().int(), position: z.number().int() })),
      /** What was written there, at the rows that stand for those in the attempt's file. */
      written: writtenCells,
    }),
  },
});
