import { InvalidInput, unknownName } from '../../../../schema/index.ts';
import type { SearchDocument } from '../../../../search/kaon-search.ts';
import type { FormFactorFit } from '../../../../search/sections/form-factor-fit.ts';
import { type FitResult, PolynomialTemplate, spectrumFit } from '../../../../statistics/fits/index.ts';
import { HBAR_C } from '../../../../units/index.ts';
import { compiledDecayOf } from '../../chain/weight-pieces.ts';
import { ratePrediction } from './prediction.ts';

/** What a measured table gives per unit of the fitted variable: a branching ratio, or a width in GeV. */
export const rateQuantities = ['branching ratio', 'width'] as const;

/** A measured rate against the variable of a form-factor fit, corrected for acceptance: averages over bins. */
export interface RateTable {
  readonly quantity: (typeof rateQuantities)[number];
  readonly bins: readonly {
    readonly from: number;
    readonly to: number;
    readonly value: number;
    readonly error?: number;
  }[];
  /** In place of the errors. */
  readonly covariance?: readonly (readonly number[])[];
  readonly source?: string;
}

const FORM =
  '{"quantity": "branching ratio" or "width", "bins": [{"from", "to", "value", "error"}, …], "covariance"?: [[…]], "source"?: "…"}';

/** A table from a JSON document. Throws InvalidInput with the path of the first thing that is missing or no number. */
export function rateTable(document: unknown, where: string): RateTable {
  const { quantity, bins, covariance, source } = (document ?? {}) as Record<string, unknown>;
  if (!rateQuantities.includes(quantity as RateTable['quantity'])) {
    if (typeof quantity === 'string')
      throw unknownName(`${where}: quantity`, 'quantity', quantity, [...rateQuantities]);
    throw new InvalidInput(`${where}: quantity`, `is missing; a table is ${FORM}`);
  }
  if (!Array.isArray(bins) || bins.length === 0) throw new InvalidInput(`${where}: bins`, `a table is ${FORM}`);
  bins.forEach((bin: Record<string, unknown>, i) => {
    const keys = covariance === undefined ? ['from', 'to', 'value', 'error'] : ['from', 'to', 'value'];
    for (const key of keys) {
      const value: unknown = bin?.[key];
      if (!(typeof value === 'number' && Number.isFinite(value))) {
        throw new InvalidInput(`${where}: bins[${i}].${key}`, `a number is needed, found ${JSON.stringify(value)}`);
      }
    }
  });
  if (covariance !== undefined && !(Array.isArray(covariance) && covariance.every((row) => Array.isArray(row)))) {
    throw new InvalidInput(`${where}: covariance`, 'a list of rows of numbers is needed');
  }
  return {
    quantity: quantity as RateTable['quantity'],
    bins: bins as RateTable['bins'],
    ...(covariance === undefined ? {} : { covariance: covariance as number[][] }),
    ...(typeof source === 'string' ? { source } : {}),
  };
}

/**
 * Fits the amplitude of a search's signal to a measured rate table: χ² with its errors or covariance, the rate of every
 * bin integrated from `events` simulated decays, always the same ones. Throws InvalidInput for bins that do not ascend or lie outside of the decay.
 */
export function fitRateTable(
  search: SearchDocument,
  section: FormFactorFit,
  table: RateTable,
  events = 1 << 21,
): FitResult & { readonly expected: readonly number[] } {
  const { variable, parameters, reweighting } = section;
  const ranges = table.bins.map(({ from, to }) => [from, to] as const);
  const prediction = ratePrediction(
    search.signal,
    reweighting,
    { of: variable.of, size: variable.size.value },
    ranges,
    events,
  );
  if (ranges.length < prediction.parameters.length)
    throw new InvalidInput(
      'bins',
      `found ${ranges.length}, fewer than the ${prediction.parameters.length} parameters of the fit (${prediction.parameters.join(', ')}): they determine no fit.`,
    );
  const truth = prediction.parameters.map((name) => parameters[name].truth.value);
  const rate = new Float64Array(ranges.length);
  prediction.evaluate(truth, rate);
  const outside = rate.findIndex((value) => !(value > 0));
  if (outside >= 0) {
    throw new InvalidInput(`bins[${outside}]`, `${ranges[outside].join(' to ')} lies outside of what the decay allows`);
  }
  const unit = table.quantity === 'width' ? HBAR_C / compiledDecayOf(search.signal).decay.root.particle.ctau : 1;
  // In units of the rate at the nominal parameters, bin by bin, so that all numbers are near one.
  const scale = rate.map((value, i) => (ranges[i][1] - ranges[i][0]) / (value * unit));
  const { monomials, rows } = prediction.value;
  const relative = PolynomialTemplate.exact(
    prediction.parameters,
    monomials,
    monomials.map((_, k) => Array.from(rate, (value, i) => rows[k * rate.length + i] / value)),
  );
  const { covariance } = table;
  const fit = spectrumFit({
    spectrum: {
      values: table.bins.map(({ value }, i) => value * scale[i]),
      ...(covariance === undefined
        ? { errors: table.bins.map(({ error }, i) => (error ?? Number.NaN) * scale[i]) }
        : { covariance: covariance.map((row, i) => row.map((value, j) => value * scale[i] * scale[j])) }),
    },
    prediction: relative,
    parameters: Object.fromEntries(
      prediction.parameters.map((name) => [
        name,
        { start: parameters[name].truth.value, search: parameters[name].search },
      ]),
    ),
  });
  return { ...fit, expected: fit.expected.map((value, i) => value / scale[i]) };
}
