import type { Ring } from '../../../interpretation/contour-rings.ts';
import { earlierLimitsAt, insideEarlierRing } from '../../../interpretation/earlier-envelope.ts';
import { exp, log } from '../../../math/elementary.ts';
import type { PublishedLimit } from '../../../search/published-limit.ts';
import { type CouplingEdges, type ExclusionField, FLOOR, fieldRings } from './exclusion-field.ts';

/** Where a range of masses ends: where the contour meets the earlier limits or closes, where masses or limits end. */
export type RangeEnd = 'edge' | 'scan ends' | 'earlier limits end';

/** Masses where something new is excluded. */
export interface NewRange {
  readonly from: number;
  readonly to: number;
  readonly ends: readonly [RangeEnd, RangeEnd];
}

/** Ours beside the earlier limits at one mass; null where there is none. */
export interface ImprovedMass {
  readonly mass: number;
  /** Highest coupling that was excluded before, and by which limit. */
  readonly earlier: number | null;
  readonly by: string | null;
  readonly upper: number | null;
  /** Our upper edge over the earlier one. */
  readonly improvement: number | null;
}

/** What of an exclusion no earlier limit has: above the highest of their upper edges, below the lowest of their upper limits. */
export interface NewTerritory {
  readonly earlier: readonly { readonly id: string; readonly title: string; readonly references: readonly string[] }[];
  readonly rings: readonly Ring[];
  readonly ranges: readonly NewRange[];
  /** The longest of the ranges in ln m, as [from, to]; null when nothing is new. */
  readonly massRange: readonly [number, number] | null;
  /** ∫ d ln m d ln g of what is new, and of all that is excluded at the same masses. */
  readonly area: number;
  readonly excludedArea: number;
  readonly masses: readonly ImprovedMass[];
  /** Masses of the scan of which no earlier limit says anything: left out of ranges, rings and areas. */
  readonly silent: readonly number[];
}

/** Contour minus envelope, at the masses of the field. Nothing is extrapolated: masses without an earlier limit are `silent`. */
export function newTerritory(
  field: ExclusionField,
  edges: readonly CouplingEdges[],
  limits: readonly PublishedLimit[],
): NewTerritory {
  const { logMass, logCoupling, values } = field;
  const n = logCoupling.length;
  const fresh: ExclusionField = { logMass, logCoupling, values: new Float64Array(values.length).fill(FLOOR) };
  const masses: ImprovedMass[] = [];
  const silent: number[] = [];
  const known = Array.from(logMass, (_, i) => {
    const { mass, upper } = edges[i];
    const { below, above } = earlierLimitsAt(limits, mass);
    const earlier = below?.coupling ?? null;
    masses.push({
      mass,
      earlier,
      by: below?.by ?? null,
      upper,
      improvement: earlier === null || upper === null ? null : upper / earlier,
    });
    if (below === null && above === null) {
      silent.push(mass);
      return false;
    }
    const floor = below === null ? Number.NEGATIVE_INFINITY : log(below.coupling);
    const ceiling = above === null ? Number.POSITIVE_INFINITY : log(above.coupling);
    for (let j = 0; j < n; j++) {
      const g = logCoupling[j];
      const free = Math.min(values[i * n + j], g - floor, ceiling - g);
      const inRing = free > 0 && insideEarlierRing(limits, mass, exp(g));
      fresh.values[i * n + j] = Math.max(FLOOR, inRing ? -1e-3 : free);
    }
    return true;
  });
  const ranges = rangesOf(fresh, known);
  const longest = ranges.reduce<NewRange | null>(
    (best, range) => (best === null || range.to / range.from > best.to / best.from ? range : best),
    null,
  );
  return {
    earlier: limits.map(({ id, title, references }) => ({ id, title, references })),
    rings: fieldRings(fresh),
    ranges,
    massRange: longest === null ? null : [longest.from, longest.to],
    area: areaOf(fresh, known),
    excludedArea: areaOf(field, known),
    masses,
    silent,
  };
}

/** Length in ln g where a row of a field is positive, by linear interpolation. */
function positiveLength({ logCoupling, values }: ExclusionField, i: number): number {
  const n = logCoupling.length;
  let length = 0;
  for (let j = 1; j < n; j++) {
    const a = values[i * n + j - 1];
    const b = values[i * n + j];
    const step = logCoupling[j] - logCoupling[j - 1];
    if (a > 0 && b > 0) length += step;
    else if (a > 0 !== b > 0) length += (step * Math.max(a, b)) / Math.abs(a - b);
  }
  return length;
}

function areaOf(field: ExclusionField, known: readonly boolean[]): number {
  const { logMass } = field;
  let area = 0;
  for (let i = 1; i < logMass.length; i++)
    if (known[i] && known[i - 1])
      area += 0.5 * (positiveLength(field, i) + positiveLength(field, i - 1)) * (logMass[i] - logMass[i - 1]);
  return area;
}

/** Stretches of masses where a field is positive somewhere; ends between two masses by interpolation of its largest value. */
function rangesOf({ logMass, logCoupling, values }: ExclusionField, known: readonly boolean[]): NewRange[] {
  const n = logCoupling.length;
  const height = Array.from(logMass, (_, i) => {
    let most = FLOOR;
    for (let j = 0; j < n; j++) most = Math.max(most, values[i * n + j]);
    return most;
  });
  const last = logMass.length - 1;
  const end = (inside: number, outside: number): { at: number; kind: RangeEnd } => {
    if (outside < 0 || outside > last) return { at: logMass[inside], kind: 'scan ends' };
    if (!known[outside]) return { at: logMass[inside], kind: 'earlier limits end' };
    const t = height[inside] / (height[inside] - height[outside]);
    return { at: logMass[inside] + t * (logMass[outside] - logMass[inside]), kind: 'edge' };
  };
  const ranges: NewRange[] = [];
  for (let i = 0; i <= last; i++) {
    if (!(height[i] > 0)) continue;
    const first = i;
    while (i < last && height[i + 1] > 0) i++;
    const [low, high] = [end(first, first - 1), end(i, i + 1)];
    ranges.push({ from: exp(low.at), to: exp(high.at), ends: [low.kind, high.kind] });
  }
  return ranges;
}
