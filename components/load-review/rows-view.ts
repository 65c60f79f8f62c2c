import { isOfColumn } from '@/components/messages/findings';
import type { RowFilter, WindowRow } from '@/lib/intake/protocol';
import type { FindingGroup } from '@/lib/validation/model';
import { nextFinding, placeFrom, type Peek } from './seek';

/** Where the cursor stands: a place under the filter, over all sheets, and a column of the grid. */
export interface Place {
  readonly index: number;
  readonly column: number;
}

/** What the last search for a row came to. */
export type Told =
  | { readonly what: 'found'; readonly row: number }
  | { readonly what: 'none'; readonly direction: 1 | -1; readonly from: number }
  | { readonly what: 'checking' };

export interface RowsState {
  /** What was chosen last. */
  readonly wanted: RowFilter;
  /** What the rows on screen passed: what is wanted, as soon as its rows are there. */
  readonly filter: RowFilter;
  readonly place: Place;
  /** The row under the cursor, once it is there. */
  readonly row: WindowRow | undefined;
  /** Rows that pass the filter, as far as the worker has said. */
  readonly total: number;
  readonly told: Told | null;
}

const ALL: RowFilter = { kind: 'all' };

/**
 * Which rows are looked at, and from where. Held outside of React: the cursor moves with every press of a key, and only
 * what shows it may be drawn anew for that, not the screen around it.
 */
export class RowsView {
  #state: RowsState = {
    wanted: ALL,
    filter: ALL,
    place: { index: 0, column: 0 },
    row: undefined,
    total: 0,
    told: null,
  };
  readonly #listeners = new Set<() => void>();
  readonly #peek: Peek;
  readonly #ahead: (filter: RowFilter) => Promise<void>;
  #names: readonly (string | null)[] = [];
  /** Until the rows of the filter chosen last are on screen; never fails. */
  #opening: Promise<void> = Promise.resolve();

  /** `ahead` reads the first rows of a filter and never fails; it ends early when that takes long. */
  constructor(peek: Peek, ahead: (filter: RowFilter) => Promise<void>) {
    this.#peek = peek;
    this.#ahead = ahead;
  }

  get state(): RowsState {
    return this.#state;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The table columns that the columns of the grid feed, null for those that are not sent. */
  setColumns(names: readonly (string | null)[]): void {
    this.#names = names;
  }

  setPlace(place: Place): void {
    this.#set({ place });
  }

  /** What the grid has read: the row under the cursor and how long the list is. */
  read(row: WindowRow | undefined, total: number | undefined): void {
    this.#set({ row, ...(total === undefined ? {} : { total }) });
  }

  /** Another filter, at its first row or at a row of the user's; of a finding at its column. */
  show(filter: RowFilter, row?: number): void {
    this.#set({ wanted: filter, told: null });
    this.#opening = this.#quietly(this.#open(filter, row));
  }

  goTo(row: number): void {
    void this.#quietly(this.#opening.then(() => this.#land(row)));
  }

  toFinding(direction: 1 | -1, groups: readonly FindingGroup[]): void {
    void this.#quietly(this.#opening.then(() => this.#find(direction, groups)));
  }

  /** The rows before stay until the new ones are there: a grid without rows in between would be drawn for nothing. */
  async #open(filter: RowFilter, row: number | undefined): Promise<void> {
    await this.#ahead(filter);
    if (this.#state.wanted !== filter) return;
    this.#set({ filter });
    this.#moveTo(0, filter.kind === 'finding' ? filter.column : null);
    if (row !== undefined) await this.#land(row);
  }

  async #find(direction: 1 | -1, groups: readonly FindingGroup[]): Promise<void> {
    const { filter, row } = this.#state;
    const errors = groups.some(({ severity }) => severity === 'error');
    // What keeps rows back comes first: warnings may stand in every row.
    const wanted = groups.filter(({ code, column, severity }) =>
      filter.kind === 'finding'
        ? code === filter.code && column === filter.column
        : !isOfColumn(code) && (!errors || severity === 'error'),
    );
    const from = row?.row ?? 0;
    const found = await nextFinding(this.#peek, wanted, from, direction);
    // Another filter was chosen meanwhile: that is where one wants to be.
    if (this.#state.wanted !== filter) return;
    if (found === null) return this.#set({ told: { what: 'none', direction, from } });
    const by = filter.kind === 'finding' ? filter : ALL;
    this.#set({ told: { what: 'found', row: found.row }, filter: by, wanted: by });
    await this.#land(found.row, found.column);
  }

  async #land(row: number, column: string | null = null): Promise<void> {
    const { filter } = this.#state;
    const index = await placeFrom(this.#peek, filter, row);
    if (this.#state.filter === filter) this.#moveTo(index, column);
  }

  /** Stays in its column where the grid does not show the one that is named. */
  #moveTo(index: number, name: string | null = null): void {
    const column = name === null ? -1 : this.#names.indexOf(name);
    this.setPlace({ index, column: column < 0 ? this.#state.place.column : column });
  }

  /** The rows may be checked anew while one looks for one of them; then the place is simply not moved. */
  #quietly(work: Promise<void>): Promise<void> {
    return work.catch(() => this.#set({ told: { what: 'checking' } }));
  }

  #set(change: Partial<RowsState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
