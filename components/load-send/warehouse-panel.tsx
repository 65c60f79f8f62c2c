'use client';

import type { Ground } from '@/components/load-frame/ground';
import { LEFT_BEHIND } from '@/components/messages/undo';
import { Disclosure } from '@/components/ui/disclosure';
import { Panel } from '@/components/ui/panel';
import type { Plan } from '@/lib/submission/model';
import { ControlSum } from './control-sum';
import { UndoThere } from './undo-there';

/** What a load leaves in the warehouse: a sum to compare, and how to take it back there. */
export function WarehousePanel({ ground, plan }: { readonly ground: Ground; readonly plan: Plan }) {
  return (
    <Panel
      title="In the warehouse"
      note="Values can be wrong where counts are right; and what was sent can only be undone there"
    >
      <div className="flex flex-col gap-4">
        <Disclosure title="Compare the sum of a column">
          <ControlSum ground={ground} />
        </Disclosure>
        <Disclosure title="Undo this load there">
          <div className="flex flex-col gap-3">
            <p className="text-sm text-ink-2">{LEFT_BEHIND[plan.operation]}</p>
            <UndoThere ground={ground} plan={plan} />
          </div>
        </Disclosure>
      </div>
    </Panel>
  );
}
