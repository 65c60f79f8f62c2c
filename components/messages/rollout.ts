import type { TableOutcome } from '@/components/rollout/compare';
import type { Tone } from '@/components/ui/tone';
import { counted } from './format';

export const OUTCOME: Record<
  TableOutcome,
  { readonly word: string; readonly tone: Tone; readonly text: string }
> = {
  created: { word: 'Created', tone: 'good', text: 'Named under successfulObjects.' },
  failed: { word: 'Failed', tone: 'bad', text: 'Named under failedObjects, without a reason.' },
  missing: { word: 'Missing', tone: 'warn', text: 'Expected, but the answer names it nowhere.' },
  unexpected: {
    word: 'Not expected',
    tone: 'neutral',
    text: 'Created, though the standard schema known here has no such table.',
  },
};

/** "10 tables and 10 tables for failed rows" */
export const pairSentence = (tables: number): string =>
  `${counted(tables, 'table')} and ${counted(tables, 'table')} for failed rows`;

export const SCHEMA_SAVED = {
  saved: 'Saved from here.',
  exists: 'It was saved before. Peak keeps each app and version once, so this is good news.',
  assumed: 'Taken as saved on the word of Peak’s staff.',
} as const;
