'use client';

import { replaceEqualDeep } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { troubleOf } from '@/components/intake/desk-state';
import { useDesk, useDeskPart } from '@/components/intake/intake-provider';
import { rulesOf, type LoadChange } from '@/components/load-frame/load-change';
import type { Ground } from '@/components/load-frame/ground';
import { useWorkspaceActions } from '@/components/queries/workspace';
import type { IntakeTrouble } from '@/lib/intake/protocol';
import type { Load } from '@/lib/workspace/model';
import type { CheckSummary } from '@/lib/validation/model';

export interface Review {
  /** The latest known; of the former rules while a check is under way. Null before the first check ever. */
  readonly summary: CheckSummary | null;
  /** The worker holds the rows under the present rules, so that windows of them can be asked for. */
  readonly isChecked: boolean;
  /** Rules that concern the whole file; the check starts again by itself. */
  readonly change: (change: LoadChange) => void;
  /** Edits and skips: only the rows they touch are checked again. */
  readonly changeRows: (change: LoadChange) => void;
  /** Trouble of the last check. */
  readonly trouble: IntakeTrouble | null;
  readonly retry: () => void;
  /** What could not be written down. */
  readonly failure: unknown;
}

/** Keeps the check in step with the rules of the load, and the load's record in step with the check. */
export function useReview({ load, table }: Ground): Review {
  const desk = useDesk();
  const isChecking = useDeskPart(load.id, (state) => state.checking !== null);
  const checked = useDeskPart(load.id, (state) => state.checked);
  const checkTrouble = useDeskPart(load.id, (state) => state.checkTrouble);
  const { updateLoad } = useWorkspaceActions();
  const rowsAtWork = useRef(0);
  const [failure, setFailure] = useState<unknown>(null);
  const isChecked = desk.isChecked(load.id, rulesOf(load, table));

  const write = async (summary: CheckSummary, under: Load) => {
    const same = JSON.stringify(rulesOf(under, table));
    await updateLoad(load.id, (before) =>
      JSON.stringify(rulesOf(before, table)) === same ? { ...before, summary } : before,
    );
  };
  const check = async (under: Load) => write(await desk.check(under.id, rulesOf(under, table)), under);
  // Trouble of the check itself is news of the desk; only what could not be written down is told here.
  // A check that a newer one outran is no news at all.
  const failed = (error: unknown) => {
    if (desk.state(load.id).checkTrouble === null && troubleOf(error).code !== 'cancelled') setFailure(error);
  };
  // What was checked before anybody asked is written down by who asks first.
  const isWriting = useRef(false);
  useEffect(() => {
    const isKnown = isChecked && (load.summary !== null || isWriting.current);
    if (!isChecked || load.summary !== null) isWriting.current = false;
    const idle = !isChecking && checkTrouble === null && rowsAtWork.current === 0;
    if (!idle || isKnown || desk.state(load.id).checking !== null) return;
    isWriting.current = isChecked;
    check(load).catch(failed);
  });

  const change = (how: LoadChange) => {
    setFailure(null);
    updateLoad(load.id, how).catch(setFailure);
  };
  const changeRows = (how: LoadChange) => {
    setFailure(null);
    rowsAtWork.current += 1;
    // The worker does not wait for what is written down: it begins under the rules that this will most likely be.
    const likely = rulesOf(how(load), table);
    const begun = desk.recheck(load.id, likely);
    const work = async () => {
      const after = await updateLoad(load.id, how);
      const rules = rulesOf(after, table);
      const same = JSON.stringify(rules) === JSON.stringify(likely);
      await write(await (same ? begun : desk.recheck(load.id, rules)), after);
    };
    begun.catch(() => undefined);
    work()
      .catch(failed)
      .finally(() => (rowsAtWork.current -= 1));
  };
  const summary = useShared(
    isChecked ? (checked?.summary ?? null) : (load.summary ?? checked?.summary ?? null),
  );
  return {
    summary,
    isChecked,
    change,
    changeRows,
    trouble: checkTrouble,
    retry: () => void check(load).catch(failed),
    failure,
  };
}

/** The former value wherever the new one says the same, so that what shows a part of it need not be drawn anew. */
function useShared<T>(value: T): T {
  const [shared, setShared] = useState(value);
  const next = replaceEqualDeep(shared, value);
  if (next !== shared) setShared(next);
  return next;
}
