import type { DataType } from '../model';

/** The published data models as data (§6). Names in UPPERCASE, as in the sample of §4.1. */
export interface StandardColumn {
  readonly name: string;
  readonly type: Exclude<DataType, 'numeric'>;
  /** The key must be present in every row; false only where the oldest pages say "optional" (§6.3). */
  readonly required: boolean;
  /** Null is allowed. Where the pages give no rule, only key columns refuse it. */
  readonly nullable: boolean;
  readonly allowed?: readonly string[];
  readonly description?: string;
}

export interface StandardForeignKey {
  readonly columns: readonly string[];
  /** Object name without prefix and suffix. */
  readonly table: string;
  readonly references: readonly string[];
}

export interface StandardTable {
  /** Without prefix and suffix, e.g. `SALE`. */
  readonly objectName: string;
  readonly description: string;
  readonly columns: readonly StandardColumn[];
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly StandardForeignKey[];
  /** Undefined where the pages do not say. */
  readonly requiredBySolution?: boolean;
  /** More columns exist whose names are not published (§10.15): they are left out here. */
  readonly incomplete: boolean;
}

export interface StandardSchema {
  readonly appName: string;
  /** Semantic version. */
  readonly appVersion: string;
  readonly title: string;
  /** Which published state of the pages this version follows. */
  readonly follows: string;
  readonly defaultPrefix: string;
  readonly defaultSuffix: string;
  readonly defaultSolutionName: string;
  readonly tables: readonly StandardTable[];
}

type Type = StandardColumn['type'];
type Column = StandardColumn & { readonly key?: true };

const described = (description: string | undefined) => (description === undefined ? {} : { description });

/** Part of the primary key: present in every row and never null (§3.2). */
export const key = (name: string, type: Type = 'string', description?: string): Column => ({
  name,
  type,
  required: true,
  nullable: false,
  key: true,
  ...described(description),
});

/** Present and never null ("nn" in §6). */
export const filled = (name: string, type: Type = 'string', description?: string): StandardColumn => ({
  name,
  type,
  required: true,
  nullable: false,
  ...described(description),
});

/** Present, but may be null. */
export const maybe = (name: string, type: Type = 'string', description?: string): StandardColumn => ({
  name,
  type,
  required: true,
  nullable: true,
  ...described(description),
});

/** May be left out of a row ("opt" in §6.3). */
export const optional = (name: string, type: Type = 'string', description?: string): StandardColumn => ({
  name,
  type,
  required: false,
  nullable: true,
  ...described(description),
});

export const oneOf = (column: StandardColumn, ...allowed: readonly string[]): StandardColumn => ({
  ...column,
  allowed,
});

/** Foreign key by a column of the same name, unless another one is named. */
export const refersTo = (table: string, column = `${table}_ID`, references = column): StandardForeignKey => ({
  columns: [column],
  table,
  references: [references],
});

/** The primary key is read off the columns, in their order. */
export function table(
  objectName: string,
  description: string,
  facts: {
    readonly requiredBySolution?: boolean;
    readonly foreignKeys?: readonly StandardForeignKey[];
    readonly incomplete?: boolean;
  },
  columns: readonly Column[],
): StandardTable {
  return {
    objectName,
    description,
    columns: columns.map(({ key: _key, ...column }) => column),
    primaryKey: columns.filter((column) => column.key).map(({ name }) => name),
    foreignKeys: facts.foreignKeys ?? [],
    ...(facts.requiredBySolution === undefined ? {} : { requiredBySolution: facts.requiredBySolution }),
    incomplete: facts.incomplete ?? false,
  };
}
