import type { ItemId, ItemStatus, SectionId } from '@/lib/checklist/model';

export const SECTION_TITLE: Record<SectionId, string> = {
  before: 'Before you begin',
  solution: 'Solution details',
  rollout: 'Rollout',
  prepare: 'Prepare the data',
  submit: 'Submit the data',
  monitor: 'Monitor',
  optional: 'Optional',
};

export const ITEM_TITLE: Record<ItemId, string> = {
  'guide-read': 'Getting-started guide read',
  'platform-access': 'Access to the Peak platform confirmed',
  'token-generated': 'Personal access token generated',
  'solution-name': 'Solution name',
  prefix: 'Prefix of the table names',
  suffix: 'Suffix of the table names',
  'target-schema': 'Target schema name',
  'app-and-version': 'App name and version of the standard schema',
  'api-base-url': 'API base URL (region)',
  'schema-saved': 'Standard schema saved',
  'rollout-sent': 'Rollout request sent',
  'rollout-complete': 'Every table rolled out, none failed',
  'solution-listed': 'Solution listed for the tenant',
  'model-reviewed': 'Data model reviewed',
  'types-reviewed': 'Data types reviewed',
  'keys-identified': 'Primary key of each table identified',
  'required-present': 'Required columns present',
  'batches-cut': 'Data cut into batches',
  'operation-chosen': 'Operation type chosen',
  'url-built': 'Request URL built',
  'test-verified': 'Test request with a small sample verified',
  'codes-understood': 'Error codes understood, 207 included',
  'dataset-ingested': 'Full data set ingested',
  'outcomes-confirmed': 'Outcomes confirmed',
  'failed-reviewed': 'Failed rows reviewed',
  'custom-attributes': 'Custom attributes added',
  'scheduled-ingestion': 'Scheduled ingestion requested',
};

/** For items that only a person can know, or that need a word on what is meant. */
export const ITEM_HINT: Partial<Record<ItemId, string>> = {
  'guide-read': 'Peak’s “Getting started” page for Data Ingestion API v2. Tick it once you have read it.',
  'platform-access': 'You can sign in at platform.peak.ai and see your tenant.',
  'token-generated': 'platform.peak.ai → avatar, lower left → Access Tokens → Generate token.',
  'codes-understood':
    '207 means that part of a batch was refused: each refused row comes back with a code, the rest is queued. A 200 means queued, not yet written.',
  'failed-reviewed':
    'Tick it once you have looked at every failed row, here and in the Data Quality Dashboard.',
};

export const STATUS_WORD: Record<ItemStatus, string> = {
  open: 'to do',
  partly: 'partly done',
  done: 'done',
  stale: 'check again',
  failed: 'needs attention',
};
