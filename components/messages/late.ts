import type { HOST_KINDS } from '@/lib/gateway/contract';
import type { LateReading } from '@/lib/intake/protocol-late';
import { counted, formatWhen } from './format';

type HostKind = (typeof HOST_KINDS)[number];

/** The default schedule of the later pages, every 30 minutes in UTC (reference §8); a tenant may have another. */
const TICK_MS = 30 * 60_000;

/** When what Peak accepted is written, as far as anybody outside can know. `lastAcceptedAt`: ms since the epoch. */
export function flushWords(kind: HostKind, lastAcceptedAt: number | undefined, now: number): string {
  switch (kind) {
    case 'sandbox':
      return 'The sandbox writes rows as it accepts them, unless it was told to wait or to let some fail later.';
    case 'allowed':
      return 'When this host writes what it accepted is not known here: ask whoever runs it before you look.';
    case 'hub':
    case 'regional': {
      const usual =
        'Peak writes accepted rows within seconds, or, where the table’s ingestion is scheduled, at its next run: every half hour unless it was changed on request. Which of the two this table has cannot be read from outside.';
      if (lastAcceptedAt === undefined) return usual;
      const tick = Math.ceil(lastAcceptedAt / TICK_MS) * TICK_MS;
      const [accepted, run] = [formatWhen(lastAcceptedAt, now), formatWhen(tick, now)];
      return `${usual} The last rows were accepted at ${accepted}; on the usual schedule they are written at ${run}.`;
    }
  }
}

const KINDS: Record<
  Exclude<keyof LateReading, 'lines' | 'moved' | 'entered'>,
  readonly [one: string, many: string]
> = {
  known: ['names a row that is counted as failed already', 'name rows that are counted as failed already'],
  older: [
    'looks like a row of this load, but failed before that was sent',
    'look like rows of this load, but failed before those were sent',
  ],
  otherValues: [
    'has the key of a row of this load with other values, so it is another row',
    'have the keys of rows of this load with other values, so they are other rows',
  ],
  inDoubt: [
    'names a row of a batch in doubt: Peak did get that batch, so say so above',
    'name rows of batches in doubt: Peak did get those, so say so above',
  ],
  unclear: [
    'names a row of a batch of which Peak refused some without naming them; it may be one of those',
    'name rows of batches of which Peak refused some without naming them; they may be those',
  ],
  strange: ['fits no row that this load sent', 'fit no row that this load sent'],
  unreadable: ['holds no row, or one without its whole key', 'hold no row, or one without its whole key'],
  beyond: [
    'was not read: one file is read up to 200,000 lines',
    'were not read: one file is read up to 200,000 lines',
  ],
};

/** How many of the rows that are named now a number had told of before; nothing where none were. */
export const enteredLines = ({ entered }: LateReading): string[] =>
  entered === 0
    ? []
    : [
        `${counted(entered, 'row that it names was', 'rows that it names were')} counted already, entered as a number.`,
      ];

/** What became of the lines that moved nothing, one sentence for each kind there is. */
export function leftLines(reading: LateReading): string[] {
  return (Object.keys(KINDS) as (keyof typeof KINDS)[])
    .filter((kind) => reading[kind] > 0)
    .map((kind) => `${counted(reading[kind], 'line')} ${KINDS[kind][reading[kind] === 1 ? 0 : 1]}.`);
}
