'use client';

import { ArrowRight } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Trouble } from '@/components/messages/trouble';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import type { Consequence } from './choose';

/** The button that goes on, with what it will do in its words. `onPress` returns false when there is nothing to do yet. */
export function ChooseButton({
  consequence,
  solutionName,
  label,
  onPress,
}: {
  readonly consequence: Consequence;
  readonly solutionName: string;
  readonly label: string;
  readonly onPress: () => Promise<void>;
}) {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<unknown>(null);
  const press = async () => {
    setBusy(true);
    setTrouble(null);
    try {
      await onPress();
    } catch (error) {
      setTrouble(error);
    }
    setBusy(false);
  };
  return (
    <div className="flex flex-col items-start gap-4">
      <Said consequence={consequence} solutionName={solutionName} />
      {trouble === null ? null : <Trouble error={trouble} />}
      <Button look="primary" pending={busy} onPress={() => void press()}>
        {consequence.kind === 'go-to'
          ? `Go to the onboarding of ${solutionName}`
          : consequence.kind === 'own-workspace'
            ? 'Open an onboarding of its own'
            : label}
        <ArrowRight aria-hidden />
      </Button>
    </div>
  );
}

function Said({
  consequence,
  solutionName,
}: {
  readonly consequence: Consequence;
  readonly solutionName: string;
}): ReactNode {
  if (consequence.kind === 'save') return null;
  return consequence.kind === 'go-to' ? (
    <Callout title={`${solutionName} was begun before on this tenant`}>
      Its checklist, files and receipts are kept together, so you go on there.
    </Callout>
  ) : (
    <Callout title={`${solutionName} gets an onboarding of its own`}>
      What was done for the present solution stays with it; you can switch between the two at any time.
    </Callout>
  );
}
