/**
 * The vendor's checklist, every item in its order (May 2026 page; docs/peak-api.md §9). An item is a question
 * about the onboarding; its answer is derived from facts each time, never stored.
 */
export const ITEM_IDS = [
  'guide-read',
  'platform-access',
  'token-generated',
  'solution-name',
  'prefix',
  'suffix',
  'target-schema',
  'app-and-version',
  'api-base-url',
  'schema-saved',
  'rollout-sent',
  'rollout-complete',
  'solution-listed',
  'model-reviewed',
  'types-reviewed',
  'keys-identified',
  'required-present',
  'batches-cut',
  'operation-chosen',
  'url-built',
  'test-verified',
  'codes-understood',
  'dataset-ingested',
  'outcomes-confirmed',
  'failed-reviewed',
  'custom-attributes',
  'scheduled-ingestion',
] as const;
export type ItemId = (typeof ITEM_IDS)[number];

export const SECTION_IDS = [
  'before',
  'solution',
  'rollout',
  'prepare',
  'submit',
  'monitor',
  'optional',
] as const;
export type SectionId = (typeof SECTION_IDS)[number];

/** Where an item is worked on; components/road turns it into an address. */
export type Place = 'connect' | 'solution' | 'rollout' | 'prepare' | 'load' | 'monitor' | 'optional';

/**
 * - open: nothing known · done: proved or ticked · stale: was proved, the proof is too old or its ground moved
 * - partly: some of it (3 of 10 tables) · failed: proof to the contrary (a table under failedObjects)
 */
export type ItemStatus = 'open' | 'partly' | 'done' | 'stale' | 'failed';

/** What proves it: a code with facts, worded in components/messages. */
export interface Evidence {
  readonly code: EvidenceCode;
  readonly at?: number;
  readonly params: Readonly<Record<string, string | number>>;
}

export const EVIDENCE_CODES = [
  'by-hand',
  'token-proved',
  'token-too-old',
  'session-gone',
  'value-given',
  'value-empty-on-purpose',
  'host-used',
  'schema-saved',
  'schema-existed',
  'schema-assumed',
  'rollout-sent',
  'rollout-recognised',
  'rollout-all',
  'rollout-some',
  'listed',
  'model-seen',
  'model-changed-since',
  'keys-known',
  'required-mapped',
  'batches-cut',
  'operation-chosen',
  'url-known',
  'dry-run-passed',
  'dry-run-rejected',
  'first-batch-accepted',
  'tables-loaded',
  'tables-in-doubt',
  'accounts-balance',
  'account-open',
  'outcomes-seen',
  'failed-rows-seen',
  'no-failed-rows',
  'attribute-added',
  'scheduling-requested',
] as const;
export type EvidenceCode = (typeof EVIDENCE_CODES)[number];

export interface ChecklistItem {
  readonly id: ItemId;
  readonly section: SectionId;
  readonly status: ItemStatus;
  readonly evidence: readonly Evidence[];
  /** Only a person can know: shown as a box to tick. */
  readonly byHand: boolean;
  readonly optional: boolean;
  readonly place: Place;
}

export interface ChecklistSection {
  readonly id: SectionId;
  readonly items: readonly ChecklistItem[];
  readonly done: number;
  readonly of: number;
}

export interface Checklist {
  readonly sections: readonly ChecklistSection[];
  /** The one obvious thing to do now; null when all that is not optional is done. */
  readonly next: ChecklistItem | null;
  readonly done: number;
  readonly of: number;
}
