import type { Combination, CombinationLimit } from '../../run/combination/combination.ts';
import { numberText } from '../text/number.ts';
import { tableText } from '../text/table.ts';

const cell = (value: number | null | undefined): string => (value == null ? '–' : numberText(value));

/** Ways of finding the limit, in words. */
const METHODS: Readonly<Record<Combination['method'], string>> = {
  exact: 'exact sums over counts',
  profile: 'the profile likelihood, large-sample formulae',
  asymptotic: 'the joint likelihood, large-sample formulae',
  toys: 'the joint likelihood, pseudo-experiments',
};

/** A combination for people: every input, all together, what they share and what was assumed. */
export function combinationText(document: Combination & { readonly files: readonly string[] }): string {
  const { parameter, cl, method, because, inputs, limit, signalEvents, shared, assumptions, notes, reason, files } =
    document;
  const row = (name: string, { observed, expected }: CombinationLimit, closed = false): string[] => {
    const [low2, low1, median, high1, high2] = expected.map(cell);
    return [name, closed ? 'closed' : cell(observed), median, `${low1} … ${high1}`, `${low2} … ${high2}`];
  };
  return [
    `Upper limits on the ${parameter} at ${numberText(cl * 100)} % confidence level by CLs, ${METHODS[method]}.\n${because}`,
    tableText(
      [
        ['', 'OBSERVED', 'EXPECTED', '±1σ', '±2σ'],
        ...inputs.map((input) => row(input.name, input.limit, input.blind)),
        row('together', limit, document.blind),
        ...(signalEvents === null ? [] : [row('signal events', signalEvents, document.blind)]),
      ],
      [1, 2],
    ),
    ...(reason === null ? [] : [reason]),
    [
      shared.length === 0 ? 'They share no uncertainty.' : 'They share:',
      ...shared.map((one) => `  ${one.name} (${one.inputs.join(', ')})`),
      'Assumed:',
      ...assumptions.map((sentence) => `  ${sentence}`),
      ...notes,
    ].join('\n'),
    ...(files.length === 0 ? [] : [files.join('\n')]),
  ].join('\n\n');
}
