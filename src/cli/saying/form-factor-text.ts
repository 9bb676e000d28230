import type { FitResult, FitSolution } from '../../statistics/fits/index.ts';
import { numberText } from '../text/number.ts';
import { tableText } from '../text/table.ts';

/** A form-factor fit as the command prints it. */
export interface FormFactorFitDocument extends FitResult {
  readonly search: string;
  readonly data: 'pseudo-data' | 'pseudo-data of the run' | 'user';
  /** What was fitted, in words. */
  readonly note: string;
  /** Symbols of the parameters, by name. */
  readonly symbols: Readonly<Record<string, string>>;
  readonly folder: string | null;
  readonly report: string | null;
}

/** The solutions of a form-factor fit for people. */
export function formFactorText(document: FormFactorFitDocument): string {
  const { search, note, symbols, valid, reason, twiceNll, goodness, others, report } = document;
  const rows = ({ parameters }: FitSolution) =>
    parameters.map(({ name, value, error, minos }) => [
      symbols[name] ?? name,
      numberText(value, 5),
      numberText(error, 3),
      minos === null ? '' : `${numberText(minos[0], 3)} +${numberText(minos[1], 3)}`,
    ]);
  const head = ['PARAMETER', 'VALUE', 'ERROR', 'MINOS'];
  const parts = [`${search}: fit to ${note}.`, tableText([head, ...rows(document)], [1, 2])];
  if (document.parameters.length > 1) {
    const [first, second] = document.parameters.map(({ name }) => symbols[name] ?? name);
    parts.push(`correlation of ${first} and ${second}: ${numberText(document.correlation[0][1], 3)}`);
  }
  parts.push(
    valid
      ? `−2 ln L = ${numberText(twiceNll, 6)}${goodness === null ? '' : `, ${goodness.degreesOfFreedom} degrees of freedom, p = ${numberText(goodness.pValue, 3)}`}`
      : `Not a fit: ${reason}`,
  );
  for (const other of others) {
    parts.push(
      `Another solution, ${numberText(other.above, 4)} above in 2ΔlnL:\n${tableText([head, ...rows(other)], [1, 2])}`,
    );
  }
  if (report !== null) parts.push(`report: ${report}`);
  return parts.join('\n\n');
}
