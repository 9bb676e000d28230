import { DISCRIMINANT } from './chain/compile-sample.ts';
import { type ReadSample, sampleOf } from './chain/read-samples.ts';
import { eventsPerWeight } from './events-per-weight.ts';
import type { NormalisedRun } from './normalise.ts';
import type { SpectrumResult } from './run-document.ts';
import type { RunPlan } from './run-plan.ts';

/** The spectra that a search lists and its discriminant, in expected events; peaks of the control samples beside them. */
export function spectraOf(
  samples: readonly ReadSample[],
  plan: RunPlan,
  normalised: NormalisedRun,
): Record<string, SpectrumResult> {
  const signal = sampleOf(samples, 'signal');
  const backgrounds = samples.filter(({ plan: { role } }) => role === 'background');
  const scaled = (sample: ReadSample, name: string): number[] => {
    const scale = eventsPerWeight(sample, plan, normalised);
    return Array.from(sample.summary.spectra[name].contents, (weight) => weight * scale);
  };
  const errorOf = (found: readonly ReadSample[], name: string): number[] => {
    const scales = found.map((sample) => eventsPerWeight(sample, plan, normalised));
    const { length } = (found[0] ?? signal).summary.spectra[name].squares;
    return Array.from({ length }, (_, bin) => {
      const terms = found.map((sample, i) => scales[i] * scales[i] * sample.summary.spectra[name].squares[bin]);
      return Math.sqrt(terms.reduce((sum, term) => sum + term, 0));
    });
  };
  const result: Record<string, SpectrumResult> = {};
  const shown = new Set([DISCRIMINANT, ...Object.keys(plan.search.spectra)]);
  for (const [name, { axes }] of Object.entries(signal.summary.spectra)) {
    if (!shown.has(name)) continue;
    result[name] = {
      axes,
      signal: scaled(signal, name),
      backgrounds: Object.fromEntries(backgrounds.map((sample) => [sample.plan.key, scaled(sample, name)])),
      error: errorOf(backgrounds, name),
      data: null,
    };
  }
  for (const sample of samples) {
    if (sample.plan.role !== 'normalisation' && sample.plan.role !== 'check') continue;
    const spectrum = sample.summary.spectra[DISCRIMINANT];
    if (spectrum === undefined) continue;
    result[sample.plan.name] = {
      axes: spectrum.axes,
      signal: scaled(sample, DISCRIMINANT),
      backgrounds: {},
      error: errorOf([sample], DISCRIMINANT),
      data: null,
    };
  }
  return result;
}
