import type { Box } from '../../search/kaon-search.ts';
import { signalRegionsOf } from '../../search/signal-regions.ts';
import {
  type BackgroundYield,
  citedBackground,
  type TotalBackground,
  totalBackground,
} from '../../stages/background/background-yield.ts';
import { binsInBox } from '../../stages/blinding/binning.ts';
import type { RunPlan } from './run-plan.ts';

/** What is expected in a region: a sum of sources, 'input' when every one of them is a published number. */
export interface ExpectedBackground extends TotalBackground {
  readonly role: 'computed' | 'input';
}

/**
 * The sum of sources with its whole error: simulation, half the identification band, and the upper limits of the sources
 * of which nothing was seen, in quadrature.
 */
export function expectedBackground(sources: readonly BackgroundYield[]): ExpectedBackground {
  const total = totalBackground(sources);
  const band = (total.high - total.low) / 2;
  const error = Math.sqrt(total.error * total.error + band * band + total.unseen * total.unseen);
  const cited = sources.length > 0 && sources.every(({ role }) => role === 'input');
  return { ...total, error, role: cited ? 'input' : 'computed' };
}

/** The error without the upper limits of unseen sources, for a limit: the count itself bounds what was not seen. */
export const errorOfSeen = ({ error, unseen }: ExpectedBackground): number =>
  Math.sqrt(Math.max(0, error * error - unseen * unseen));

/**
 * What is expected in one region, or why nobody knows: a region without a simulated source has no computed number, and a
 * published one holds for the signal regions as a whole.
 */
export function backgroundInRegion(
  { search }: RunPlan,
  name: string,
  simulated: readonly BackgroundYield[],
  cited: readonly BackgroundYield[],
): { readonly expected: ExpectedBackground } | { readonly expected: null; readonly reason: string } {
  const counted: readonly string[] = signalRegionsOf(search);
  const within = counted.includes(name);
  if (cited.length > 0 && within && counted.length === 1)
    return { expected: expectedBackground([...simulated, ...cited]) };
  if (cited.length > 0 && within)
    return { expected: null, reason: `the published backgrounds are for ${counted.join(' and ')} together` };
  if (simulated.length === 0)
    return { expected: null, reason: 'no background is simulated here, and none is published' };
  return { expected: expectedBackground(simulated) };
}

/** Adds published backgrounds to the expectation of each bin, evenly over the bins of the signal regions. */
export function spreadCited({ search }: RunPlan, cited: readonly BackgroundYield[], expected: Float64Array): void {
  if (cited.length === 0) return;
  const regions: Readonly<Record<string, Box>> = search.regions;
  const bins = signalRegionsOf(search).flatMap((name) => binsInBox(search.discriminant, regions[name]));
  const { value } = totalBackground(cited);
  for (const bin of bins) expected[bin] += value / bins.length;
}

/** Backgrounds in the signal region that the search cites, inputs. */
export const citedBackgroundsOf = ({ citedBackgrounds = {} }: RunPlan['search']): BackgroundYield[] =>
  Object.entries(citedBackgrounds).map(([name, events]) => citedBackground(name, events));
