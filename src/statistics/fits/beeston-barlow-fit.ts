import { InvalidInput } from '../../schema/index.ts';
import { requireCounts } from './baker-cousins.ts';
import { beestonBarlowBin, beestonBarlowLogLikelihood } from './beeston-barlow.ts';
import { fitObjective } from './fit.ts';
import type { FitObjective } from './fit-objective.ts';
import type { FitResult } from './fit-result.ts';

/** A source of events known from so many simulated events per bin. */
export interface SimulatedSource {
  readonly name: string;
  readonly counts: ArrayLike<number>;
}

/**
 * −2 ln L of the full Beeston–Barlow likelihood as a function of the sources' fractions P_j of the data, the true
 * template contents profiled out in every bin; with gradient. +Infinity for a negative fraction.
 * Throws InvalidInput for bins that do not match or a source without events.
 * Source: Barlow and Beeston, Comput. Phys. Commun. 77 (1993) 219, eqs. (16)–(20).
 */
export function beestonBarlowObjective(
  observed: ArrayLike<number>,
  sources: readonly SimulatedSource[],
): FitObjective & { readonly observations: null } {
  requireCounts(observed);
  if (sources.length === 0) throw new InvalidInput('sources', 'at least one is needed');
  const bins = observed.length;
  let data = 0;
  for (let i = 0; i < bins; i++) data += observed[i];
  const perFraction = sources.map(({ name, counts }) => {
    requireCounts(counts, `sources.${name}`);
    if (counts.length !== bins) {
      throw new InvalidInput(`sources.${name}`, `${counts.length} bins do not match the data's ${bins} bins`);
    }
    let total = 0;
    for (let i = 0; i < bins; i++) total += counts[i];
    if (total === 0) throw new InvalidInput(`sources.${name}`, 'the source has no events');
    return data / total;
  });
  const count = sources.length;
  const inBin = Array.from({ length: bins }, (_, i) => Float64Array.from(sources, (source) => source.counts[i]));
  const [scales, fitted] = [new Float64Array(count), new Float64Array(count)];
  const scale = (fractions: Float64Array): boolean => {
    for (let j = 0; j < count; j++) scales[j] = perFraction[j] * fractions[j];
    return scales.every((p) => p >= 0);
  };
  return {
    names: sources.map((source) => source.name),
    observations: null,
    value(fractions) {
      if (!scale(fractions)) return Number.POSITIVE_INFINITY;
      let sum = 0;
      for (let i = 0; i < bins; i++) {
        beestonBarlowBin(observed[i], scales, inBin[i], fitted);
        sum += beestonBarlowLogLikelihood(observed[i], scales, inBin[i], fitted);
      }
      return -2 * sum;
    },
    gradient(fractions, out) {
      scale(fractions);
      out.fill(0);
      for (let i = 0; i < bins; i++) {
        // At the profiled contents ∂lnL/∂p_j = (d/f − 1)·A_j = −t·A_j.
        const t = beestonBarlowBin(observed[i], scales, inBin[i], fitted);
        for (let j = 0; j < count; j++) out[j] += 2 * perFraction[j] * t * fitted[j];
      }
    },
  };
}

/**
 * Fits the fractions of the data that belong to simulated sources, the statistical errors of the simulation included
 * in full. Fractions are not forced to add up to 1. See `beestonBarlowObjective` for input and source.
 */
export function beestonBarlowFit(
  observed: ArrayLike<number>,
  sources: readonly SimulatedSource[],
  options: { readonly minos?: boolean } = {},
): FitResult {
  const start = 1 / sources.length;
  const parameters = Object.fromEntries(sources.map(({ name }) => [name, { start, step: 0.1 * start, lower: 0 }]));
  return fitObjective(beestonBarlowObjective(observed, sources), { parameters, minos: options.minos });
}
