import type { PreparedRow, PreparedRows } from '../intake/prepared';
import type { Clock } from '../base/clock';
import type { FailedRow } from '../gateway/contract';
import type { Transport, TransportAnswer } from './ports';

/** What may go wrong with one request. `lost-after` and `500-after` have stored the rows. */
export const FAULTS = [
  'lost-before',
  'lost-after',
  'unreachable',
  '429',
  '429-bare',
  '500-before',
  '500-after',
  '503',
  '503-after',
  '401',
  'rate-budget',
  'session-lost',
  'slow',
  'throws-after',
] as const;
export type Fault = (typeof FAULTS)[number];

interface WireRow {
  readonly ID: number;
  readonly V: string;
}

/** Row `V` values: `bad` rows are refused by index, `echo` rows by echo, `mute` rows by counter only. */
const refused = ({ V }: WireRow): boolean => V !== 'ok';

const answered = (peakStatus: number, more: object = {}): TransportAnswer => ({
  kind: 'answered',
  peakStatus,
  failed: [],
  raw: '{}',
  ...more,
});

/** A warehouse behind a line that fails as told. Keeps count of every row, so that a test can prove what landed. */
export class PretendPeak implements Transport {
  /** Times each row is in the table, by ID. */
  readonly table = new Map<number, number>();
  requests = 0;
  mostAtOnce = 0;
  /** When each request came, in ms. */
  readonly times: number[] = [];
  /** Rows of one request that it takes; more are too large (413). */
  mostRows = Infinity;
  #held: Promise<void> | undefined;
  #atOnce = 0;

  constructor(
    readonly clock: Clock,
    /** The fault of request number n (0-based), if any. */
    readonly fault: (n: number) => Fault | undefined = () => undefined,
    readonly answerMs = 20,
  ) {}

  /** Answers nobody until what it gives is called. */
  hold(): () => void {
    let release = (): void => undefined;
    this.#held = new Promise((resolve) => (release = resolve));
    return release;
  }

  async send(request: Parameters<Transport['send']>[0]): Promise<TransportAnswer> {
    const fault = this.fault(this.requests);
    this.requests += 1;
    this.times.push(this.clock.now());
    this.#atOnce += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#atOnce);
    await this.clock.wait(fault === 'slow' ? 5_000 : this.answerMs, request.signal);
    await this.#held;
    this.#atOnce -= 1;
    const rows = JSON.parse(new TextDecoder().decode(request.body)) as readonly WireRow[];
    if (rows.length > this.mostRows) return answered(413);
    switch (fault) {
      case 'lost-before':
        return { kind: 'no-answer', reason: 'timeout', maybeStored: true };
      case 'unreachable':
        return { kind: 'no-answer', reason: 'unreachable', maybeStored: false };
      case '429':
        return answered(429, { retryAfterMs: 1_000 });
      case '429-bare':
        return answered(429);
      case '500-before':
        return answered(500);
      case '503':
        return answered(503, { retryAfterMs: 2_000 });
      case '401':
        return answered(401);
      case 'rate-budget':
        return { kind: 'refused', code: 'rate-budget', retryAfterMs: 50 };
      case 'session-lost':
        return { kind: 'refused', code: 'connection-unknown' };
      case 'slow':
      case undefined:
        return this.#take(rows, request.operation, request.dryRun);
      case 'lost-after':
      case '500-after':
      case '503-after':
      case 'throws-after':
        this.#take(rows, request.operation, request.dryRun);
        if (fault === '500-after') return answered(500);
        if (fault === '503-after') return answered(503);
        if (fault === 'throws-after') throw new Error('a fault of the transport');
        return { kind: 'no-answer', reason: 'unreachable', maybeStored: true };
    }
  }

  #take(rows: readonly WireRow[], operation: 'UPSERT' | 'APPEND', dryRun: boolean): TransportAnswer {
    const errors = [{ code: 'DI_E_00001', message: 'V must be ok' }];
    const failed = rows.flatMap((row, index): FailedRow[] => {
      if (row.V === 'bad') return [{ index, errors }];
      return row.V === 'echo' ? [{ echo: { id: String(row.ID), v: row.V }, errors }] : [];
    });
    const good = rows.filter((row) => !refused(row));
    if (!dryRun) {
      for (const { ID } of good)
        this.table.set(ID, operation === 'UPSERT' ? 1 : (this.table.get(ID) ?? 0) + 1);
    }
    if (good.length === rows.length) return answered(200);
    if (good.length === 0) return answered(400, { failed, error: errors[0] });
    return answered(207, { failed, accepted: good.length });
  }
}

const HELD = { code: 'integer-malformed', column: 'V' } as const;

/** Prepared rows of a file whose data begins in row 2; `null` rows are held back. */
export function pretendRows(values: readonly (string | null)[], blockRows = 7): PreparedRows {
  const rows = values.map((value, at): PreparedRow => {
    const json = value === null ? null : JSON.stringify({ ID: at + 2, V: value });
    return { row: at + 2, state: value === null ? 'held' : 'ready', json };
  });
  return {
    header: ['ID', 'V'],
    async *walk({ firstRow = 0, lastRow = Infinity }, signal, onProgress) {
      for (let from = 0; from < rows.length; from += blockRows) {
        if (signal.aborted) return;
        const block = rows
          .slice(from, from + blockRows)
          .filter(({ row }) => row >= firstRow && row <= lastRow);
        onProgress?.(from, rows.length);
        if (block.length > 0) yield block;
      }
    },
    asTheyAre: async (asked) =>
      new Map(
        asked.map((row) => [row, { json: JSON.stringify({ ID: row, V: 'ok' }), ours: [HELD] }] as const),
      ),
    cells: async (asked) => new Map(asked.map((row) => [row, [String(row), values[row - 2] ?? '']] as const)),
  };
}
