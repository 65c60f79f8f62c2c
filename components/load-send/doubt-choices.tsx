import { counted } from '@/components/messages/format';
import { SETTLE_CHOICES, type SettleChoice } from '@/components/messages/submission';
import { Button } from '@/components/ui/button';
import type { OperationType } from '@/lib/peak/model';
import type { Decision } from './use-sending';

const CHOICES: readonly SettleChoice[] = ['treated-as-stored', 'sent-again'];

/** The two answers that can be given without a look into the warehouse, each with what it means. */
export function DoubtChoices({
  operation,
  rows,
  busy,
  onDecide,
}: {
  readonly operation: OperationType;
  readonly rows: number;
  readonly busy: Decision['choice'] | null;
  readonly onDecide: (choice: SettleChoice) => void;
}) {
  return (
    <div className="grid gap-3 md:grid-cols-2">
      {CHOICES.map((choice) => (
        <div key={choice} className="flex flex-col gap-2 rounded-card border border-line p-4">
          <h3 className="font-medium">{SETTLE_CHOICES[choice].label}</h3>
          <p className="flex-1 text-sm text-ink-2">{SETTLE_CHOICES[choice].meaning[operation]}</p>
          <Button
            size="sm"
            pending={busy === choice}
            isDisabled={busy !== null && busy !== choice}
            onPress={() => onDecide(choice)}
          >
            {SETTLE_CHOICES[choice].label}: {counted(rows, 'row')}
          </Button>
        </div>
      ))}
    </div>
  );
}
