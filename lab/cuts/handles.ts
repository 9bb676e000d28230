import { type AnySearch, observables } from 'spillway';

/** An edge that can be moved: the setting that moves it and where it stands, in the unit of the picture. */
export interface Edge {
  readonly path: string;
  readonly value: number;
  readonly says: string;
  /** The axis of the picture along which it is moved. */
  readonly along: 'x' | 'y';
  /** Where the setting counts from, in the unit of the picture; 0 where absent. */
  readonly origin?: number;
}

/** The axis of a picture in the unit that people read. */
export interface HandleAxis {
  readonly observable: string;
  readonly symbol: string;
  readonly unit: string;
  readonly size: number;
  readonly from: number;
  readonly to: number;
  readonly bins: number;
  /** Edges lie at multiples of this from the beginning of the axis; absent: anywhere. */
  readonly step?: number;
}

/** A cut or a region of which the edges can be moved on a picture. */
export interface Handle {
  readonly kind: 'cut' | 'region';
  readonly name: string;
  readonly x: HandleAxis;
  /** Where a region has edges in a second axis. */
  readonly y?: HandleAxis;
  readonly edges: readonly Edge[];
  /** Why the cut has its value, as the search says. */
  readonly source: string;
}

/** The axis that an edge is moved along. */
export const axisOf = ({ x, y }: Handle, { along }: Edge): HandleAxis => (along === 'y' ? (y ?? x) : x);

interface Bounded {
  readonly observable: string;
  readonly of?: readonly string[];
  readonly as?: readonly string[];
  readonly source?: string;
  readonly between?: readonly [number, number];
  readonly outside?: readonly [number, number];
  readonly above?: number;
  readonly below?: number;
}

type KaonSearch = Extract<AnySearch, { readonly kind: 'kaon' }>;

const known: Readonly<
  Record<string, { readonly symbol: string; readonly unit: { readonly name: string; readonly size: number } }>
> = observables;

const BINS = 60;

/** What the edges of a region are called, axis by axis. */
const SAYS = [
  ['from', 'to'],
  ['from below', 'to above'],
] as const;

/** What a picture of a cut spans: a pair of edges and half its width to each side; one edge and as much beyond. */
function spanOf({ between, outside, above, below }: Bounded): readonly [number, number] {
  const pair = between ?? outside;
  if (pair !== undefined) {
    const width = pair[1] - pair[0];
    return [pair[0] - width / 2, pair[1] + width / 2];
  }
  const edge = above ?? below ?? 1;
  const size = Math.abs(edge) || 1;
  if (above !== undefined) return edge > 0 ? [0, 4 * size] : [edge - size, edge + 3 * size];
  return edge > 0 ? [0, 1.5 * size] : [edge - 3 * size, edge + size];
}

function edgesOf(path: string, cut: Bounded, size: number): readonly Edge[] {
  const edge = (key: string, value: number, says: string): Edge => ({
    path: `${path}.${key}`,
    value: value / size,
    ...{ says, along: 'x' as const },
  });
  if (cut.between !== undefined)
    return [edge('between.0', cut.between[0], 'from'), edge('between.1', cut.between[1], 'to')];
  if (cut.outside !== undefined)
    return [edge('outside.0', cut.outside[0], 'outside, from'), edge('outside.1', cut.outside[1], 'outside, to')];
  if (cut.above !== undefined) return [edge('above', cut.above, 'above')];
  return cut.below === undefined ? [] : [edge('below', cut.below, 'below')];
}

/**
 * Every cut of a search with kaons in flight, and the regions of its discriminant, as handles; `shown` is the search with
 * its settings, `usual` without, which the axes of the pictures are taken from.
 */
export function handlesOf(shown: KaonSearch, usual: KaonSearch): readonly Handle[] {
  const cuts = Object.entries(shown.selection.cuts as Readonly<Record<string, Bounded>>).map(([name, cut]): Handle => {
    const { symbol, unit } = known[cut.observable];
    const before = (usual.selection.cuts as Readonly<Record<string, Bounded>>)[name] ?? cut;
    const [from, to] = spanOf(before).map((edge) => edge / unit.size);
    return {
      kind: 'cut',
      name,
      x: { observable: cut.observable, symbol, unit: unit.name, size: unit.size, from, to, bins: BINS },
      edges: edgesOf(`selection.cuts.${name}`, cut, unit.size),
      source: cut.source ?? '',
    };
  });
  const axes = shown.discriminant.map((axis): HandleAxis => {
    const { symbol, unit } = known[axis.observable];
    return {
      ...{ observable: axis.observable, symbol, unit: unit.name, size: unit.size },
      ...{ from: axis.from / unit.size, to: axis.to / unit.size, bins: axis.bins },
      step: (axis.to - axis.from) / unit.size / axis.bins,
    };
  });
  const [x, y] = axes;
  const regions = Object.entries(shown.regions).map(([name, ranges]): Handle => {
    const edges = ranges.flatMap((range, k) =>
      SAYS[k].map((says, i): Edge => {
        const along = k === 0 ? 'x' : 'y';
        return { path: `regions.${name}.${k}.${i}`, value: range[i] / axes[k].size, says, along };
      }),
    );
    return { kind: 'region', name, x, ...(y !== undefined && { y }), edges, source: '' };
  });
  return [...cuts, ...regions];
}

/** The search with the picture of one cut: that cut taken away, its observable a spectrum of the candidates left. */
export function withoutCut(search: KaonSearch, { name, x }: Handle): KaonSearch {
  const { [name]: taken, ...cuts } = search.selection.cuts as Readonly<Record<string, Bounded>>;
  const { from, to, bins, size } = x;
  const { observable, of, as } = taken;
  const spectrum = {
    ...{ observable, from: from * size, to: to * size, bins },
    ...(of !== undefined && { of }),
    ...(as !== undefined && { as }),
  };
  return {
    ...search,
    selection: { ...search.selection, cuts },
    spectra: { [PICTURE]: spectrum },
  } as unknown as KaonSearch;
}

/** The name of the spectrum that the picture of a cut is. */
export const PICTURE = 'picture';
