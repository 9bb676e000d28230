import type { PointExclusion } from '../../modes/exclusion.ts';
import { numberText } from '../text/number.ts';
import { tableText } from '../text/table.ts';

/** One point as the command prints it. */
export interface PointDocument {
  readonly model: string;
  readonly point: PointExclusion;
}

/** Mechanisms with a smaller share of the events are not printed. */
const SHOWN = 1e-3;

/** One point for people: the answer, what each experiment counts, and the factors of each search. */
export function pointText(document: PointDocument): string {
  const { mass, coupling, kind, production, level, excluded, cls, experiments, factors, assumptions } = document.point;
  const answer = `${excluded ? '' : 'not '}excluded at ${numberText(100 * level)} % CL, CLs ${numberText(cls, 3)}`;
  const tables = factors.map(({ search, state, factors: product, total, ctau, mechanisms }) => {
    let left = 1;
    const rows = Object.entries(product).map(([name, factor]) => {
      left *= factor;
      return [
        `  ${name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}`,
        numberText(factor, 4),
        numberText(left, 4),
      ];
    });
    return [
      `${search}, ${state}: ${numberText(total, 4)} events expected, cτ = ${numberText(ctau, 4)} m`,
      tableText([['  FACTOR', 'VALUE', 'PRODUCT'], ...rows], [1, 2]),
      tableText(
        [
          ['  MADE BY', 'PER PROTON', 'DECAYING', 'ACCEPTED', 'SELECTED', 'EVENTS'],
          ...mechanisms
            .filter(({ events }) => events > SHOWN * total)
            .map((one) => [
              `  ${one.mechanism}`,
              numberText(one.production, 3),
              numberText(one.decayProbability, 3),
              numberText(one.acceptance, 3),
              numberText(one.selection, 3),
              numberText(one.events, 3),
            ]),
        ],
        [1, 2, 3, 4, 5],
      ),
      '',
    ].join('\n');
  });
  return [
    `${document.model}, ${numberText(mass, 4)} GeV and coupling ${numberText(coupling, 4)}: ${kind === 'projection' ? 'projected to be ' : ''}${answer}`,
    '',
    tableText(
      [
        ['EXPERIMENT', kind === 'projection' ? 'MEDIAN' : 'SEEN', 'BACKGROUND', 'EXPECTED', 'ALLOWED', 'CLs'],
        ...experiments.map((one) => [
          `${one.experiment} (${one.searches.join(', ')})`,
          one.counts.map((count) => numberText(count)).join(' + '),
          one.background.map((value) => numberText(value, 3)).join(' + '),
          numberText(one.expected, 4),
          numberText(one.allowed, 4),
          numberText(one.cls, 3),
        ]),
      ],
      [1, 2, 3, 4, 5],
    ),
    '',
    `Production ${production}`,
    ...tables,
    ...assumptions.map((sentence) => `Note: ${sentence}`),
  ].join('\n');
}
