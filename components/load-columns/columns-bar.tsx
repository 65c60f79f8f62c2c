'use client';

import { ArrowRight } from 'lucide-react';
import { useRouter } from 'next/navigation';
import type { Ground } from '@/components/load-frame/ground';
import { withStage } from '@/components/load-frame/load-change';
import { counted } from '@/components/messages/format';
import { mappingProblem } from '@/components/messages/mapping';
import { useWorkspaceActions } from '@/components/queries/workspace';
import { address } from '@/components/road/addresses';
import { Button } from '@/components/ui/button';
import type { MappingProblem } from '@/lib/mapping/model';
import { remember } from '@/lib/mapping/saved';

/** How far the columns are, what stands in the way, and the way on. */
export function ColumnsBar({
  ground,
  fed,
  guesses,
  problems,
  onConfirmAll,
}: {
  readonly ground: Ground;
  readonly fed: number;
  readonly guesses: readonly string[];
  readonly problems: readonly MappingProblem[];
  readonly onConfirmAll: () => void;
}) {
  const { load, table, workspace } = ground;
  const { updateLoad, updateWorkspace } = useWorkspaceActions();
  const router = useRouter();
  const [problem] = problems;
  const blocked =
    problem !== undefined
      ? mappingProblem(problem)
      : guesses.length > 0
        ? `Look at ${counted(guesses.length, 'guess', 'guesses')}: ${guesses.join(', ')}.`
        : null;
  const go = async () => {
    await updateLoad(load.id, (before) =>
      before.stage === 'file' || before.stage === 'columns' ? withStage('review')(before) : before,
    );
    const made = {
      table: table.name,
      header: load.source?.header ?? [],
      mapping: load.mapping,
      schemaFingerprint: ground.schema.fingerprint,
      at: Date.now(),
    };
    await updateWorkspace(workspace.id, (before) => ({
      ...before,
      savedMappings: remember(before.savedMappings ?? [], made),
    }));
    router.push(address.load(workspace.id, load.id, 'review'));
  };
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <div role="status" className="min-w-0 flex-1 basis-72">
        <p className="font-medium">
          {fed} of {counted(table.columns.length, 'table column')} come from the file
        </p>
        <p className={blocked === null ? 'text-sm text-ink-3' : 'text-sm text-warn'}>
          {blocked ?? 'Every required column is served.'}
          {problems.length > 1 ? ` (${counted(problems.length, 'problem')} in all)` : ''}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        {guesses.length > 1 ? (
          <Button onPress={onConfirmAll}>Confirm {counted(guesses.length, 'guess', 'guesses')}</Button>
        ) : null}
        <Button look="primary" isDisabled={blocked !== null} onPress={() => void go()}>
          Continue to review
          <ArrowRight aria-hidden />
        </Button>
      </div>
    </div>
  );
}
