'use client';

import { Check } from 'lucide-react';
import Link from 'next/link';
import { address, LOAD_STEPS, type LoadStep } from '@/components/road/addresses';
import { cx } from '@/components/ui/cx';
import { barrier, STEP_WORDS } from './steps';
import type { Ground } from './ground';

/** Back is always open; forward only where the step before is fit, with the reason where it is not. */
export function Stepper({ ground, step }: { readonly ground: Ground; readonly step: LoadStep }) {
  const { load, table, workspace } = ground;
  const here = LOAD_STEPS.indexOf(step);
  return (
    <nav aria-label="Steps of this load" className="overflow-x-auto">
      <ol className="flex min-w-max justify-between border-b border-line text-sm sm:justify-start sm:gap-1">
        {LOAD_STEPS.map((name, index) => {
          const blocked = barrier(name, load, table);
          const done = index < here && blocked === null;
          const shape = cx(
            'flex items-center gap-1.5 border-b-2 px-1.5 py-2 font-medium whitespace-nowrap sm:gap-2 sm:px-3',
            name === step ? 'border-accent text-ink' : 'border-transparent text-ink-2',
            blocked !== null && name !== step && 'text-ink-3',
          );
          const inside = (
            <>
              <span
                aria-hidden
                className={cx(
                  'grid size-5 place-items-center rounded-full text-xs tabular',
                  name === step ? 'bg-accent text-on-accent' : 'bg-sunken text-ink-2',
                )}
              >
                {done ? <Check className="size-3.5" /> : index + 1}
              </span>
              {STEP_WORDS[name]}
            </>
          );
          return (
            <li key={name}>
              {blocked === null ? (
                <Link
                  href={address.load(workspace.id, load.id, name)}
                  prefetch={true}
                  aria-current={name === step ? 'step' : undefined}
                  className={cx(shape, 'rounded-t hover:bg-sunken')}
                >
                  {inside}
                </Link>
              ) : (
                <span
                  className={shape}
                  title={blocked.reason}
                  aria-current={name === step ? 'step' : undefined}
                >
                  {inside}
                  <span className="sr-only">, not open yet: {blocked.reason}</span>
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
