/**
 * A layered picture of how tables refer to each other: parents left, children right. Pure geometry, in pixels,
 * so that it can be tested without a browser. Layers by longest path, order by barycentres (Sugiyama's method,
 * four sweeps), long wires led through the gaps between boxes by way points.
 */
export interface LayoutTable {
  readonly name: string;
  readonly parents: readonly string[];
}

export interface LayoutBox {
  readonly name: string;
  readonly layer: number;
  readonly x: number;
  readonly y: number;
}

export interface LayoutWire {
  readonly from: string;
  readonly to: string;
  /** The `d` of an SVG path. */
  readonly path: string;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly LayoutBox[];
  readonly wires: readonly LayoutWire[];
}

export const BOX_WIDTH = 196;
export const BOX_HEIGHT = 36;
const ROW_GAP = 12;
const WAY_POINT_HEIGHT = 10;
const LAYER_GAP = 96;
const SWEEPS = 4;

interface Spot {
  readonly key: string;
  readonly name: string | null;
  y: number;
}

/** Longest way from a table without parents; a reference that would close a circle does not count. */
function layersOf(tables: readonly LayoutTable[]): Map<string, number> {
  const byName = new Map(tables.map((table) => [table.name, table]));
  const layers = new Map<string, number>();
  const visit = (name: string, trail: readonly string[]): number => {
    const known = layers.get(name);
    if (known !== undefined) return known;
    const parents = (byName.get(name)?.parents ?? []).filter(
      (parent) => byName.has(parent) && parent !== name && !trail.includes(parent),
    );
    const layer = Math.max(-1, ...parents.map((parent) => visit(parent, [...trail, name]))) + 1;
    if (!layers.has(name)) layers.set(name, layer);
    return layers.get(name) ?? layer;
  };
  for (const table of tables) visit(table.name, []);
  return layers;
}

interface Links {
  readonly spots: Spot[][];
  /** For each wire, the keys it passes through from parent to child. */
  readonly routes: { readonly from: string; readonly to: string; readonly keys: readonly string[] }[];
}

function linksOf(tables: readonly LayoutTable[], layers: ReadonlyMap<string, number>): Links {
  const depth = Math.max(0, ...layers.values()) + 1;
  const spots: Spot[][] = Array.from({ length: depth }, () => []);
  const related = new Set(
    tables.flatMap((table) => (table.parents.length > 0 ? [table.name, ...table.parents] : [])),
  );
  const sorted = [...tables].sort((a, b) => Number(related.has(b.name)) - Number(related.has(a.name)));
  for (const { name } of sorted) spots[layers.get(name) ?? 0]?.push({ key: name, name, y: 0 });
  const routes: Links['routes'] = [];
  for (const table of tables)
    for (const parent of new Set(table.parents)) {
      const start = layers.get(parent);
      const end = layers.get(table.name);
      if (start === undefined || end === undefined || start >= end) continue;
      const keys = [parent];
      for (let layer = start + 1; layer < end; layer += 1) {
        const key = `${parent}→${table.name}@${layer}`;
        spots[layer]?.push({ key, name: null, y: 0 });
        keys.push(key);
      }
      routes.push({ from: parent, to: table.name, keys: [...keys, table.name] });
    }
  return { spots, routes };
}

function neighboursOf(routes: Links['routes']): Map<string, string[]> {
  const neighbours = new Map<string, string[]>();
  const add = (a: string, b: string) => neighbours.set(a, [...(neighbours.get(a) ?? []), b]);
  for (const { keys } of routes)
    keys.slice(1).forEach((key, index) => {
      const before = keys[index];
      if (before === undefined) return;
      add(before, key);
      add(key, before);
    });
  return neighbours;
}

const heightOf = (spot: Spot) => (spot.name === null ? WAY_POINT_HEIGHT : BOX_HEIGHT);
const columnHeight = (layer: readonly Spot[]) =>
  layer.reduce((sum, spot) => sum + heightOf(spot) + ROW_GAP, -ROW_GAP);

function stack(layer: readonly Spot[], height: number): void {
  let y = (height - columnHeight(layer)) / 2;
  for (const spot of layer) {
    spot.y = y + heightOf(spot) / 2;
    y += heightOf(spot) + ROW_GAP;
  }
}

/** Spots move to the mean height of what they are wired to; those without wires stay last. */
function order({ spots, routes }: Links, height: number): void {
  const neighbours = neighboursOf(routes);
  const at = new Map(spots.flatMap((layer) => layer.map((spot) => [spot.key, spot] as const)));
  const mean = (spot: Spot): number => {
    const ys = (neighbours.get(spot.key) ?? []).map((key) => at.get(key)?.y ?? 0);
    return ys.length === 0 ? Number.MAX_SAFE_INTEGER : ys.reduce((sum, y) => sum + y, 0) / ys.length;
  };
  for (const layer of spots) stack(layer, height);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const turn = sweep % 2 === 0 ? [...spots.keys()] : [...spots.keys()].reverse();
    for (const index of turn) {
      const layer = spots[index];
      if (layer === undefined) continue;
      const means = new Map(layer.map((spot) => [spot.key, mean(spot)]));
      layer.sort((a, b) => (means.get(a.key) ?? 0) - (means.get(b.key) ?? 0));
      stack(layer, height);
    }
  }
}

const xOf = (layer: number) => layer * (BOX_WIDTH + LAYER_GAP);

/** Boxes never overlap, wires always run left to right, and the same tables always give the same picture. */
export function layOut(tables: readonly LayoutTable[]): Layout {
  const layers = layersOf(tables);
  const links = linksOf(tables, layers);
  const height = Math.max(0, ...links.spots.map(columnHeight));
  order(links, height);
  const placed = new Map(
    links.spots.flatMap((layer, index) =>
      layer.map((spot) => [spot.key, { ...spot, layer: index }] as const),
    ),
  );
  const wires = links.routes.map(({ from, to, keys }) => {
    let path = '';
    let lastX = 0;
    let lastY = 0;
    for (const key of keys) {
      const spot = placed.get(key);
      if (spot === undefined) continue;
      const x = xOf(spot.layer);
      const y = Math.round(spot.y);
      const bend = (x + lastX) / 2;
      if (path === '') path = `M${x + BOX_WIDTH} ${y}`;
      else path += ` C${bend} ${lastY} ${bend} ${y} ${x} ${y}`;
      if (path !== '' && key !== from && key !== to) path += ` H${x + BOX_WIDTH}`;
      lastX = x + BOX_WIDTH;
      lastY = y;
    }
    return { from, to, path };
  });
  const boxes = [...placed.values()].flatMap((spot) =>
    spot.name === null
      ? []
      : [{ name: spot.name, layer: spot.layer, x: xOf(spot.layer), y: Math.round(spot.y - BOX_HEIGHT / 2) }],
  );
  return { width: xOf(links.spots.length - 1) + BOX_WIDTH, height, boxes, wires };
}
