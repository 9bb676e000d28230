import type { Diagnosis } from '../../statistics/histfactory/diagnostics/diagnosis.ts';
import { workspaceFitText } from '../saying/workspace-text.ts';
import { numberText } from '../text/number.ts';
import { tableText } from '../text/table.ts';

const cell = (x: number | null): string => (x === null ? '–' : numberText(x, 3));
const withError = ({ value, error }: { value: number; error: number | null }): string =>
  error === null ? numberText(value, 4) : `${numberText(value, 4)} ± ${numberText(error, 2)}`;

/** A diagnosis for people: the fit, then what was looked at, one table each. */
export function diagnosisText(document: Diagnosis): string {
  const { pulls, impacts, goodness, yields } = document;
  const parts = [workspaceFitText(document)];
  const { statistic, degreesOfFreedom, p, byToys, reason } = goodness;
  const toys = byToys === null ? '' : `, by toys ${numberText(byToys.p, 3)} ± ${numberText(byToys.pError, 1)}`;
  parts.push(
    `Goodness of fit (saturated): ${cell(statistic)} for ${degreesOfFreedom} degrees of freedom, p = ${cell(p)}${toys}${reason === null ? '' : ` (${reason})`}`,
  );
  if (pulls.length > 0) {
    const rows = pulls.map(({ name, pull, constraint }) => [name, numberText(pull, 3), cell(constraint)]);
    parts.push(tableText([['PULLS', '(FIT − PRIOR)/σ', 'ERROR/σ'], ...rows], [1, 2]));
  }
  if (impacts !== null && impacts.length > 0) {
    const rows = impacts.map(({ name, postfit: [down, up] }) => [name, cell(down), cell(up)]);
    parts.push(tableText([['IMPACTS', '−1σ', '+1σ'], ...rows], [1, 2]));
  }
  const rows = yields.flatMap(({ channel, observed, samples }) =>
    samples.map(({ sample, prefit, postfit }) => [
      channel,
      sample,
      withError(prefit),
      withError(postfit),
      sample === 'total' ? numberText(observed, 6) : '',
    ]),
  );
  parts.push(tableText([['CHANNEL', 'SAMPLE', 'BEFORE', 'AFTER', 'SEEN'], ...rows], [2, 3, 4]));
  return parts.join('\n\n');
}
