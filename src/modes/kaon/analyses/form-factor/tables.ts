import { InvalidInput } from '../../../../schema/index.ts';
import type { ExportTable } from '../../../../search/results/table.ts';
import type { FormFactorFit } from '../../../../search/sections/form-factor-fit.ts';
import type { FormFactorResult } from './result.ts';

/** Measured rate with fit, squared form factor, fitted parameters, their matrices, and all that the fit was made of. */
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
      description: `Parameters and statistical errors: ${result.note}.`,
      independent: [{ name: 'parameter', values: names }],
      dependent: [
        {
          name: 'value',
          values: fit.parameters.map(({ value }) => value),
          errors: fit.parameters.map(({ error }) => error),
          qualifier,
        },
      ],
    },
    matrixTable('correlation', names, fit.correlation, result),
    matrixTable('covariance', names, fit.covariance, result),
    templatesTable(bins, names, result),
  ];
}

/** A matrix over the parameters, an entry a row. */
function matrixTable(
  what: 'correlation' | 'covariance',
  names: readonly string[],
  matrix: readonly (readonly number[])[],
  { note, data }: FormFactorResult,
): ExportTable {
  return {
    name: `${what} matrix`,
    description: `Statistical ${what} of the fitted parameters: ${note}.`,
    independent: [
      { name: 'parameter', values: names.flatMap((name) => names.map(() => name)) },
      { name: 'other parameter', values: names.flatMap(() => names) },
    ],
    dependent: [
      { name: what, values: names.flatMap((_, i) => names.map((__, k) => matrix[i]?.[k] ?? null)), qualifier: data },
    ],
  };
}

/** A monomial in letters: '1', 'a', 'a^2', 'a b'. */
const monomialName = (powers: readonly number[], names: readonly string[]): string =>
  powers.flatMap((power, i) => (power === 0 ? [] : [power === 1 ? names[i] : `${names[i]}^${power}`])).join(' ') || '1';

/** The template in a result. Throws InvalidInput for one from before templates were kept. */
function templateIn(result: Partial<Pick<FormFactorResult, 'template'>>): FormFactorResult['template'] {
  if (result.template === undefined)
    throw new InvalidInput(
      'run.json',
      'was written by an earlier version that kept no templates; give the command that made the run once more',
    );
  return result.template;
}

/** Counts, background and the rows of the template: the likelihood of the fit, whole. */
function templatesTable(
  bins: ExportTable['independent'][number],
  names: readonly string[],
  { fit, note, data, ...result }: FormFactorResult,
): ExportTable {
  const { monomials, rows, background } = templateIn(result);
  return {
    name: 'counts and templates',
    description: `The binned Poisson likelihood of the fit. Expected in a bin: background, and the sum of the templates, each times its monomial of the parameters. Counts: ${note}.`,
    independent: [bins],
    dependent: [
      { name: 'counts', values: fit.observed, qualifier: data },
      { name: 'background', values: background, qualifier: 'cited input' },
      ...monomials.map((powers, k) => ({
        name: `template ${monomialName(powers, names)}`,
        values: rows[k],
        qualifier: 'simulation',
      })),
    ],
  };
}

/**
 * Why a workspace does not hold the fit, in words; '' where its rate is linear in the parameters. HistFactory multiplies
 * a sample by each of its factors once.
 */
export function formFactorLikelihoodNote(result: FormFactorResult, name: string): string {
  const { monomials } = templateIn(result);
  const degree = Math.max(...monomials.map((powers) => powers.reduce((sum, power) => sum + power, 0)));
  if (degree < 2) return '';
  return `the ${name} fit is not in it: its rate is a polynomial of degree ${degree} in the parameters, and HistFactory multiplies a sample by each factor once; counts, templates and covariance are in the tables (--format hepdata or csv)`;
}
