import type { ExportTable } from '../../../../search/results/table.ts';
import type { FormFactorFit } from '../../../../search/sections/form-factor-fit.ts';
import type { FormFactorResult } from './result.ts';

/** Measured rate with fit, squared form factor, fitted parameters with their correlation. */
export function formFactorTables(section: FormFactorFit, result: FormFactorResult): ExportTable[] {
  const { symbol } = section.variable;
  const bins = {
    name: symbol,
    values: result.edges.slice(1).map((high, i) => ({
      low: Number(result.edges[i].toPrecision(10)),
      high: Number(high.toPrecision(10)),
    })),
  };
  const { rate, squaredFormFactor: squared, fit } = result;
  const qualifier = result.data;
  const names = fit.parameters.map(({ name }) => section.parameters[name]?.symbol ?? name);
  return [
    {
      name: `rate against ${symbol}`,
      description: `Differential branching ratio against ${symbol}, with the fit: ${result.note}.`,
      independent: [bins],
      dependent: [
        { name: `dB/d${symbol}`, values: rate.value, errors: rate.error, qualifier },
        { name: 'fit', values: rate.fitted },
      ],
    },
    ...(squared === null || section.squaredFormFactor === undefined
      ? []
      : [
          {
            name: `squared form factor against ${symbol}`,
            description: `Squared form factor, with the fit: ${result.note}.`,
            independent: [bins],
            dependent: [
              { name: section.squaredFormFactor.symbol, values: squared.value, errors: squared.error, qualifier },
              { name: 'fit', values: squared.fitted },
            ],
          },
        ]),
    {
      name: 'fitted parameters',
      description: `Parameters, statistical errors and correlations: ${result.note}.`,
      independent: [{ name: 'parameter', values: names }],
      dependent: [
        {
          name: 'value',
          values: fit.parameters.map(({ value }) => value),
          errors: fit.parameters.map(({ error }) => error),
          qualifier,
        },
        ...names.map((name, k) => ({
          name: `correlation with ${name}`,
          values: fit.correlation.map((row) => row[k] ?? null),
        })),
      ],
    },
  ];
}
