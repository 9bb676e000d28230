import { EventRandom, streamKey } from '../../../../math/random/index.ts';
import { drawPoisson } from '../../../../math/random/poisson.ts';
import type { FormFactorFit } from '../../../../search/sections/form-factor-fit.ts';
import {
  type FormFactorModel,
  formFactorFit,
  formFactorLikelihood,
  PolynomialTemplate,
} from '../../../../statistics/fits/index.ts';
import { likelihoodContours } from '../../../../statistics/likelihood-scan/index.ts';
import { gaussianLimits } from '../../../../statistics/significance/index.ts';
import type { ReadSample } from '../../chain/read-samples.ts';
import type { AnalysisContext } from '../analysis.ts';
import { type Measurement, measurementOf, signalBins, templateName } from './measurement.ts';
import { ratePrediction } from './prediction.ts';
import type { ExpectedErrors, FormFactorResult } from './result.ts';
import { pseudoExperiments } from './studies.ts';
import { branchingRatioAt } from './template.ts';

/** Levels of the contours. */
const LEVELS = [0.683, 0.95];
/** Solutions farther above the best in 2ΔlnL are not drawn. */
const FAR = 100;

/** The fit of the run's data or of pseudo-data, what to expect of it, and pseudo-experiments of every description. */
export function finishFormFactorFit(section: FormFactorFit, context: AnalysisContext): FormFactorResult {
  const { plan, name, normalised } = context;
  const { search } = plan;
  const measurement = measurementOf(section, context);
  const { model, truth, settings, scale, amplitude, signal } = measurement;
  const axis = search.discriminant[1];
  if (axis === undefined) throw new RangeError('the discriminant has no second axis');
  const { counts, data, note } = countsOf(context, measurement);
  const fit = formFactorFit({ ...model, observed: counts, parameters: settings });
  const names = amplitude.parameters;
  const fitted = Float64Array.from(names, (key) => fit.parameters.find((one) => one.name === key)?.value ?? 0);

  const size = section.variable.size.value;
  const edges = Array.from(
    { length: axis.bins + 1 },
    (_, i) => (axis.from + ((axis.to - axis.from) * i) / axis.bins) / size,
  );
  const bins = edges.slice(1).map((to, i) => [edges[i], to] as const);
  const prediction = ratePrediction(
    search.signal,
    section.reweighting,
    { of: section.variable.of, size },
    bins,
    1 << 18,
  );
  const [atFit, rateAtFit] = [new Float64Array(bins.length), new Float64Array(bins.length)];
  model.signal.evaluate(fitted, atFit);
  prediction.evaluate(fitted, rateAtFit);
  const width = edges[1] - edges[0];
  const perCount = (i: number): number => (atFit[i] > 0 ? rateAtFit[i] / atFit[i] : 0);
  const flat = section.background.value / bins.length;

  const branchingRatio = branchingRatioAt(signal, templateName(name), amplitude, truth);
  const kaons =
    'kaonDecays' in search.normalisation ? search.normalisation.kaonDecays.value : normalised.kaonDecays.value;
  const { acceptance, trigger } = normalised;
  const condition = triggerCondition(context, trigger.signal, kaons);
  return {
    scale,
    acceptance: {
      value: acceptance.signal.value * condition,
      error: acceptance.signal.error * condition,
    },
    branchingRatio: { value: branchingRatio, error: branchingRatio / Math.sqrt(signal.summary.generated.candidates) },
    branchingRatioError: Math.sqrt(counts.reduce((sum, n, i) => sum + n * perCount(i) * perCount(i), 0)),
    expected: {
      normalised: expectedErrors(measurement, { ...model }),
      floating: expectedErrors(measurement, { ...model, normalisation: 'free' }),
      withSimulation: expectedErrors(measurement, { ...model, statistic: 'poisson-template' }),
    },
    data,
    note,
    fit,
    template: {
      monomials: model.signal.value.monomials.map((powers) => [...powers]),
      rows: model.signal.value.monomials.map((_, k) => [
        ...model.signal.value.rows.subarray(k * bins.length, (k + 1) * bins.length),
      ]),
      background: bins.map(() => flat),
    },
    contours: contoursOf({ ...model, observed: counts }, fit, names),
    edges,
    rate: {
      value: counts.map((n, i) => ((n - flat) * perCount(i)) / width),
      error: counts.map((n, i) => (Math.sqrt(n) * perCount(i)) / width),
      fitted: Array.from(rateAtFit, (rate) => rate / width),
    },
    squaredFormFactor: squaredFormFactor(section, measurement, counts, flat, fitted),
    asymmetry: asymmetryOf(section, signal),
    ...pseudoExperiments(section, context, measurement),
  };
}

/** What the trigger's conditions leave, downscaling undone: events that fire every line are what a cited number counts. */
function triggerCondition({ normalised }: AnalysisContext, trigger: number, kaons: number): number {
  return trigger * (normalised.flux.value / kaons);
}

/** The run's counts when its box is open, else pseudo-data of the analysis, the same for the same seed. */
function countsOf(context: AnalysisContext, { expected }: Measurement) {
  const { plan, name, counts, opened, dataKind } = context;
  const bins = signalBins(context);
  if (opened !== undefined && bins.every((bin) => counts[bin] !== null)) {
    const sums = new Array<number>(expected.length).fill(0);
    for (const bin of bins) sums[bin % expected.length] += counts[bin] ?? 0;
    return {
      counts: sums,
      data: dataKind === 'user' ? ('user' as const) : ('pseudo-data of the run' as const),
      note: `the opened box of this run (${dataKind})`,
    };
  }
  const random = new EventRandom(streamKey(plan.seed, `${name}/pseudo-data`));
  return {
    counts: Array.from(expected, (mean, bin) => {
      random.start(bin);
      return drawPoisson(random, mean);
    }),
    data: 'pseudo-data' as const,
    note: `pseudo-data drawn with the published parameters and number of candidates, seed ${plan.seed}; the box of the run stays closed`,
  };
}

/** Errors that the fit of the expectation itself has: no fluctuation in them. */
function expectedErrors({ expected, settings, truth }: Measurement, model: FormFactorModel): ExpectedErrors | null {
  const starts = Object.fromEntries(Object.keys(settings).map((key) => [key, { start: truth[key] }]));
  const { fit } = formFactorLikelihood({ ...model, observed: expected, parameters: starts, minos: false });
  return fit.valid ? { parameters: fit.parameters, correlation: fit.correlation } : null;
}

/** Contours about every solution that lies less than `FAR` above the best. */
function contoursOf(
  input: Parameters<typeof formFactorLikelihood>[0],
  fit: FormFactorResult['fit'],
  names: readonly string[],
): FormFactorResult['contours'] {
  if (names.length !== 2 || !fit.valid) return [];
  return [{ ...fit, above: 0 }, ...fit.others]
    .filter(({ above }) => above < FAR)
    .flatMap(({ parameters, above }) => {
      const starts = Object.fromEntries(parameters.map(({ name, value }) => [name, { start: value }]));
      const local = formFactorLikelihood({ ...input, parameters: starts, minos: false });
      if (!local.fit.valid) return [];
      return [{ ...likelihoodContours(local, { x: names[0], y: names[1], levels: LEVELS }), above }];
    });
}

function squaredFormFactor(
  { squaredFormFactor: wanted, reweighting: _ }: FormFactorFit,
  { model, amplitude }: Measurement,
  counts: readonly number[],
  flat: number,
  fitted: Float64Array,
): FormFactorResult['squaredFormFactor'] {
  if (wanted === undefined) return null;
  const { bins, value } = model.signal;
  const k = amplitude.reweighting.monomials.indexOf(wanted.monomial);
  const unit = value.rows.subarray(k * bins, (k + 1) * bins);
  const atFit = new Float64Array(bins);
  model.signal.evaluate(fitted, atFit);
  const per = (events: number, i: number): number | null =>
    unit[i] > 0 ? (events / unit[i]) * wanted.factor.value : null;
  return {
    value: counts.map((n, i) => per(n - flat, i)),
    error: counts.map((n, i) => per(Math.sqrt(n), i)),
    fitted: Array.from(atFit, per),
  };
}

/** Error of A in f(|x|)(1 + A sign x), and the limits on |A| when zero is measured. */
function asymmetryOf({ asymmetry, candidates }: FormFactorFit, { summary }: ReadSample): FormFactorResult['asymmetry'] {
  if (asymmetry === undefined) return null;
  const { contents } = summary.spectra[asymmetry.spectrum];
  const total = contents.reduce((sum, weight) => sum + weight, 0);
  const even = contents.map(
    (weight, i) => (candidates.value * (weight + contents[contents.length - 1 - i])) / (2 * total),
  );
  const odd = even.map((n, i) => (i < even.length / 2 ? -n : n));
  const { fit } = formFactorLikelihood({
    signal: PolynomialTemplate.exact(['A'], [[0], [1]], [even, odd]),
    observed: even,
    statistic: 'poisson',
    parameters: { A: { start: 0, step: 0.01, lower: -1, upper: 1 } },
    minos: false,
  });
  const { error } = fit.parameters[0];
  const { oneSided, central } = gaussianLimits(0, error, 0.9);
  return { error, oneSided, central };
}
