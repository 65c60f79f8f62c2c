import type { ReactNode } from 'react';
import { OUTCOME } from '@/components/messages/rollout';
import { Badge } from '@/components/ui/badge';
import { cx } from '@/components/ui/cx';
import { Panel } from '@/components/ui/panel';
import { failedRowsTable } from '@/lib/peak/model';
import type { RolloutLine } from './compare';

/** The answer in two lists, held against what was expected. */
export function ResultPanel({
  title,
  note,
  lines,
  isLive,
}: {
  readonly title: string;
  readonly note: ReactNode;
  readonly lines: readonly RolloutLine[];
  /** Held against the live schema instead of an answer: there are no failures to name, only tables that are there. */
  readonly isLive: boolean;
}) {
  const good = lines.filter((line) => line.outcome === 'created' || line.outcome === 'unexpected');
  const bad = lines.filter((line) => line.outcome === 'failed' || line.outcome === 'missing');
  return (
    <Panel title={title} note={note}>
      <div className={cx('grid gap-x-6 gap-y-5', bad.length > 0 && 'md:grid-cols-2')}>
        <List
          title={isLive ? 'There' : 'Successful'}
          lines={good}
          isLive={isLive}
          isWide={bad.length === 0}
          empty="None."
        />
        <List
          title={isLive ? 'Not there' : 'Failed or missing'}
          lines={bad}
          isLive={isLive}
          empty={isLive ? 'None: every expected table is there.' : 'None, as it should be.'}
        />
      </div>
    </Panel>
  );
}

function List({
  title,
  lines,
  isLive,
  isWide = false,
  empty,
}: {
  readonly title: string;
  readonly lines: readonly RolloutLine[];
  readonly isLive: boolean;
  readonly isWide?: boolean;
  readonly empty: string;
}) {
  return (
    <section className="min-w-0">
      <h3 className="flex items-center gap-2 pb-2 text-sm font-semibold">
        {title} <Badge>{lines.length}</Badge>
      </h3>
      {lines.length === 0 ? <p className="border-t border-line py-2 text-sm text-ink-3">{empty}</p> : null}
      <ul className={cx('grid gap-x-6', isWide && 'md:grid-cols-2')}>
        {lines.map((line) => {
          const { word, tone, text } = OUTCOME[line.outcome];
          const isGood = line.outcome === 'created';
          return (
            <li key={line.table} className="flex items-start justify-between gap-3 border-t border-line py-2">
              <span className="min-w-0 text-sm">
                <span className="block font-mono text-[0.8125rem] font-semibold break-all">{line.table}</span>
                {isGood ? (
                  <span className="block font-mono text-[0.8125rem] break-all text-ink-3">
                    {failedRowsTable(line.table)}
                  </span>
                ) : isLive ? null : (
                  <span className="block break-words text-ink-2">{line.message ?? text}</span>
                )}
              </span>
              <Badge tone={tone}>{isLive && isGood ? 'There' : word}</Badge>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
