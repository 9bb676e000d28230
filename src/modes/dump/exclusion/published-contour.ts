import { exp, log } from '../../../math/elementary.ts';
import { constantEfficiency } from '../chain/expected-events.ts';
import type { DumpYields } from '../chain/yields.ts';
import {
  type ContourOptions,
  type CouplingEdges,
  type ExclusionField,
  exclusionField,
  fieldEdges,
} from './exclusion-field.ts';

/** One point of a published contour beside ours. Ratios are computed over published; null where either has no edge. */
export interface ContourPoint {
  readonly mass: number;
  readonly published: { readonly lower: number; readonly upper: number | null };
  readonly computed: CouplingEdges;
  readonly lowerRatio: number | null;
  readonly upperRatio: number | null;
}

/** A published contour beside ours for one production set, at the efficiency that the simulation predicts. */
export interface ContourComparison {
  readonly search: string;
  readonly production: string;
  readonly points: readonly ContourPoint[];
  /** Root mean square of ln(computed/published) over all edges; an edge that we lack counts as 0.5. */
  readonly rms: number;
  /** Trigger, tracks, identification, vetoes and mass window as predicted. */
  readonly predictedEfficiency: number;
  /** What that product would have to be for the smallest rms, and that rms: shown, never used. */
  readonly fittingEfficiency: number;
  readonly fittingRms: number;
}

const MISSING = 0.5;

/** Masses of the published contour of a search, ascending; simulate these to compare with it. */
export function publishedMasses(search: DumpYields['setups'][number]['search']): number[] {
  return (search.published.contour?.value ?? []).map(([mass]) => mass);
}

/** Whether two masses are the same to the digits that are published. */
const isSame = (mass: number, published: number): boolean => Math.abs(mass / published - 1) < 1e-6;

/** The part of a field at some masses. */
function atMasses({ logMass, logCoupling, values }: ExclusionField, masses: readonly number[]): ExclusionField {
  const n = logCoupling.length;
  const chosen = [...logMass.keys()].filter((i) => masses.some((mass) => isSame(exp(logMass[i]), mass)));
  const some = new Float64Array(chosen.length * n);
  chosen.forEach((i, row) => {
    some.set(values.subarray(i * n, (i + 1) * n), row * n);
  });
  return { logMass: Float64Array.from(chosen, (i) => logMass[i]), logCoupling, values: some };
}

function shifted({ logMass, logCoupling, values }: ExclusionField, by: number): ExclusionField {
  return { logMass, logCoupling, values: values.map((value) => value + by) };
}

/**
 * Compares the exclusion of the first (only) search of some yields with its published contour, at the masses that both
 * have. The efficiency that would fit is found on a logarithmic grid of 61 values from 0.03 to 3 times the predicted one.
 */
export function compareWithPublished(yields: DumpYields, options: ContourOptions = {}): ContourComparison {
  const [setup] = yields.setups;
  const contour = setup.search.published.contour?.value ?? [];
  const field = exclusionField(yields, { coupling: { from: 1e-8, to: 1e-3, count: 501 }, ...options });
  const distance = (edges: readonly CouplingEdges[]) => {
    let sum = 0;
    let count = 0;
    for (const [mass, lower, upper] of contour) {
      const ours = edges.find((edge) => isSame(edge.mass, mass));
      if (ours === undefined) continue;
      const pairs: [number, number | null][] = [[lower, ours.lower]];
      if (upper !== null) pairs.push([upper, ours.upper]);
      for (const [published, computed] of pairs) {
        const d = computed === null ? MISSING : log(computed / published);
        sum += d * d;
        count++;
      }
    }
    return count === 0 ? 0 : Math.sqrt(sum / count);
  };
  const edges = fieldEdges(field);
  const compared = atMasses(
    field,
    contour.map(([mass]) => mass),
  );
  let fitting = 1;
  let fittingRms = Number.POSITIVE_INFINITY;
  for (let i = 0; i <= 60; i++) {
    const factor = 0.03 * exp((log(100) * i) / 60);
    const rms = distance(fieldEdges(shifted(compared, log(factor))));
    if (rms < fittingRms) {
      fitting = factor;
      fittingRms = rms;
    }
  }
  const predicted = constantEfficiency(setup);
  return {
    search: setup.search.id,
    production: options.production ?? yields.model.defaultProduction,
    points: contour.flatMap(([mass, lower, upper]) => {
      const computed = edges.find((edge) => isSame(edge.mass, mass));
      if (computed === undefined) return [];
      return [
        {
          mass,
          published: { lower, upper },
          computed,
          lowerRatio: computed.lower === null ? null : computed.lower / lower,
          upperRatio: computed.upper === null || upper === null ? null : computed.upper / upper,
        },
      ];
    }),
    rms: distance(edges),
    predictedEfficiency: predicted,
    fittingEfficiency: predicted * fitting,
    fittingRms,
  };
}
