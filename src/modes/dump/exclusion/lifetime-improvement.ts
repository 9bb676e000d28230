import type { LifetimeMap } from './lifetime-map.ts';

/** A map beside earlier ones at one mass. */
export interface ImprovedLifetimes {
  readonly mass: number;
  /** Our best limit over all lifetimes (cτ, m), and the strongest earlier one at that lifetime; null where there is none. */
  readonly lifetime: number;
  readonly limit: number;
  readonly earlier: number | null;
  /** Lifetimes (cτ, m) where ours is the strongest and below 1; null when nowhere. */
  readonly improved: readonly [number, number] | null;
}

/** Where in mass and lifetime a map goes beyond earlier ones. */
export interface LifetimeImprovement {
  readonly search: string;
  readonly earlier: readonly string[];
  readonly masses: readonly ImprovedLifetimes[];
  /** Neighbouring masses at which our best limit is below every earlier one at the same lifetime, [first, last]. */
  readonly ranges: readonly (readonly [number, number])[];
}

/** The map of one search less those of earlier searches, which have the same masses and lifetimes. */
export function lifetimeImprovement(map: LifetimeMap, earlier: readonly LifetimeMap[]): LifetimeImprovement {
  const masses: ImprovedLifetimes[] = [];
  const ranges: [number, number][] = [];
  let open = false;
  map.masses.forEach((mass, i) => {
    const before = map.lifetimes.map((_, j) => {
      const known = earlier.map(({ limits }) => limits[i][j]).filter((limit) => limit !== null);
      return known.length === 0 ? null : Math.min(...known);
    });
    let best = -1;
    let first = -1;
    let last = -1;
    map.limits[i].forEach((limit, j) => {
      if (limit === null) return;
      if (best < 0 || limit < (map.limits[i][best] ?? Number.POSITIVE_INFINITY)) best = j;
      const other = before[j];
      if (!(limit < 1) || (other !== null && other <= limit)) return;
      if (first < 0) first = j;
      last = j;
    });
    if (best < 0) {
      open = false;
      return;
    }
    const limit = map.limits[i][best] as number;
    const known = before[best];
    masses.push({
      mass,
      lifetime: map.lifetimes[best],
      limit,
      earlier: known,
      improved: first < 0 ? null : [map.lifetimes[first], map.lifetimes[last]],
    });
    if (known !== null && known <= limit) open = false;
    else if (open) ranges[ranges.length - 1][1] = mass;
    else {
      ranges.push([mass, mass]);
      open = true;
    }
  });
  return { search: map.search, earlier: earlier.map(({ search }) => search), masses, ranges };
}
