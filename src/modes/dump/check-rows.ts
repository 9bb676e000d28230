import { log } from '../../math/elementary.ts';
import { type ReproduceRow, row } from '../../search/results/row.ts';
import { constantEfficiency, decayProbability } from './chain/expected-events.ts';
import type { DumpYields } from './chain/yields.ts';
import { exclusionField, fieldEdges } from './exclusion/exclusion-field.ts';
import type { LifetimeMap } from './exclusion/lifetime-map.ts';

/** Unit checks that the search cites, beside what the chain gives. Null with a reason where there is nothing to compare. */
export function checkRows(yields: DumpYields, map: LifetimeMap | null): ReproduceRow[] {
  const [{ search, source, decayVolume }] = yields.setups;
  return (search.published.checks ?? []).map((check) => {
    const compare = (quantity: 'decayFraction' | 'couplingEdge' | 'limit', detail: string, value: number | null) =>
      row(search.id, quantity, detail, check.expected, value === null ? null : { value, error: null });
    if (check.kind === 'decay probability') {
      const found = decayProbability(check.length, source.frontFace, decayVolume[0], decayVolume[1]);
      return compare('decayFraction', `decay in the volume for a mean decay length of ${check.length} m`, found);
    }
    if (check.kind === 'power of protons') {
      const detail = `power of the protons in the lower edge at ${check.mass} GeV`;
      return compare('couplingEdge', detail, powerOfProtons(yields, check.mass));
    }
    const i = map === null ? -1 : map.masses.findIndex((mass) => Math.abs(mass / check.mass - 1) < 1e-6);
    // The check is of the geometry: efficiencies are taken out again.
    const kept = constantEfficiency(yields.setups[0]);
    const limits =
      i < 0 || map === null ? [] : map.limits[i].filter((limit) => limit !== null).map((limit) => limit * kept);
    const detail = `best over all lifetimes at ${check.mass} GeV, ${map?.product ?? ''}, efficiencies taken out`;
    return compare('limit', detail, limits.length === 0 ? null : Math.min(...limits));
  });
}

/** d ln(lower edge)/d ln(protons) between the protons on target and ten times as many; null without an edge. */
function powerOfProtons(yields: DumpYields, mass: number): number | null {
  const point = yields.points.find((candidate) => Math.abs(candidate.mass / mass - 1) < 1e-6);
  if (point === undefined) return null;
  const one: DumpYields = { ...yields, points: [point] };
  const protons: number = yields.setups[0].experiment.beam.protons.value;
  const lower = (factor: number) =>
    fieldEdges(exclusionField(one, { protons: factor * protons, coupling: { from: 1e-8, to: 1e-3, count: 1001 } }))[0]
      .lower;
  const [now, more] = [lower(1), lower(10)];
  return now === null || more === null ? null : log(more / now) / log(10);
}
