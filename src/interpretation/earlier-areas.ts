import { curveAt, symbolValue } from '../search/limit-curve.ts';
import type { LimitCurve, PublishedLimit } from '../search/published-limit.ts';

/** What one limit excludes, as closed polygons in (mass, coupling) that do not overlap, by its experiment. */
export interface EarlierArea {
  readonly name: string;
  readonly rings: [number, number][][];
}
type Span = readonly [low: number, high: number];

const clamp = (value: number, [low, high]: Span): number => Math.min(high, Math.max(low, value));

/** Masses of a curve inside a span, with the ends of the span where the curve goes on beyond them. */
function massesOf({ points }: LimitCurve, [from, to]: Span): number[] {
  const inside = points.value.map(([mass]) => mass).filter((mass) => mass > from && mass < to);
  const [first, last] = [points.value[0][0], points.value[points.value.length - 1][0]];
  return [...(first <= from && last >= from ? [from] : []), ...inside, ...(first <= to && last >= to ? [to] : [])];
}

/**
 * Areas that earlier limits exclude within a window of masses (GeV) and couplings, one entry per limit. An upper edge
 * without its lower one goes down to the end of the window, an upper limit up to it; what lies outside is cut off.
 */
export function earlierAreas(limits: readonly PublishedLimit[], masses: Span, couplings: Span): EarlierArea[] {
  return limits.flatMap((limit): EarlierArea[] => {
    const at = (curve: LimitCurve, mass: number): number | null => {
      const found = curveAt(curve, mass);
      return found === null ? null : clamp(symbolValue(limit.y, found), couplings);
    };
    const lower = limit.curves.filter(({ kind }) => kind === 'lower edge');
    const rings = limit.curves.flatMap((curve): [number, number][][] => {
      if (curve.kind === 'lower edge') return [];
      if (curve.kind === 'ring')
        return [
          curve.points.value.map(([mass, y]) => [clamp(mass, masses), clamp(symbolValue(limit.y, y), couplings)]),
        ];
      const edge = massesOf(curve, masses).map((mass): [number, number] => [mass, at(curve, mass) ?? couplings[0]]);
      if (edge.length < 2) return [];
      const far = curve.kind === 'upper limit' ? couplings[1] : couplings[0];
      const others = curve.kind === 'upper limit' ? [] : lower;
      const back = [...new Set([...edge.map(([mass]) => mass), ...others.flatMap((one) => massesOf(one, masses))])]
        .filter((mass) => mass >= edge[0][0] && mass <= edge[edge.length - 1][0])
        .sort((a, b) => b - a)
        .map((mass): [number, number] => [
          mass,
          others.reduce<number | null>((y, one) => y ?? at(one, mass), null) ?? far,
        ]);
      return [[...edge, ...back]];
    });
    const seen = rings.filter((ring) => ring.some(([, y]) => y !== ring[0][1]) && ring.some(([x]) => x !== ring[0][0]));
    return seen.length > 0 ? [{ name: limit.experiment, rings: seen }] : [];
  });
}
