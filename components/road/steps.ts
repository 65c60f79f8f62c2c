import type { Checklist, ItemStatus, Place, SectionId } from '@/lib/checklist/model';

export interface Step {
  readonly place: Place;
  readonly title: string;
  /** The section of the vendor's page whose required items decide the step's mark. */
  readonly section: SectionId;
}

/** The road, in its order. */
export const STEPS: readonly Step[] = [
  { place: 'connect', title: 'Connect', section: 'before' },
  { place: 'solution', title: 'Solution', section: 'solution' },
  { place: 'rollout', title: 'Rollout', section: 'rollout' },
  { place: 'prepare', title: 'Prepare', section: 'prepare' },
  { place: 'load', title: 'Load tables', section: 'submit' },
  { place: 'monitor', title: 'Monitor', section: 'monitor' },
  { place: 'optional', title: 'Optional', section: 'optional' },
];

/** A step's mark: the worst of its items first; boxes to tick hold no step back. */
export function stepStatus(checklist: Checklist, step: Step): ItemStatus {
  const all = checklist.sections.find((section) => section.id === step.section)?.items ?? [];
  const required = all.filter((item) => !item.optional && !item.byHand);
  const own = required.filter((item) => item.place === step.place);
  const items = own.length > 0 ? own : required.length > 0 ? required : all;
  if (items.some((item) => item.status === 'failed')) return 'failed';
  if (items.some((item) => item.status === 'stale')) return 'stale';
  if (items.every((item) => item.status === 'done')) return 'done';
  return items.some((item) => item.status !== 'open') ? 'partly' : 'open';
}
