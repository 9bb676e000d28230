import { exp } from '../../../math/elementary.ts';
import type { DumpSearchDocument } from '../../../search/dump-search.ts';
import type { BackgroundModel } from '../../../statistics/counting/background/background-model.ts';
import type { DumpMassPoint } from '../chain/yields.ts';

/**
 * Events seen that belong to the hypothesis of a mass point: those in its mass window, whose width is the simulated
 * resolution of the search's final states; all of them where a search measures no mass.
 */
export function eventsAtMass(search: DumpSearchDocument, point: DumpMassPoint, index: number): number {
  const { massWindow, observed } = search;
  if (massWindow === undefined) return observed.value;
  const resolution = point.searches[index].reduce((worst, found) => Math.max(worst, found.resolution.mass), 0);
  const window = massWindow.value * resolution;
  return observed.events.filter(({ mass }) => Math.abs(mass.value - point.mass) < window).length;
}

/** The background for `factor` times the protons: value and errors grow with them. */
export function scaledBackground(background: BackgroundModel, factor: number): BackgroundModel {
  if (factor === 1) return background;
  const scaled = Object.entries(background).map(([key, value]) => [
    key,
    typeof value === 'number' ? factor * value : value,
  ]);
  return Object.fromEntries(scaled) as unknown as BackgroundModel;
}

/** Median of a Poisson distribution of that mean: the count that an expected limit is for. */
export function medianCount(mean: number): number {
  let term = exp(-mean);
  let sum = term;
  let n = 0;
  while (sum < 0.5 && n < 10_000) {
    n++;
    term *= mean / n;
    sum += term;
  }
  return n;
}
