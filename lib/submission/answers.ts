import type { Batch, BatchEntry, Imbalance, Plan } from './model';

/** What the answers say, in rows, and how the batches stand. */
export interface Answers {
  waiting: number;
  accepted: number;
  rejected: number;
  inDoubt: number;
  settled: number;
  doubtful: number;
  split: number;
  splitRows: number;
  /** Batches whose answers do not add up to their rows. */
  broken: number;
}

/** Batches under way count as waiting: their rows are not known to be anywhere yet. */
export function addTo(answers: Answers, batch: Batch, entry: BatchEntry | undefined, sign: 1 | -1): void {
  switch (entry?.state) {
    case undefined:
    case 'planned':
    case 'sending':
      answers.waiting += sign * batch.rows;
      break;
    // Its rows are those of its parts.
    case 'split':
      answers.split += sign;
      answers.splitRows += sign * batch.rows;
      break;
    case 'in-doubt':
      answers.inDoubt += sign * batch.rows;
      answers.doubtful += sign;
      break;
    case 'accepted':
    case 'partly':
    case 'rejected': {
      const rejected = entry.rejected.length + entry.unnamed;
      answers.accepted += sign * entry.accepted;
      answers.rejected += sign * rejected;
      answers.settled += sign;
      if (entry.accepted + rejected !== batch.rows) answers.broken += sign;
      break;
    }
  }
  if (entry && entry.rows !== batch.rows) answers.broken += sign;
}

export function imbalanceOf(plan: Plan, batchRows: number, answers: Answers): Imbalance | undefined {
  const { checked, counts } = plan;
  if (checked.rows !== counts.read) return 'reader-and-plan-rows';
  const sameBuckets =
    checked.ready === counts.planned &&
    checked.held === counts.held &&
    checked.skipped === counts.skipped &&
    checked.superseded === counts.superseded;
  if (!sameBuckets) return 'reader-and-plan-buckets';
  if (counts.read !== counts.skipped + counts.held + counts.superseded + counts.planned)
    return 'plan-buckets';
  if (batchRows !== counts.planned) return 'plan-and-batches';
  const answered = answers.waiting + answers.accepted + answers.rejected + answers.inDoubt;
  if (answers.broken > 0 || answered !== counts.planned) return 'batches-and-answers';
  return undefined;
}
