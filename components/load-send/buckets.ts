import type { Share } from '@/components/ui/share-bar';
import type { Account } from '@/lib/submission/model';

export interface Bucket extends Share {
  readonly meaning: string;
}

const laterFailed = (account: Account): Bucket => ({
  label: 'Accepted, later failed',
  value: account.laterFailed,
  tone: 'bad',
  meaning: 'accepted at first, but Peak could not write them',
});

/** The buckets of design.md §7 in the order of the road; each row of the file is in exactly one. */
export const bucketsOf = (account: Account): readonly Bucket[] => [
  {
    label: 'Accepted',
    value: account.accepted,
    tone: 'good',
    meaning: 'Peak took them into its queue; writing follows',
  },
  ...(account.laterFailed === 0 ? [] : [laterFailed(account)]),
  { label: 'Rejected', value: account.rejected, tone: 'bad', meaning: 'Peak refused them, with a reason' },
  {
    label: 'In doubt',
    value: account.inDoubt,
    tone: 'bad',
    open: true,
    meaning: 'sent, but no answer says what became of them',
  },
  { label: 'Waiting', value: account.waiting, tone: 'accent', open: true, meaning: 'planned, not sent yet' },
  { label: 'Held back', value: account.held, tone: 'warn', meaning: 'with errors, or held by you; not sent' },
  {
    label: 'Superseded',
    value: account.superseded,
    tone: 'neutral',
    meaning: 'another row of the same key went instead',
  },
  {
    label: 'Skipped',
    value: account.skipped,
    tone: 'neutral',
    open: true,
    meaning: 'left out by you',
  },
];
