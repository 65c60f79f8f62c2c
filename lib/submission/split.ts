import type { Batch } from './model';
import type { PayloadSource } from './ports';
import type { Sha256 } from './sha256';

type Payload = Awaited<ReturnType<PayloadSource['payload']>>;

const COMMA = 0x2c;

/** Whether two bodies, put together as one array, are the whole byte for byte. */
function makeWhole(whole: Uint8Array, first: Uint8Array, second: Uint8Array): boolean {
  if (first.length + second.length - 1 !== whole.length) return false;
  const joint = first.length - 1;
  if (whole[joint] !== COMMA) return false;
  for (let at = 0; at < joint; at += 1) if (whole[at] !== first[at]) return false;
  for (let at = 1; at < second.length; at += 1) if (whole[joint + at] !== second[at]) return false;
  return true;
}

/**
 * Two batches in the place of one that was too large (413): together they hold exactly its bytes, so the account stays
 * provable. `nextIndex`: the first index no batch of the load has. Undefined when the rows cannot be made again, or it
 * is a single row. Rejects as the source of payloads does.
 */
export async function cutInTwo(
  batch: Batch,
  whole: Payload,
  nextIndex: number,
  payloads: PayloadSource,
  sha256: Sha256,
): Promise<readonly [Batch, Batch] | undefined> {
  const middle = whole.rows.length >> 1;
  const lastOfFirst = whole.rows[middle - 1];
  const firstOfSecond = whole.rows[middle];
  if (lastOfFirst === undefined || firstOfSecond === undefined) return undefined;
  const part = async (span: Pick<Batch, 'index' | 'firstRow' | 'lastRow'>) => {
    const made = { ...batch, ...span, of: batch.index };
    const { body, rows } = await payloads.payload(made);
    return { body, batch: { ...made, rows: rows.length, bytes: body.length, hash: await sha256(body) } };
  };
  const first = await part({ index: nextIndex, firstRow: batch.firstRow, lastRow: lastOfFirst });
  const second = await part({ index: nextIndex + 1, firstRow: firstOfSecond, lastRow: batch.lastRow });
  return makeWhole(whole.body, first.body, second.body) ? [first.batch, second.batch] : undefined;
}
