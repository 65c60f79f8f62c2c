'use client';

import { SECTION_TITLE } from '@/components/messages/checklist';
import { address } from '@/components/road/addresses';
import type { Checklist, ChecklistItem, ChecklistSection } from '@/lib/checklist/model';
import { ItemRow } from './checklist-item';

/** The vendor's page, section by section, each item with what proves it. */
export function ChecklistSections({
  checklist,
  now,
  workspaceId,
  onTick,
}: {
  readonly checklist: Checklist;
  readonly now: number;
  readonly workspaceId?: string;
  readonly onTick?: (item: ChecklistItem, isTicked: boolean) => void;
}) {
  return (
    <div className="overflow-hidden rounded-card border border-line bg-surface shadow-card">
      {checklist.sections.map((section) => (
        <section
          key={section.id}
          aria-labelledby={`section-${section.id}`}
          className="border-b border-line last:border-0 lg:grid lg:grid-cols-[11.5rem_minmax(0,1fr)]"
        >
          <SectionHead section={section} />
          <ul className="divide-y divide-line pb-1 lg:border-l lg:border-line lg:pb-0">
            {section.items.map((item) => (
              <ItemRow
                key={item.id}
                item={item}
                now={now}
                href={workspaceId === undefined ? undefined : address.place(workspaceId, item.place)}
                onTick={onTick === undefined ? undefined : (isTicked) => onTick(item, isTicked)}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function SectionHead({ section }: { readonly section: ChecklistSection }) {
  const isWhole = section.done === section.of;
  return (
    <header className="flex items-baseline justify-between gap-3 bg-canvas px-4 py-2.5 sm:px-5 lg:block lg:py-3.5">
      <h2 id={`section-${section.id}`} className="font-semibold">
        {SECTION_TITLE[section.id]}
      </h2>
      <p className={isWhole ? 'text-sm font-medium text-good' : 'text-sm text-ink-3 tabular'}>
        {isWhole ? 'Done' : `${section.done} of ${section.of}`}
      </p>
    </header>
  );
}
