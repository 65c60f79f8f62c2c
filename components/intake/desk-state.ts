import type { FileHead } from '@/lib/files/model';
import type { IntakeEvent, IntakeTrouble } from '@/lib/intake/protocol';
import { intakeTrouble } from '@/lib/intake/protocol';
import type { SendProgress } from '@/lib/submission/model';
import type { CheckSummary } from '@/lib/validation/model';

export interface Reading {
  readonly rows: number;
  readonly bytes: number;
  readonly totalBytes: number;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly errors: number;
}

/** The copying of a file to private storage; `kept` and `fingerprint` are there when it is done. */
export type Keeping = Omit<Extract<IntakeEvent, { event: 'keeping' }>, 'event' | 'loadId'>;

/** The unpacking of a compressed file, in bytes of some kind; null when there is none under way. */
export interface Unpacking {
  readonly done: number;
  readonly total: number;
}

/** What this tab knows of one load's file right now. Nothing of it is stored; the Load record is. */
export interface DeskState {
  readonly head: FileHead | null;
  readonly opening: boolean;
  readonly openTrouble: IntakeTrouble | null;
  readonly keeping: Keeping | null;
  readonly unpacking: Unpacking | null;
  readonly checking: Reading | null;
  readonly checkTrouble: IntakeTrouble | null;
  readonly checked: { readonly key: string; readonly summary: CheckSummary } | null;
  /** How far a preview, a list of values or a search has come; stale as soon as its call has answered. */
  readonly looking: Extract<IntakeEvent, { event: 'looking' }> | null;
  readonly planning: Reading | null;
  /** Rows rehearsed by a dry run of the whole file. */
  readonly rehearsing: number;
  readonly sending: SendProgress | null;
  /** News of another tab that sends the load. */
  readonly watched: SendProgress | null;
  /** Grows whenever rows may read differently than before, so that windows are fetched anew. */
  readonly version: number;
}

export const BLANK: DeskState = {
  head: null,
  opening: false,
  openTrouble: null,
  keeping: null,
  unpacking: null,
  checking: null,
  checkTrouble: null,
  checked: null,
  looking: null,
  planning: null,
  rehearsing: 0,
  sending: null,
  watched: null,
  version: 0,
};

export const readingFrom = (startedAt: number): Reading => ({
  rows: 0,
  bytes: 0,
  totalBytes: 0,
  errors: 0,
  startedAt,
});

/** The state after one event. Progress of work that is not under way any more (an older run) changes nothing. */
export function heard(state: DeskState, event: IntakeEvent, runId: number | undefined): DeskState {
  switch (event.event) {
    case 'ready':
      return state;
    case 'keeping': {
      const { loadId: _load, event: _name, ...keeping } = event;
      return { ...state, keeping };
    }
    case 'unpacking': {
      if (event.refusal !== undefined) {
        return { ...state, unpacking: null, openTrouble: { kind: 'refusal', code: event.refusal } };
      }
      const { done, total, ended } = event;
      return { ...state, unpacking: ended === undefined ? { done, total } : null };
    }
    case 'checking': {
      if (state.checking === null || runId !== event.runId) return state;
      const { rows, bytes, totalBytes, errors } = event;
      return { ...state, checking: { ...state.checking, rows, bytes, totalBytes, errors } };
    }
    case 'looking':
      return { ...state, looking: event };
    case 'planning': {
      if (state.planning === null) return state;
      const { rows, bytes, totalBytes } = event;
      return { ...state, planning: { ...state.planning, rows, bytes, totalBytes } };
    }
    case 'rehearsing':
      return { ...state, rehearsing: event.rows };
    case 'sending':
      return { ...state, sending: event.progress };
    case 'watched':
      return { ...state, watched: event.progress };
  }
}

const INTERNAL: IntakeTrouble = { kind: 'trouble', code: 'internal' };

/** The trouble inside whatever a call was rejected with; our own bugs become `internal` with their words. */
export function troubleOf(error: unknown): IntakeTrouble {
  if (typeof error === 'object' && error !== null && 'trouble' in error) {
    const known = intakeTrouble.safeParse(error.trouble);
    if (known.success) return known.data;
  }
  return error instanceof Error ? { ...INTERNAL, detail: error.message } : INTERNAL;
}
