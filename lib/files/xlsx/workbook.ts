import { damaged } from '../inflate';
import type { OpenSpill } from '../ports';
import { SourceError, type ByteSource } from '../source';
import { nearSource } from './near-source';
import { elements, partNamed, readPart, resolveTarget, scanPart, type Parts } from './package-parts';
import type { FormatKind } from './serial-date';
import { SharedStrings } from './shared-strings';
import { readStruck } from './struck-styles';
import { readStyles, type SpecialStyles } from './styles';
import { readDirectory, type ZipDirectory, type ZipEntry } from './zip';

export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  /** Undefined for a chart sheet or a macro sheet: there are no rows in it. */
  readonly entry: ZipEntry | undefined;
}

/** A workbook, opened: everything but the rows. */
export interface Workbook {
  readonly parts: Parts;
  readonly sheets: readonly SheetPart[];
  readonly strings: SharedStrings;
  readonly kinds: readonly FormatKind[];
  readonly special?: SpecialStyles | undefined;
  /** Formats of conditions (`dxfId`) under which something else is seen of a value. */
  readonly conditional: ReadonlySet<number>;
  /** Styles of cells whose font is struck through. */
  readonly struck: ReadonlySet<number>;
  readonly epoch: 1900 | 1904;
  /**
   * Excel calculates all formulas anew on opening, as it is asked to: who wrote the workbook could not, and values may be
   * old, or all 0. `zeros`: nobody asks, and nobody says that they were ever calculated, so only what is all 0 is doubted.
   */
  readonly recalculates: boolean | 'zeros';
}

/** What a zip archive is when it is no workbook of the kind that is read here. */
function refuseOthers(directory: ZipDirectory): void {
  const names = [...directory.keys()];
  if (names.some((name) => /(^|\/)workbook\.bin$/.test(name))) throw new SourceError('file-is-xlsb');
  if (names.includes('content.xml') && names.includes('mimetype')) throw new SourceError('file-is-ods');
  if (names.some((name) => name.startsWith('index/') && name.endsWith('.iwa')))
    throw new SourceError('file-is-numbers');
  if (!names.includes('[content_types].xml')) throw new SourceError('file-is-zip');
  const other = /^(word\/document|ppt\/presentation)\.xml$/;
  if (names.some((name) => other.test(name))) throw new SourceError('file-is-document');
}

type Relations = ReadonlyMap<string, { readonly type: string; readonly target: string }>;

/** The relations of a part by id, targets as part names; empty when it has none. */
async function relationsOf(parts: Parts, part: string): Promise<Relations> {
  const slash = part.lastIndexOf('/') + 1;
  const entry = partNamed(parts, `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`);
  const found = new Map<string, { type: string; target: string }>();
  if (entry === undefined) return found;
  const taker = elements((name, attributes) => {
    const target = attributes.get('Target');
    if (name !== 'Relationship' || target === undefined || attributes.get('TargetMode') === 'External')
      return;
    // The last step of the type is the same in the transitional and the strict edition of the standard.
    const type = attributes.get('Type')?.split('/').at(-1) ?? '';
    found.set(attributes.get('Id') ?? '', { type, target: resolveTarget(part, target) });
  });
  await readPart(parts, entry, taker);
  return found;
}

const targetOf = (relations: Relations, type: string) =>
  [...relations.values()].find((relation) => relation.type === type)?.target;

async function readStrings(
  parts: Parts,
  entry: ZipEntry,
  strings: SharedStrings,
  signal: AbortSignal | undefined,
  openSpill: OpenSpill | undefined,
): Promise<void> {
  let open = openSpill;
  try {
    for await (const _ of scanPart(parts, entry, strings)) {
      signal?.throwIfAborted();
      if (open === undefined || !strings.bytes.isFull) continue;
      // Where nothing can be put aside, they stay in memory as long as it lasts.
      const spill = await open().catch(() => undefined);
      if (spill === undefined) open = undefined;
      else strings.bytes.spillTo(spill);
    }
  } catch (cause) {
    strings.letGo();
    throw cause;
  }
}

/**
 * Opens a workbook: its parts, sheets, styles and shared strings. Rejects with `SourceError` when it is none, is
 * damaged, or is of a kind that is not read here. Macros, links and drawings are not looked at. Shared strings beyond
 * 32 MB go to a spill; whoever opened the workbook lets go of `strings`.
 */
export async function openWorkbook(
  file: ByteSource,
  signal?: AbortSignal,
  openSpill?: OpenSpill,
): Promise<Workbook> {
  const source = nearSource(file);
  const directory = await readDirectory(source);
  refuseOthers(directory);
  const parts: Parts = { source, directory };
  const main = targetOf(await relationsOf(parts, ''), 'officeDocument') ?? 'xl/workbook.xml';
  const mainEntry = partNamed(parts, main);
  if (mainEntry === undefined) throw directory.size === 0 ? damaged() : new SourceError('file-is-zip');
  const relations = await relationsOf(parts, main);
  const listed: { name: string; id: string; hidden: boolean }[] = [];
  let epoch: 1900 | 1904 = 1900;
  let recalculates: Workbook['recalculates'] = 'zeros';
  const taker = elements((name, attributes) => {
    const isOn = (key: string) => /^(1|true|on)$/.test(attributes.get(key) ?? '');
    if (name === 'workbookPr' && isOn('date1904')) epoch = 1904;
    if (name === 'calcPr') {
      const isOpen = /^(0|false|off)$/.test(attributes.get('calcCompleted') ?? '');
      if (isOn('fullCalcOnLoad') || isOpen) recalculates = true;
      else if (attributes.has('calcId')) recalculates = false;
    }
    if (name !== 'sheet') return;
    const hidden = /^(hidden|veryHidden)$/.test(attributes.get('state') ?? '');
    listed.push({ name: attributes.get('name') ?? '', id: attributes.get('id') ?? '', hidden });
  });
  await readPart(parts, mainEntry, taker);
  const sheets = listed.map(({ name, id, hidden }): SheetPart => {
    // What is left of a sheet of macros, whose part is gone.
    if (id === '') return { name, hidden, entry: undefined };
    const relation = relations.get(id);
    if (relation !== undefined && relation.type !== 'worksheet') return { name, hidden, entry: undefined };
    const entry = relation === undefined ? undefined : partNamed(parts, relation.target);
    if (entry === undefined) throw damaged();
    return { name, hidden, entry };
  });
  const part = (type: string) => {
    const target = targetOf(relations, type);
    return {
      named: target !== undefined,
      entry: target === undefined ? undefined : partNamed(parts, target),
    };
  };
  const styles = part('styles');
  // Without its styles a date would become a number, and nobody would be told.
  if (styles.named && styles.entry === undefined) throw damaged();
  const strings = new SharedStrings();
  // Some programs name a table of strings that they did not write; a cell that needs it is damage of its own.
  const stringsPart = part('sharedStrings').entry;
  const { kinds, special, conditional } = await readStyles(parts, styles.entry);
  const struck = await readStruck(parts, styles.entry);
  if (stringsPart !== undefined) await readStrings(parts, stringsPart, strings, signal, openSpill);
  return { parts, sheets, strings, kinds, special, conditional, struck, epoch, recalculates };
}
