import { carryRules, carryToOtherFile, headingsBefore, numbersAlike, sheetsAlike } from './carry-rules';
import { duplicatesOf, operationOf, saidOfCopies, unsaid } from './said-of-copies';
import type { Rules } from '@/lib/intake/protocol';
import type { Mapping } from '@/lib/mapping/model';
import type { OperationType, TableSpec } from '@/lib/peak/model';
import type { DuplicatePolicy, Repair } from '@/lib/repair/model';
import { rowsSent } from '@/lib/submission/account';
import type { Load } from '@/lib/workspace/model';

/** Changes of a load as functions of the record before, so that two quick ones never overwrite each other. */
export type LoadChange = (before: Load) => Load;

/** What was proved about the rows before a rule changed is proved no more. */
const unproved = { summary: null, test: null, rehearsal: undefined, plan: null, account: null } as const;

export const rulesOf = (load: Load, table: TableSpec): Rules => ({
  table,
  mapping: load.mapping,
  repairs: load.repairs,
  duplicates: load.duplicates,
  operation: load.operation,
  ...(load.duplicates === 'keep-newest' && load.newestBy !== undefined ? { newestBy: load.newestBy } : {}),
});

/** True once any batch left: from then on what was sent must stay provable, and the rules stand still. */
export const hasSent = (load: Load): boolean => load.account !== null && rowsSent(load.account) > 0;

/** After the first batch a rule that changed would make what was sent unprovable. Screens say so; this holds it. */
const unlessSent =
  (change: LoadChange): LoadChange =>
  (load) =>
    hasSent(load) ? load : change(load);

type Source = NonNullable<Load['source']>;

/**
 * Another file: rules of columns stay, edits of rows go, for its rows are others. The first file of a load keeps them all:
 * an attempt has rules of the rows it takes up.
 */
export const withSource = (source: Source, mapping: Mapping): LoadChange =>
  withRows(source, mapping, (load) => (load.source === null ? carryRules : carryToOtherFile));

const withRows = (source: Source, mapping: Mapping, carryOf: (load: Load) => typeof carryRules): LoadChange =>
  unlessSent((load) => ({
    ...load,
    ...unproved,
    // The first file is the one that an attempt took its answers over for.
    ...(load.source === null ? {} : unsaid(load)),
    stage: 'file',
    source,
    mapping,
    repairs: carryOf(load)(load.repairs, headingsBefore(load.source, source), source.header),
    undone: [],
    setAside: undefined,
    accepted: undefined,
  }));

/**
 * Another reading of the same file: all repairs stay while rows keep their numbers and columns their places. With other
 * quotes, line ends or sheets row 7 may be another one, and an edit of it would change what nobody looked at: such
 * repairs are set aside and come back with the reading they were made in.
 */
export const withReading = (source: Source, mapping: Mapping): LoadChange =>
  unlessSent((load) => {
    const { dialect } = load.source ?? source;
    if (numbersAlike(dialect, source.dialect)) {
      const repairs = sameColumns(load.repairs, load.source, source);
      return { ...load, ...unproved, stage: 'file', source, mapping, repairs, accepted: undefined };
    }
    const ofRows = load.repairs.filter(({ kind }) => kind !== 'column');
    const known = load.setAside ?? [];
    const [back, others] = [true, false].map((alike) =>
      known.filter((aside) => numbersAlike(aside.dialect, source.dialect) === alike),
    );
    const setAside = [...(others ?? []), ...(ofRows.length > 0 ? [{ dialect, repairs: ofRows }] : [])];
    const isSame = sheetsAlike(dialect, source.dialect);
    const other = withRows(source, mapping, () => (isSame ? carryRules : carryToOtherFile))(load);
    const repairs = [...other.repairs, ...(back ?? []).flatMap((aside) => aside.repairs)];
    return {
      ...other,
      ...saidOfCopies(load),
      repairs,
      setAside: setAside.length > 0 ? setAside : undefined,
    };
  });

/** Where the headings of the first or of the last columns are missing decides which place each has. */
const sameColumns = (repairs: readonly Repair[], before: Source | null, now: Source): Repair[] =>
  before === null || before.dialect.unnamed === now.dialect.unnamed
    ? [...repairs]
    : repairs.flatMap((repair) =>
        repair.kind === 'column' ? carryRules([repair], before.header, now.header) : [repair],
      );

export const withMapping = (mapping: Mapping): LoadChange =>
  unlessSent((load) => ({ ...load, ...unproved, mapping, accepted: undefined }));

export const withStage =
  (stage: Load['stage']): LoadChange =>
  (load) => ({ ...load, stage });

export const withOperation = (operation: OperationType): LoadChange =>
  unlessSent((load) =>
    load.operation === operation
      ? load
      : {
          ...load,
          ...unproved,
          operation,
          appendToKeepAll: undefined,
          duplicates: duplicatesOf(operation, load),
        },
  );

export const withDuplicates = (duplicates: DuplicatePolicy, newestBy?: string): LoadChange =>
  unlessSent((load) => ({
    ...load,
    ...(load.duplicates === duplicates && duplicates !== 'keep-newest' ? {} : unproved),
    duplicates,
    duplicatesSaid: duplicates,
    ...operationOf(duplicates, load),
    ...(newestBy === undefined ? {} : { newestBy }),
  }));

export const withRowsPerBatch = (rowsPerBatch: number): LoadChange =>
  unlessSent((load) => ({ ...load, rowsPerBatch, plan: null, account: null }));

/** A load whose plan was frozen and not used yet may be planned anew. */
export const withoutPlan: LoadChange = unlessSent((load) => ({ ...load, plan: null, account: null }));

/** Warnings of a column were found right as they were; what a rule makes of its cells nobody has looked at. */
const asLookedAt = ({ accepted }: Load, changed: readonly Repair[]): Pick<Load, 'accepted'> => ({
  accepted: accepted?.filter(
    ({ column }) => !changed.some((one) => one.kind === 'column' && one.column === column),
  ),
});

export const withRepairs = (added: readonly Repair[]): LoadChange =>
  unlessSent((load) => ({
    ...load,
    ...unproved,
    ...asLookedAt(load, added),
    repairs: [...load.repairs, ...added],
    undone: [],
  }));

/** Takes back one repair, the last one when no id is given; its place is kept, for order counts. */
export const withoutRepair = (id?: string): LoadChange =>
  unlessSent((load) => {
    const at = id === undefined ? load.repairs.length - 1 : load.repairs.findIndex((one) => one.id === id);
    const gone = load.repairs[at];
    if (gone === undefined) return load;
    const repairs = load.repairs.filter((repair) => repair !== gone);
    const undone = [...load.undone, { ...gone, at }];
    return { ...load, ...unproved, ...asLookedAt(load, [gone]), repairs, undone };
  });

/** Does again what was taken back last, in the place it had: of two edits of a cell the later counts. */
export const withRedone: LoadChange = unlessSent((load) => {
  const last = load.undone.at(-1);
  if (last === undefined) return load;
  // A load of the version before kept no place.
  const { at = load.repairs.length, ...again } = last;
  const repairs = load.repairs.toSpliced(at, 0, again);
  const undone = load.undone.slice(0, -1);
  return { ...load, ...unproved, ...asLookedAt(load, [again]), repairs, undone };
});
