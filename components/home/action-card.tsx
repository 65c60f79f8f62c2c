import type { ReactNode } from 'react';
import type { ActionWords } from '@/components/messages/next-action';

/** One thing to do: what, why, and the button. */
export function ActionCard({
  eyebrow,
  words,
  button,
}: {
  readonly eyebrow: string;
  readonly words: Pick<ActionWords, 'title' | 'why'>;
  readonly button: ReactNode;
}) {
  return (
    <section
      aria-label={`${eyebrow}: ${words.title}`}
      className="flex flex-wrap items-center justify-between gap-x-8 gap-y-4 rounded-card border border-accent bg-accent-soft p-5 sm:p-6"
    >
      <div className="max-w-xl min-w-0 flex-1 basis-72">
        <p className="text-sm font-medium text-accent">{eyebrow}</p>
        <h2 className="mt-0.5 text-xl font-semibold tracking-tight text-balance">{words.title}</h2>
        <p className="mt-1 text-pretty text-ink-2">{words.why}</p>
      </div>
      <div className="flex flex-wrap gap-2">{button}</div>
    </section>
  );
}
