import { InvalidInput, unknownName } from '../../../../schema/index.ts';
import type { SearchDocument } from '../../../../search/kaon-search.ts';
import { type ReproduceRow, row } from '../../../../search/results/row.ts';
import { formFactorFitSchema } from '../../../../search/schemas/sections.ts';
import type { FormFactorFit } from '../../../../search/sections/form-factor-fit.ts';
import type { Analysis } from '../analysis.ts';
import { finishFormFactorFit } from './finish.ts';
import { descriptionSample, templateName } from './measurement.ts';
import { formFactorFigures, formFactorReport } from './report.ts';
import type { FormFactorResult } from './result.ts';
import { formFactorLikelihoodNote, formFactorTables } from './tables.ts';
import { amplitudeOf } from './template.ts';

/** Fits amplitude parameters to the spectrum of the signal by reweighted templates; see `FormFactorFit`. */
const formFactorAnalysis: Analysis<FormFactorFit, FormFactorResult> = {
  kind: 'form-factor fit',
  schema: formFactorFitSchema,
  check: checkFormFactorFit,
  needs(section, search, { name, events, blocks }) {
    const template = { axes: search.discriminant, reweighting: section.reweighting };
    return {
      templates: { [templateName(name)]: template },
      samples: Object.entries(section.descriptions ?? {}).map(([description, { models }]) => ({
        name: descriptionSample(name, description),
        role: 'hypothesis',
        key: description,
        events,
        blocks,
        decay: search.signal.decay,
        models,
        triggers: search.triggers,
        selection: search.selection,
        discriminant: search.discriminant,
        regions: {},
        spectra: {},
        templates: { [templateName(name)]: template },
      })),
    };
  },
  finish: finishFormFactorFit,
  rows: formFactorRows,
  report: formFactorReport,
  figures: formFactorFigures,
  tables: formFactorTables,
  likelihoodNote: formFactorLikelihoodNote,
};
export default formFactorAnalysis;

function checkFormFactorFit(section: FormFactorFit, search: SearchDocument, where: string): void {
  if (search.discriminant.length !== 2) {
    throw new InvalidInput(`${where}.variable`, 'the discriminant needs two axes, the second that of the fit');
  }
  const amplitudes = [
    search.signal,
    ...Object.values(section.descriptions ?? {}).map(({ models }) => ({ ...search.signal, models })),
  ];
  for (const sample of amplitudes) {
    const { parameters, reweighting } = amplitudeOf(sample, section.reweighting, `${where}.reweighting`);
    const given = Object.keys(section.parameters);
    for (const name of given)
      if (!parameters.includes(name)) throw unknownName(`${where}.parameters`, 'parameter', name, parameters);
    for (const name of parameters)
      if (!given.includes(name)) throw new InvalidInput(`${where}.parameters`, `'${name}' is missing`);
    const monomial = section.squaredFormFactor?.monomial;
    if (monomial !== undefined && !reweighting.monomials.includes(monomial))
      throw unknownName(`${where}.squaredFormFactor.monomial`, 'monomial', monomial, reweighting.monomials);
  }
  for (const [name, { search: range }] of Object.entries(section.parameters)) {
    if (!(range[0] < range[1])) throw new InvalidInput(`${where}.parameters.${name}.search`, 'must ascend');
  }
  const { candidates, background, pseudoExperiments, asymmetry } = section;
  if (!(background.value >= 0 && candidates.value > background.value)) {
    throw new InvalidInput(`${where}.candidates`, `must be more than the background of ${background.value}`);
  }
  if (!(Number.isInteger(pseudoExperiments) && pseudoExperiments >= 1)) {
    throw new InvalidInput(
      `${where}.pseudoExperiments`,
      `a whole number from 1 on is needed, found ${pseudoExperiments}`,
    );
  }
  const spectra = Object.keys(search.spectra);
  if (asymmetry !== undefined && !spectra.includes(asymmetry.spectrum))
    throw unknownName(`${where}.asymmetry.spectrum`, 'spectrum', asymmetry.spectrum, spectra);
}

function formFactorRows(section: FormFactorFit, result: FormFactorResult, { id }: SearchDocument): ReproduceRow[] {
  const { published, parameters, asymmetry, nominal = 'nominal' } = section;
  const symbol = (name: string): string => parameters[name]?.symbol ?? name;
  const alone = (value: number | undefined | null) =>
    value === undefined || value === null ? null : { value, error: null };
  const expected = result.expected.normalised;
  const errorOf = (name: string) => alone(expected?.parameters.find((one) => one.name === name)?.error);
  const rows = [
    row(
      id,
      'acceptance',
      'signal with trigger: candidates per kaon decay and branching ratio',
      published.acceptance,
      result.acceptance,
    ),
    row(
      id,
      'branchingRatio',
      'of the amplitude at the published parameters',
      published.branchingRatio,
      result.branchingRatio,
    ),
  ];
  if (published.branchingRatioError !== undefined) {
    const { branchingRatioError: error } = published;
    rows.push(row(id, 'parameterError', 'branching ratio, summed over bins', error, alone(result.branchingRatioError)));
  }
  const meanOf = (description: string, name: string) => result.descriptions[description]?.values[name] ?? null;
  for (const [name, value] of Object.entries(published.values)) {
    rows.push(
      row(id, 'parameter', `${symbol(name)}, mean over pseudo-experiments`, value, meanOf(nominal, name), 'closure'),
    );
  }
  for (const [name, value] of Object.entries(published.errors)) {
    const detail = `${symbol(name)}, statistical, normalisation fixed`;
    rows.push(row(id, 'parameterError', detail, value, errorOf(name), published.errorsAre));
  }
  if (published.correlation !== undefined) {
    const [first, second] = published.correlation.between.map(
      (name) => expected?.parameters.findIndex((one) => one.name === name) ?? -1,
    );
    const between = published.correlation.between.map(symbol).join(' and ');
    const value = alone(expected?.correlation[first]?.[second]);
    rows.push(row(id, 'parameter', `correlation of ${between}`, published.correlation, value));
  }
  if (published.pValue !== undefined) {
    const median = alone(result.descriptions[nominal]?.medianPValue);
    rows.push(row(id, 'pValue', `${nominal}, median over pseudo-experiments`, published.pValue, median, 'closure'));
  }
  for (const [description, { values, pValue }] of Object.entries(published.descriptions ?? {})) {
    for (const [name, value] of Object.entries(values)) {
      const mean = meanOf(description, name);
      rows.push(row(id, 'parameter', `${symbol(name)}, ${description} fitted to ${nominal}`, value, mean, 'closure'));
    }
    if (pValue !== undefined) {
      const median = alone(result.descriptions[description]?.medianPValue);
      rows.push(row(id, 'pValue', `${description} fitted to ${nominal}, median`, pValue, median, 'closure'));
    }
  }
  if (asymmetry !== undefined) {
    const { error, oneSided, central } = asymmetry.published;
    const found = result.asymmetry;
    rows.push(
      row(id, 'parameterError', `${asymmetry.symbol}, statistical`, error, alone(found?.error)),
      row(id, 'asymmetry', `|${asymmetry.symbol}| at 90 %, one-sided (1.28 σ)`, oneSided, alone(found?.oneSided)),
      row(id, 'asymmetry', `|${asymmetry.symbol}| at 90 %, central (1.64 σ)`, central, alone(found?.central)),
    );
  }
  return rows;
}
