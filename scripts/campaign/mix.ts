import { Dice } from './dice';
import { JUMPS, PEAK_FAULTS, peakFault, storyOf } from './story';
import type { PeakFault, Story } from './story';

/** What can go wrong elsewhere than between our server and Peak. */
const OTHERS = [
  'line-before',
  'line-after',
  'line-half',
  'server',
  'tab',
  'thread',
  'second-tab',
  'clock',
  'journal',
] as const;
export const FAULT_NAMES = [...PEAK_FAULTS, ...OTHERS] as const;
type FaultName = (typeof FAULT_NAMES)[number];

/** Which faults a campaign is made of, and how often one strikes where it can: 0 to 1, at every request or change. */
export interface Mix {
  readonly faults: readonly FaultName[];
  readonly share: number;
}

/** Reads `lost-after,429,clock`; throws a sentence for a name that is none. */
export function faultNames(text: string): readonly FaultName[] {
  return text.split(',').map((name) => {
    const found = FAULT_NAMES.find((one) => one === name.trim());
    if (found === undefined) throw new Error(`${name} is no fault; there are: ${FAULT_NAMES.join(', ')}`);
    return found;
  });
}

const LINES = { 'line-before': 'cut-before', 'line-after': 'cut-after', 'line-half': 'half' } as const;

/** What nobody can do to a real browser. */
const OUT_OF_REACH: readonly FaultName[] = ['clock', 'journal'];

/** The same for a campaign in a browser, where a thread is a tab and a line is cut by a network that is off. */
export function browserFaultNames(text: string): readonly FaultName[] {
  const names = faultNames(text);
  const beyond = names.filter((name) => OUT_OF_REACH.includes(name));
  if (beyond.length > 0) throw new Error(`${beyond.join(' and ')} cannot be done to a real browser`);
  return names;
}

/**
 * A seed's load under another mix of faults: those named and no others. Faults of Peak strike among the first twice as
 * many requests as there are batches, so that even "every answer is lost" comes to an end. `batchSize`: rows in a batch,
 * where there is no choice.
 */
export function storyUnder(seed: number, mix: Mix, batchSize?: number): Story {
  const story = storyOf(seed, batchSize);
  const dice = new Dice(seed ^ 0xfa017);
  const batches = Math.ceil(story.values.length / story.rowsPerBatch);
  const has = (name: FaultName): boolean => mix.faults.includes(name);
  /** Numbers from 1 on that are struck. */
  const struck = (among: number): readonly number[] =>
    Array.from({ length: among }, (_, at) => at + 1).filter(() => dice.isUnder(mix.share));
  const [peak, ...more] = mix.faults.filter((name): name is PeakFault =>
    PEAK_FAULTS.some((one) => one === name),
  );
  const [line, ...lines] = mix.faults.flatMap((name) =>
    name === 'line-before' || name === 'line-after' || name === 'line-half' ? [LINES[name]] : [],
  );
  return {
    ...story,
    peakFaults:
      peak === undefined
        ? []
        : struck(2 * batches).map((nth) => peakFault(dice, dice.oneOf([peak, ...more]), nth, 1)),
    // The first requests of a tab ask who else is loading and are no rows.
    lineFaults: new Map(
      line === undefined ? [] : struck(2 * batches).map((at) => [at + 1, dice.oneOf([line, ...lines])]),
    ),
    serverDeaths: has('server') ? struck(batches).map((at) => at + 1) : [],
    deaths: has('tab') || has('thread') ? struck(12).map(() => dice.whole(1, 2 * batches)) : [],
    threads: has('thread'),
    clockJumps: new Map(has('clock') ? struck(4 * batches).map((at) => [at, dice.oneOf(JUMPS)]) : []),
    journalFailures: new Set(has('journal') ? struck(2 * batches) : []),
    secondTab: has('second-tab') ? dice.whole(1, batches) : undefined,
  };
}
