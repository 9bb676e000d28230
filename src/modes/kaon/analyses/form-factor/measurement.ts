import type { Box } from '../../../../search/kaon-search.ts';
import type { FormFactorFit } from '../../../../search/sections/form-factor-fit.ts';
import { signalRegionsOf } from '../../../../search/signal-regions.ts';
import { binsInBox } from '../../../../stages/blinding/binning.ts';
import type { FormFactorModel, ParameterSettings } from '../../../../statistics/fits/index.ts';
import type { ReadSample } from '../../chain/read-samples.ts';
import type { AnalysisContext } from '../analysis.ts';
import { type Amplitude, amplitudeOf, templateOf } from './template.ts';

/** Name of the template of a sample, given that of the analysis. */
export const templateName = (analysis: string): string => `${analysis}: template`;
/** Name of the sample of another description. */
export const descriptionSample = (analysis: string, description: string): string => `${analysis}: ${description}`;

/** Everything a fit needs, at the published number of candidates. */
export interface Measurement {
  readonly model: FormFactorModel;
  readonly truth: Readonly<Record<string, number>>;
  readonly settings: ParameterSettings;
  readonly expected: Float64Array;
  readonly scale: number;
  readonly amplitude: Amplitude;
  readonly signal: ReadSample;
}

/** The bins of the signal region, flat, last axis fastest. */
export function signalBins({ plan: { search } }: AnalysisContext): number[] {
  const regions: Readonly<Record<string, Box>> = search.regions;
  return signalRegionsOf(search).flatMap((region) => binsInBox(search.discriminant, regions[region]));
}

/** The expectation of a run, scaled to the published candidates, with the published parameters as truth. */
export function measurementOf(section: FormFactorFit, context: AnalysisContext): Measurement {
  const { name, samples, normalised, plan } = context;
  const signal = samples.find(({ plan: { role } }) => role === 'signal')!;
  const amplitude = amplitudeOf(signal.plan, section.reweighting, name);
  const { parameters } = amplitude;
  const truth = Object.fromEntries(parameters.map((key) => [key, section.parameters[key].truth.value]));
  const settings = Object.fromEntries(
    parameters.map((key) => [key, { start: truth[key], search: section.parameters[key].search }]),
  );
  const plain = templateOf(signal, templateName(name), amplitude, signalBins(context), normalised.flux.value);
  const theta = parameters.map((key) => truth[key]);
  const expected = new Float64Array(plain.bins);
  plain.evaluate(theta, expected);
  const total = expected.reduce((sum, n) => sum + n, 0);
  const scale = (section.candidates.value - section.background.value) / total;
  const flat = new Array<number>(plain.bins).fill(section.background.value / plain.bins);
  const model: FormFactorModel = {
    signal: plain.scaled(scale),
    background: [{ name: 'background', values: flat }],
    statistic: 'poisson',
  };
  for (let i = 0; i < expected.length; i++) expected[i] = scale * expected[i] + flat[i];
  if (plan.search.discriminant.length !== 2) throw new RangeError('two axes are needed');
  return { model, truth, settings, expected, scale, amplitude, signal };
}
