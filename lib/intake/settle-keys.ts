import type { RowSet } from '../validation/growing';
import { NO_GROUPS, replaceGroups, type KeyGroups } from '../validation/key-groups';
import { takeRests, withRests } from '../validation/key-rests';
import { KeySettler } from '../validation/key-settler';
import type { RowInput } from '../validation/compiled-table';
import { placeOf, rowAt, type CheckedFile } from './check-file';
import { eachRow } from './each-row';
import { readRowsAt } from './row-index';

type Unsettled = Pick<CheckedFile, 'source' | 'dialect' | 'index' | 'head' | 'table' | 'ledger'>;

/** About what reaching one row costs, in bytes; where reaching all of them costs more than the file, it is read once. */
const BYTES_A_ROW = 256 * 1024;
const AT_ONCE = 500;

/** After a pass over the file: which rows share a key. */
export async function settleKeys(file: Unsettled, signal: AbortSignal): Promise<void> {
  const { ledger } = file;
  ledger.groups = await settled(file, ledger.keys.candidates(), signal);
}

/** After changes of some rows (by place): the same, looking only at the keys that these rows left or took. */
export async function settleChanges(
  file: Unsettled,
  changed: ReadonlySet<number>,
  signal: AbortSignal,
): Promise<void> {
  const { ledger } = file;
  const { hashes, candidates } = ledger.keys.changes();
  if (hashes.isEmpty) return;
  const before = ledger.groups;
  const rests = takeRests(before, hashes, changed, candidates);
  const read = await settled(file, candidates, signal);
  ledger.groups = replaceGroups(before, hashes, withRests(before, rests, read));
}

/** Reads the candidates once more, because only their texts tell. */
async function settled(file: Unsettled, candidates: RowSet, signal: AbortSignal): Promise<KeyGroups> {
  if (candidates.size < 2) return NO_GROUPS;
  const { head, ledger, source, table } = file;
  const settler = new KeySettler(ledger);
  const take = (input: RowInput) => {
    table.check(input);
    settler.add(ledger.candidate(placeOf(input.row, head), table));
  };
  try {
    if (candidates.size * BYTES_A_ROW > source.size && candidates.size > AT_ONCE / 10) {
      await eachRow(
        file,
        signal,
        (input) => {
          if (candidates.has(placeOf(input.row, head))) take(input);
        },
        undefined,
        () => settler.relieve(),
      );
    } else {
      for (let from = 0; from < candidates.size; from += AT_ONCE) {
        const rows = candidates.page(from, AT_ONCE).map((place) => rowAt(place, head));
        for (const input of (await readRowsAt(file, rows)).values()) take(input);
        await settler.relieve();
      }
    }
    return settler.finish();
  } finally {
    settler.close();
  }
}
