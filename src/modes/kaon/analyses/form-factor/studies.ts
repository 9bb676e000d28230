import type { FormFactorFit } from '../../../../search/sections/form-factor-fit.ts';
import {
  type FormFactorModel,
  formFactorPseudoExperiments,
  type PseudoExperiments,
  parameterPulls,
} from '../../../../statistics/fits/index.ts';
import type { AnalysisContext } from '../analysis.ts';
import { descriptionSample, type Measurement, signalBins, templateName } from './measurement.ts';
import type { DescriptionResult, FormFactorResult } from './result.ts';
import { amplitudeOf, branchingRatioAt, templateOf } from './template.ts';

/**
 * Pseudo-experiments drawn from the nominal amplitude: pulls of its parameters, and every description fitted to the same
 * ones. Experiment i depends on the run's seed, the analysis's name and i alone.
 */
export function pseudoExperiments(
  section: FormFactorFit,
  context: AnalysisContext,
  { model, truth, amplitude, scale, signal }: Measurement,
): Pick<FormFactorResult, 'pulls' | 'descriptions'> {
  const { plan, name, samples, normalised } = context;
  const options = { experiments: section.pseudoExperiments, seed: plan.seed, stream: `${name}/pseudo-experiments` };
  const own = formFactorPseudoExperiments(model, truth, options);
  const branching = branchingRatioAt(signal, templateName(name), amplitude, truth);
  const descriptions: Record<string, DescriptionResult> = {
    [section.nominal ?? 'nominal']: summaryOf(own, branching),
  };
  for (const description of Object.keys(section.descriptions ?? {})) {
    const sample = samples.find((one) => one.plan.name === descriptionSample(name, description))!;
    const other = amplitudeOf(sample.plan, section.reweighting, name);
    const template = templateOf(sample, templateName(name), other, signalBins(context), normalised.flux.value);
    const fitted: FormFactorModel = { ...model, signal: template.scaled(scale) };
    const study = formFactorPseudoExperiments(fitted, truth, { ...options, generate: model });
    descriptions[description] = summaryOf(study, branchingRatioAt(sample, templateName(name), other, truth));
  }
  const pulls = Object.fromEntries(
    Object.keys(truth).map((key) => {
      if (section.pseudoExperiments - own.failed < 100) return [key, null];
      return [key, parameterPulls(own, key)];
    }),
  );
  return { pulls, descriptions };
}

function summaryOf({ parameters, failed, pValues }: PseudoExperiments, branchingRatio: number): DescriptionResult {
  const good = pValues.filter((p) => p !== null).sort((a, b) => a - b);
  return {
    branchingRatio,
    failed,
    pValues,
    medianPValue: good.length === 0 ? null : good[Math.floor(good.length / 2)],
    values: Object.fromEntries(
      parameters.map(({ name, values }) => {
        const known = values.filter((value) => value !== null);
        if (known.length < 2) return [name, null];
        const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
        const variance = known.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (known.length - 1);
        return [name, { value: mean, error: Math.sqrt(variance / known.length) }];
      }),
    ),
  };
}
