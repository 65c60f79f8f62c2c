'use client';

import { ChevronRight } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button, Disclosure as AriaDisclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { cx } from './cx';

/** Detail for those who want it, out of the way of those who do not. */
export function Disclosure({
  title,
  open = false,
  level = 3,
  lazy = false,
  className,
  children,
}: {
  readonly title: ReactNode;
  readonly open?: boolean;
  /** Of its heading: one below the heading it stands under. */
  readonly level?: 2 | 3 | 4;
  /** Built when it is first opened; the browser's own search finds nothing in it before. */
  readonly lazy?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const [built, setBuilt] = useState(open || !lazy);
  return (
    <AriaDisclosure
      defaultExpanded={open}
      onExpandedChange={() => setBuilt(true)}
      className={cx('group', className)}
    >
      <Heading level={level}>
        <Button
          slot="trigger"
          className="flex items-center gap-1.5 rounded text-left text-sm font-medium text-accent hover:text-accent-hover"
        >
          <ChevronRight
            aria-hidden
            className="size-4 shrink-0 transition-transform group-data-[expanded]:rotate-90"
          />
          {title}
        </Button>
      </Heading>
      <DisclosurePanel className="pt-2">{built ? children : null}</DisclosurePanel>
    </AriaDisclosure>
  );
}
