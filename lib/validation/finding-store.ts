import { codeAt, isErrorCode, severityOf } from './codes';
import { RowSet } from './growing';
import { FINDING_CODES, type Finding } from './model';
import { detached, type Sample } from './tally';

const CODES = FINDING_CODES.length;
export const EXAMPLES = 5;
/** Findings of one code in one column: which rows, and the first few in full. */
export interface StoredGroup {
  readonly code: number;
  /** Column position in the table; -1 for the row as a whole. */
  readonly column: number;
  readonly rows: RowSet;
  readonly examples: Finding[];
  /** One was taken back, so that others may be the first by now. */
  gaps: boolean;
}

interface Found {
  readonly row: number;
  readonly text: string;
  /** What repairs made of it. */
  readonly now?: string;
}

function shown(code: number, column: string | null, { row, text, now = text }: Found): Finding {
  const name = codeAt(code);
  const made = now === text ? {} : { now: detached(now) };
  return { code: name, severity: severityOf(name), row, column, value: detached(text), ...made };
}

/**
 * All findings of a file as bits per code and column: an eighth of a byte per row and group, so a million findings
 * cost what their groups cost. Rows are 0-based places among the data rows.
 */
export class FindingStore {
  private readonly groups: (StoredGroup | undefined)[] = [];
  errors = 0;
  warnings = 0;

  add(
    at: number,
    row: number,
    column: number,
    code: number,
    text: string,
    now: string,
    columnName: string | null,
  ): void {
    const group = (this.groups[(column + 1) * CODES + code] ??= {
      code,
      column,
      rows: new RowSet(),
      examples: [],
      gaps: false,
    });
    if (!group.rows.add(at)) return;
    if (isErrorCode(code)) this.errors += 1;
    else this.warnings += 1;
    const { examples } = group;
    if (examples.length >= EXAMPLES && row > (examples.at(-1)?.row ?? 0)) return;
    examples.push(shown(code, columnName, { row, text, now }));
    examples.sort((a, b) => a.row - b.row).splice(EXAMPLES);
  }

  remove(at: number, row: number, column: number, code: number): void {
    const group = this.groups[(column + 1) * CODES + code];
    if (group === undefined || !group.rows.has(at)) return;
    group.rows.delete(at);
    if (isErrorCode(code)) this.errors -= 1;
    else this.warnings -= 1;
    const example = group.examples.findIndex((finding) => finding.row === row);
    if (example < 0) return;
    group.examples.splice(example, 1);
    group.gaps = true;
  }

  /** Puts these rows in the place of a group's, with the first of them; of findings that only a whole column tells. */
  put(column: number, code: number, rows: RowSet, first: readonly Sample[], name: string): void {
    const at = (column + 1) * CODES + code;
    if (rows.size === 0 && this.groups[at] === undefined) return;
    const group = { code, column, rows, examples: [], gaps: false };
    this.groups[at] = group;
    this.show(
      group,
      first.map(({ row, value }) => ({ row, text: value })),
      name,
    );
  }

  group(column: number, code: number): StoredGroup | undefined {
    return this.groups[(column + 1) * CODES + code];
  }

  /** Groups whose examples are perhaps not their first findings any more; places of the rows to show instead. */
  wanting(): { readonly group: StoredGroup; readonly places: readonly number[] }[] {
    return this.all()
      .filter(({ gaps }) => gaps)
      .map((group) => ({ group, places: group.rows.page(0, EXAMPLES) }));
  }

  /** Puts these in the place of a group's examples. */
  show(group: StoredGroup, found: readonly Found[], column: string | null) {
    group.examples.splice(0, group.examples.length, ...found.map((one) => shown(group.code, column, one)));
    group.gaps = false;
  }

  /** Groups that hold at least one finding. */
  all(): StoredGroup[] {
    return this.groups.filter((group) => group !== undefined && group.rows.size > 0) as StoredGroup[];
  }

  /** Groups that name this row. */
  of(at: number): StoredGroup[] {
    return this.all().filter((group) => group.rows.has(at));
  }
}
