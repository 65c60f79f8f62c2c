import type { Load } from '@/lib/workspace/model';
import { sampleLoad } from '@/lib/workspace/sample-load';

type Part = Partial<NonNullable<Load['account']>>;
/** For tests: a load with this account. */
export const load = (table: string, part: Part | null): Load =>
  sampleLoad({
    id: table,
    table,
    stage: 'send',
    account:
      part === null
        ? null
        : {
            loadId: table,
            read: 0,
            skipped: 0,
            held: 0,
            superseded: 0,
            waiting: 0,
            accepted: 0,
            rejected: 0,
            inDoubt: 0,
            laterFailed: 0,
            batches: { planned: 0, settled: 0, inDoubt: 0 },
            balances: true,
            complete: false,
            errors: [],
            attempts: [],
            ...part,
          },
  });
