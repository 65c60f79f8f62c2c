import type { Known } from './known';
import * as loading from './loading';
import { ITEM_IDS, SECTION_IDS } from './model';
import type { Checklist, ChecklistItem, ChecklistSection, ItemId, Place, SectionId } from './model';
import * as setup from './setup';
import type { Verdict } from './setup';

interface Rule {
  readonly section: SectionId;
  readonly place: Place;
  readonly judge: (known: Known) => Verdict;
  readonly byHand?: true;
  readonly optional?: true;
}

const ticked = (id: ItemId) => (known: Known) => setup.byHand(known, id);

/** One rule for each item of the vendor's page; what is judged by whom. */
const RULES: Readonly<Record<ItemId, Rule>> = {
  'guide-read': { section: 'before', place: 'connect', byHand: true, judge: ticked('guide-read') },
  'platform-access': { section: 'before', place: 'connect', byHand: true, judge: ticked('platform-access') },
  'token-generated': { section: 'before', place: 'connect', judge: setup.tokenProved },
  'solution-name': { section: 'solution', place: 'solution', judge: (k) => setup.detail(k, 'solutionName') },
  prefix: { section: 'solution', place: 'solution', judge: (k) => setup.detail(k, 'prefix', true) },
  suffix: { section: 'solution', place: 'solution', judge: (k) => setup.detail(k, 'suffix', true) },
  'target-schema': {
    section: 'solution',
    place: 'solution',
    judge: (k) => setup.detail(k, 'targetSchemaName'),
  },
  'app-and-version': { section: 'solution', place: 'solution', judge: setup.appAndVersion },
  'api-base-url': { section: 'solution', place: 'connect', judge: setup.hostUsed },
  'schema-saved': { section: 'rollout', place: 'rollout', judge: setup.schemaSaved },
  'rollout-sent': { section: 'rollout', place: 'rollout', judge: setup.rolloutSent },
  'rollout-complete': { section: 'rollout', place: 'rollout', judge: setup.rolloutComplete },
  'solution-listed': { section: 'rollout', place: 'rollout', optional: true, judge: setup.listed },
  'model-reviewed': { section: 'prepare', place: 'prepare', judge: setup.modelReviewed },
  'types-reviewed': { section: 'prepare', place: 'prepare', judge: setup.modelReviewed },
  'keys-identified': { section: 'prepare', place: 'prepare', judge: setup.keysIdentified },
  'required-present': { section: 'prepare', place: 'load', judge: loading.requiredPresent },
  'batches-cut': { section: 'prepare', place: 'load', judge: loading.batchesCut },
  'operation-chosen': { section: 'submit', place: 'load', judge: loading.operationChosen },
  'url-built': { section: 'submit', place: 'load', judge: loading.urlBuilt },
  'test-verified': { section: 'submit', place: 'load', judge: loading.testVerified },
  'codes-understood': { section: 'submit', place: 'load', byHand: true, judge: ticked('codes-understood') },
  'dataset-ingested': { section: 'submit', place: 'load', judge: loading.datasetIngested },
  'outcomes-confirmed': { section: 'monitor', place: 'monitor', judge: loading.outcomesConfirmed },
  'failed-reviewed': { section: 'monitor', place: 'monitor', judge: loading.failedReviewed },
  'custom-attributes': {
    section: 'optional',
    place: 'optional',
    optional: true,
    judge: (k) => {
      const fact = k.workspace?.facts.attributeAdded;
      if (fact === undefined) return setup.OPEN;
      return setup.verdict('done', 'attribute-added', { table: fact.table, column: fact.column }, fact.at);
    },
  },
  'scheduled-ingestion': {
    section: 'optional',
    place: 'optional',
    optional: true,
    judge: (k) => {
      const at = k.workspace?.facts.schedulingRequested?.at;
      return at === undefined ? setup.OPEN : setup.verdict('done', 'scheduling-requested', {}, at);
    },
  },
};

const isDone = (item: ChecklistItem): boolean => item.status === 'done';

/** The whole checklist, in the vendor's order, from what is known. Never throws; keeps nothing. */
export function derive(known: Known): Checklist {
  const items = ITEM_IDS.map((id): ChecklistItem => {
    const { section, place, judge, byHand = false, optional = false } = RULES[id];
    const found = judge(known);
    return {
      id,
      section,
      place,
      optional,
      status: found.status,
      evidence: found.evidence,
      byHand: found.byHand ?? byHand,
    };
  });
  const required = items.filter((item) => !item.optional);
  return {
    sections: SECTION_IDS.map((id) => sectionOf(id, items)),
    next: nextOf(required),
    done: required.filter(isDone).length,
    of: required.length,
  };
}

/** Optional items count only where there is nothing else to count. */
function sectionOf(id: SectionId, all: readonly ChecklistItem[]): ChecklistSection {
  const items = all.filter((item) => item.section === id);
  const required = items.filter((item) => !item.optional);
  const counted = required.length > 0 ? required : items;
  return { id, items, done: counted.filter(isDone).length, of: counted.length };
}

/**
 * The one obvious thing: without a session nothing else works, so that comes first; then work in the road's order; then
 * proofs to renew; boxes to tick come last, for they hold nobody up.
 */
function nextOf(required: readonly ChecklistItem[]): ChecklistItem | null {
  const open = required.filter((item) => !isDone(item));
  const isGone = (item: ChecklistItem) => item.evidence.some((each) => each.code === 'session-gone');
  return (
    open.find(isGone) ??
    open.find((item) => !item.byHand && item.status !== 'stale') ??
    open.find((item) => item.status === 'stale') ??
    open[0] ??
    null
  );
}
