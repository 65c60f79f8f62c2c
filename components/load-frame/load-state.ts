import type { Load } from '@/lib/workspace/model';
import type { Tone } from '@/components/ui/tone';
import type { LoadStep } from '@/components/road/addresses';
import { hasSent } from './load-change';
import { keysUndecided } from './said-of-copies';

export const LOAD_STATES = [
  'preparing',
  'planned',
  'waiting',
  'in-doubt',
  'unbalanced',
  'rejected-some',
  'held-some',
  'done',
] as const;
export type LoadState = (typeof LOAD_STATES)[number];

/** Where a load stands, from its own record. The worst that is true of it comes first. */
export function loadState(load: Load): LoadState {
  const { account } = load;
  if (account === null || !hasSent(load)) return load.plan === null ? 'preparing' : 'planned';
  if (account.inDoubt > 0) return 'in-doubt';
  if (account.waiting > 0) return 'waiting';
  if (!account.balances) return 'unbalanced';
  if (account.rejected + account.laterFailed > 0) return 'rejected-some';
  return account.held > saidElsewhere(load) ? 'held-some' : 'done';
}

/** Rows held back that were loaded in another load by the user's word; of another number of rows it says nothing. */
export const saidElsewhere = ({ account, heldElsewhere }: Load): number =>
  heldElsewhere !== undefined && heldElsewhere.rows === account?.held ? heldElsewhere.rows : 0;

export const LOAD_STATE_LOOK: Record<LoadState, { readonly tone: Tone; readonly label: string }> = {
  preparing: { tone: 'accent', label: 'In preparation' },
  planned: { tone: 'accent', label: 'Planned, nothing sent' },
  waiting: { tone: 'warn', label: 'Rows waiting' },
  'in-doubt': { tone: 'bad', label: 'In doubt' },
  unbalanced: { tone: 'bad', label: 'Account does not add up' },
  'rejected-some': { tone: 'warn', label: 'Done, some failed' },
  'held-some': { tone: 'warn', label: 'Done, some held back' },
  done: { tone: 'good', label: 'Done' },
};

/** The step at which going on makes sense. */
export function nextStep(load: Load): LoadStep {
  if (load.plan !== null) return 'send';
  return load.stage === 'send' && keysUndecided(load, load.summary) > 0 ? 'review' : load.stage;
}

const OVER: ReadonlySet<LoadState> = new Set(['done', 'rejected-some', 'held-some']);

export const isOver = (load: Load): boolean => OVER.has(loadState(load));
