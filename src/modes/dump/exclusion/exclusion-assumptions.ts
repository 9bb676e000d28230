import type { OutsideValidity } from '../../../physics/production/validity.ts';
import type { DumpYields, MassInterpolation } from '../chain/yields.ts';
import { type ContourOptions, isProjection } from './exclusion-field.ts';

type Outside = readonly { readonly mass: number; readonly what: OutsideValidity }[];

/** What an exclusion leaves out or takes for granted, in sentences. `outside`: masses without an answer. */
export function exclusionAssumptions(
  yields: DumpYields,
  options: ContourOptions & { readonly production: string },
  outside: Outside,
): string[] {
  const { model, setups, points, interpolation } = yields;
  const { title, part } = model.productions[options.production];
  const ids = [...new Set(setups.map(({ experiment }) => experiment.id))];
  const seen = points.some(({ searches }) => searches.some((states) => states.length > 0));
  const windows = [
    ...new Set(setups.flatMap(({ search }) => (search.massWindow === undefined ? [] : [search.massWindow.value]))),
  ];
  return [
    ...(isProjection(yields, options.protons) ? [projectionText(yields, options.protons)] : []),
    `Production: ${title}${part === undefined ? '' : ` (a part of it: ${part})`}.`,
    ...model.assumptions,
    `Coupling ${model.coupling.symbol}: ${model.coupling.definition}.`,
    ...ids.map((id) => {
      const { experiment, search } = setups.find((setup) => setup.experiment.id === id) ?? setups[0];
      return `${experiment.title}: ${100 * search.limit.level} % CLs with a ${100 * experiment.beam.protonsError.value} % uncertainty of the protons on target.`;
    }),
    ...windows.map((width) => `One count per search within ±${width} σ of each mass, where a mass is measured.`),
    ...(options.lifetime === undefined
      ? []
      : [`Proper lifetime cτ = ${options.lifetime} m at every mass and coupling, in place of the model's.`]),
    ...(options.branching === undefined
      ? []
      : [`Branching fraction ${options.branching} to what the searches see, in place of the model's.`]),
    ...(setups.length > ids.length
      ? ['Searches of one experiment are combined by CLs with the uncertainty of the protons in common.']
      : []),
    ...(ids.length > 1
      ? [`${ids.join(', ')}: each by itself; a point is excluded where one of them excludes it, nothing is added up.`]
      : []),
    ...(!seen || interpolation === undefined || interpolation.simulated === interpolation.masses
      ? []
      : [interpolationText(interpolation)]),
    ...(seen ? [] : [`${model.title} has no decay that these searches see: nothing is excluded.`]),
    ...(outside.length > 0
      ? [
          `At ${new Set(outside.map(({ mass }) => mass)).size} of ${points.length} masses the model or a mechanism gives no answer; see 'outside'.`,
        ]
      : []),
  ];
}

function interpolationText({ masses, simulated, leavingOneOut: { rms, largest } }: MassInterpolation): string {
  const percent = (value: number) => Number((100 * value).toPrecision(2));
  return `${simulated} of ${masses} masses were simulated, the others are interpolated between them: a simulated mass left out is found again within ${percent(rms)} % of its events (root mean square; ${percent(largest)} % at most, statistics included).`;
}

function projectionText({ setups }: DumpYields, protons: number | undefined): string {
  const changed = setups.find(({ experiment }) => protons !== undefined && protons !== experiment.beam.protons.value);
  const set = setups.find(({ experiment }) => experiment.beam.protons.tag === 'set by the user');
  if (changed === undefined && set !== undefined)
    return `A projection to ${protonsText(set.experiment.beam.protons.value)} protons on target: backgrounds and their errors are scaled with them, the count is the median of the background, and nothing is observed.`;
  if (changed === undefined) return 'A projection: the experiment has not run.';
  const { experiment } = changed;
  const ratio = (protons ?? 1) / experiment.beam.protons.value;
  return `A projection to ${protons} protons on target, not those of the counts (${experiment.beam.protons.value}): backgrounds and their errors are multiplied by ${Number(ratio.toPrecision(4))}, the count is the median of the background, and nothing is observed.`;
}

/** A number of protons as people write it: 1e18. */
const protonsText = (protons: number): string => Number(protons.toPrecision(4)).toExponential().replace('e+', 'e');
