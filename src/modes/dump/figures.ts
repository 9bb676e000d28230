import type { drawFigure } from '../../plots/index.ts';
import type { RunFigure } from '../../search/results/figure.ts';
import { forestFigure } from '../../search/results/forest-figure.ts';
import { isAlternative } from '../../search/results/row.ts';
import {
  acceptanceFigure,
  eventsFigure,
  exclusionFigure,
  lifetimeFigure,
  pointingFigure,
} from './exclusion/figures.ts';
import { lifetimeSteps } from './exclusion/model-independent.ts';
import type { FinishedDump } from './finish.ts';

const ACCEPTANCE_LIFETIMES = lifetimeSteps(1e-2, 1e5, 43);
const COUPLINGS = 80;

/** Every picture of a run of a dump search, with the name of its file. */
export function figuresOfDumpRun({ document, yields, combined, pairs, earlier }: FinishedDump): RunFigure[] {
  const { exclusion, combined: together, lifetimeMap: map, digest, seed, blind } = document;
  const text = {
    label: `Spillway  ${document.channel}`,
    sublabel: 'simulation; counts as published (input)',
    provenance: `seed ${seed} · digest ${digest.result.slice(0, 12)}`,
  };
  const figures: RunFigure[] = [];
  const add = (name: string, caption: string, figure: Parameters<typeof drawFigure>[0], wide = false) =>
    figures.push({ name, caption, figure: { ...text, ...figure }, wide });
  if (exclusion !== null)
    add(
      'exclusion.svg',
      'Excluded couplings, observed (from the published count, an input) and expected, with the band of production sets, what of it is new, earlier limits in grey (upper edges) and the published contour',
      exclusionFigure(yields, exclusion, earlier),
      true,
    );
  if (together !== null)
    add(
      'exclusion-combined.svg',
      `Excluded by ${together.searches.map((id) => `\`${id}\``).join(' and ')} together, with the published contours`,
      exclusionFigure(combined, together, earlier),
      true,
    );
  if (pairs !== null)
    add(
      'pointing.svg',
      `Where pairs of halo tracks point, with the regions${blind ? '; both are closed boxes for what plays the role of data, which is not shown' : ''}`,
      pointingFigure(yields.setups[0], pairs),
    );
  if (exclusion !== null) {
    const { min, max } = yields.model.coupling.range;
    add(
      'events.svg',
      'Expected signal events over mass and coupling',
      eventsFigure(yields, 0, { from: min, to: max, count: COUPLINGS }),
    );
  }
  add(
    'acceptance.svg',
    'Share of all particles made that is selected, over mass and proper lifetime, decay probability included',
    acceptanceFigure(yields, 0, ACCEPTANCE_LIFETIMES),
  );
  if (map !== null)
    add(
      'limits.svg',
      'Upper limit on the product of branching fractions over mass and lifetime',
      lifetimeFigure(map),
      true,
    );
  const rows = document.rows.filter((row) => !isAlternative(row));
  if (rows.some(({ ratio }) => ratio !== null))
    figures.push(forestFigure('Published against computed', rows, 'published-against-computed.svg'));
  return figures;
}
