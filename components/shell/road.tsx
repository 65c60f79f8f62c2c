'use client';

import { ListChecks } from 'lucide-react';
import NextLink from 'next/link';
import { usePathname } from 'next/navigation';
import { address } from '@/components/road/addresses';
import { useChecklist } from '@/components/road/checklist';
import { STEPS, stepStatus } from '@/components/road/steps';
import { cx } from '@/components/ui/cx';
import { StatusMark } from './status-mark';

const LINK = 'flex items-center gap-2.5 rounded-lg px-2.5 py-2 text-sm font-medium';
const HERE = 'bg-accent-soft text-ink';
const ELSEWHERE = 'text-ink-2 hover:bg-sunken hover:text-ink';

/** The steps of the vendor's page with where each one stands. Every step can be gone to at any time. */
export function Road({ workspaceId }: { readonly workspaceId: string }) {
  const checklist = useChecklist(workspaceId);
  // Null only for pages of the pages router; ours are all of the other one.
  const pathname = usePathname() ?? '';
  const home = address.home(workspaceId);
  return (
    <nav aria-label="The road" className="flex flex-col gap-1">
      <NextLink
        href={home}
        aria-current={pathname === home ? 'page' : undefined}
        className={cx(LINK, pathname === home ? HERE : ELSEWHERE)}
      >
        <ListChecks aria-hidden className="size-5 shrink-0 text-ink-3" />
        <span className="flex-1">Checklist</span>
        {checklist === undefined ? null : (
          <span className="text-xs text-ink-3 tabular">
            {checklist.done}
            <span aria-hidden>/</span>
            <span className="sr-only"> of </span>
            {checklist.of}
          </span>
        )}
      </NextLink>
      <ol className="relative flex flex-col gap-0.5 before:absolute before:top-5 before:bottom-5 before:left-5 before:w-px before:bg-line">
        {STEPS.map((step) => {
          const href = address.place(workspaceId, step.place);
          const isHere = pathname === href || pathname.startsWith(`${href}/`);
          return (
            <li key={step.place}>
              <NextLink
                href={href}
                aria-current={isHere ? 'step' : undefined}
                className={cx(LINK, 'relative', isHere ? HERE : ELSEWHERE)}
              >
                <StatusMark
                  status={checklist === undefined ? 'open' : stepStatus(checklist, step)}
                  className={cx('rounded-full', isHere ? 'bg-accent-soft' : 'bg-surface')}
                />
                {step.title}
              </NextLink>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
