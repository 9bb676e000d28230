import type { DumpSearchDocument } from 'spillway';
import type { Edge, Handle, HandleAxis } from './handles.ts';

interface Axis extends Pick<HandleAxis, 'symbol' | 'unit' | 'size'> {}

const GEV: Axis = { symbol: 'momentum', unit: 'GeV', size: 1 };
const MM: Axis = { symbol: 'distance', unit: 'mm', size: 1e-3 };
const METRES: Axis = { symbol: 'z', unit: 'm', size: 1 };
const SIGMA: Axis = { symbol: 'standard deviations', unit: '1', size: 1 };

/** Cuts of a search behind a dump that are one number or a pair of them: name, path, unit and what the edges say. */
const CUTS: readonly (readonly [name: string, path: string, axis: Axis, says: readonly string[]])[] = [
  ['smallest momentum', 'selection.smallestMomentum', GEV, ['above']],
  ['largest momentum', 'selection.largestMomentum', GEV, ['below']],
  ['momentum of both', 'selection.smallestTotal', GEV, ['above']],
  ['distance at the vertex', 'selection.vertexDistance', MM, ['below']],
  ['z of the vertex', 'selection.vertexZ', METRES, ['from', 'to']],
  ['decay volume', 'selection.decayVolume', METRES, ['from', 'to']],
  ['separation of the tracks', 'selection.separation.distance', MM, ['above']],
  ['separation of the clusters', 'selection.clusters.distance', MM, ['above']],
  ['z of the pair', 'selection.clusters.z', METRES, ['from', 'to']],
  ['centre of the energy', 'selection.clusters.centre', MM, ['below']],
  ['mass window', 'massWindow', SIGMA, ['below']],
];

interface Found {
  readonly value: number | readonly number[];
  readonly source: string;
}

/** The fact at a path of a document; undefined where there is none with a number. */
function factAt(document: unknown, path: string): Found | undefined {
  const found = path
    .split('.')
    .reduce<unknown>((part, key) => (part as Readonly<Record<string, unknown>> | undefined)?.[key], document);
  const { value, source } = (found ?? {}) as Partial<Found>;
  const numeric = [value].flat().every((one) => typeof one === 'number');
  return value !== undefined && numeric ? { value, source: source ?? '' } : undefined;
}

/** What a picture of a cut spans: from nothing to twice an edge; a pair and half its width to each side. */
function spanOf(edges: readonly number[]): readonly [number, number] {
  const [from, to = from] = edges;
  return from === to ? [0, 2 * from] : [from - (to - from) / 2, to + (to - from) / 2];
}

function cutsOf(shown: DumpSearchDocument, usual: DumpSearchDocument): readonly Handle[] {
  return CUTS.flatMap(([name, path, axis, says]): Handle[] => {
    const found = factAt(shown, path);
    const before = factAt(usual, path);
    if (found === undefined || before === undefined) return [];
    const values = [found.value].flat();
    const [from, to] = spanOf([before.value].flat().map((value) => value / axis.size));
    if (!(to > from)) return [];
    const edges = values.map(
      (value, i): Edge => ({
        path: values.length === 1 ? path : `${path}.value.${i}`,
        ...{ value: value / axis.size, says: says[i], along: 'x' },
      }),
    );
    return [{ kind: 'cut', name, x: { ...axis, observable: path, from, to, bins: 0 }, edges, source: found.source }];
  });
}

type Region = DumpSearchDocument['regions'][string]['value'];

/** How far from the dump's axis and along it a region reaches (m). */
function reachOf(region: Region): { readonly z: readonly [number, number]; readonly distance: number } | undefined {
  if (region.shape === 'anywhere') return undefined;
  if (region.shape === 'box') return { z: [region.z[0], region.z[1]], distance: region.distance[1] };
  const { z, semiZ, semiDistance } = region;
  return { z: [z - semiZ, z + semiZ], distance: semiDistance };
}

function edgesOf(name: string, region: Region): readonly Edge[] {
  const edge = (key: string, value: number, says: string, along: Edge['along']): Edge => ({
    path: `regions.${name}.value.${key}`,
    ...{ value, says, along },
  });
  if (region.shape === 'box')
    return [
      edge('z.0', region.z[0], 'from', 'x'),
      edge('z.1', region.z[1], 'to', 'x'),
      edge('distance.1', 1e3 * region.distance[1], 'to above', 'y'),
    ];
  if (region.shape === 'anywhere') return [];
  const { z, semiZ, semiDistance } = region;
  return [
    { ...edge('semiZ', z + semiZ, 'half axis, to', 'x'), origin: z },
    edge('semiDistance', 1e3 * semiDistance, 'to above', 'y'),
  ];
}

/**
 * The cuts of a search behind a dump, and its regions in the plane of where pairs point, as handles; `shown` is the search
 * with its settings, `usual` without, which the axes of the pictures are taken from.
 */
export function dumpHandlesOf(shown: DumpSearchDocument, usual: DumpSearchDocument): readonly Handle[] {
  const reaches = Object.values(usual.regions).flatMap(({ value }) => reachOf(value) ?? []);
  const from = Math.min(...reaches.map(({ z }) => z[0]));
  const to = Math.max(...reaches.map(({ z }) => z[1]));
  const distance = Math.max(...reaches.map((one) => one.distance));
  const regions = Object.entries(shown.regions).flatMap(([name, { value, source }]): Handle[] => {
    const edges = edgesOf(name, value);
    if (edges.length === 0) return [];
    const x = { ...METRES, observable: 'z', from: from - 15, to: to + 15, bins: 0 };
    const y = { ...MM, observable: 'distance', from: 0, to: 1.5e3 * distance, bins: 0 };
    return [{ kind: 'region', name, x, y, edges, source: source ?? '' }];
  });
  return [...regions, ...cutsOf(shown, usual)];
}
