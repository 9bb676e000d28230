import type { ExportTable } from './table.ts';

/** A count with everything that its limit was made of. */
export interface CountingResult {
  readonly region: string;
  readonly observed: number;
  readonly background: number;
  readonly backgroundError: number;
  readonly ses: number;
  readonly sesError: number;
  /** Unit of the limit: '' for a branching fraction, 'signal events'. */
  readonly unit: string;
  readonly limit: number;
  readonly cl: number;
  readonly method: string;
  /** Where the count comes from, in words. */
  readonly note: string;
}

/** A count, its background and sensitivity, and the limit that they give: the table from which a limit can be redone. */
export function countingTable(result: CountingResult): ExportTable {
  const { region, observed, background, backgroundError, ses, sesError, unit, limit, cl, method, note } = result;
  return {
    name: 'Counting experiment',
    description: `Upper limit at ${100 * cl} % confidence level, method ${method}, from one count; errors are Gaussian, the background not below 0. Observed: ${note}.`,
    independent: [{ name: 'region', values: [region] }],
    dependent: [
      { name: 'observed', values: [observed] },
      { name: 'background', values: [background], errors: [backgroundError] },
      { name: 'SES', unit, values: [ses], errors: [sesError] },
      { name: 'upper limit', unit, values: [limit] },
    ],
  };
}
