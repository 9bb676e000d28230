import type { RunPower } from '../../search/results/power.ts';

/** The noise of errors that are themselves estimated. */
const MARGIN = 1.2;

/**
 * Decays of each sample that reach the targets of a run, from what a smaller simulation reached (`power`): accepted
 * fractions and single sources by 1/√n; the total background in the way that costs fewest decays, n ∝ σ (Neyman); the
 * upper limits of unseen sources, which fall as 1/n, each to its part of what is asked of the total. Never fewer than
 * before, at most `mostGrowth` times as many, since what a small sample saw by chance says little of how much more it needs, and rounded up to whole blocks of `blockEvents`.
 */
export function neededEvents(
  { samples, background }: RunPower,
  blockEvents: number,
  mostGrowth: number,
): ReadonlyMap<string, number> {
  const sources = samples.filter(({ quantity }) => quantity === 'background');
  const allowed = background === null ? 0 : (background.target ?? 0) * background.result.value;
  // σ of one decay of each source, and their sum: n_s = σ_s Σσ / (allowed)².
  const sigma = (of: (typeof sources)[number]): number => of.result.error * Math.sqrt(of.events);
  const sum = sources.reduce((total, source) => total + sigma(source), 0);
  const unseen = sources.filter((source) => source.unseen > 0).length;
  const enough = new Map<string, number>();
  for (const sample of samples) {
    const { events, result, target } = sample;
    const spread = result.value > 0 ? result.error / result.value : Number.POSITIVE_INFINITY;
    const ofOwn = target === null ? 0 : events * (spread / target) * (spread / target);
    const isSource = sample.quantity === 'background';
    const ofTotal = isSource && sum > 0 ? (sigma(sample) * sum) / (allowed * allowed) : 0;
    const ofUnseen = sample.unseen > 0 ? (events * sample.unseen * Math.sqrt(unseen)) / allowed : 0;
    const wanted = MARGIN * Math.max(ofOwn, ofTotal, ofUnseen);
    const needed = Math.min(mostGrowth * events, Math.max(events, Number.isNaN(wanted) ? events : wanted));
    enough.set(sample.sample, Math.ceil(needed / blockEvents) * blockEvents);
  }
  return enough;
}

/**
 * Sizes between `from` and `wanted` of which the sum is at most `most`: what goes beyond `from` shrinks by one factor for
 * all samples. Whole blocks.
 */
export function withinBudget(
  from: ReadonlyMap<string, number>,
  wanted: ReadonlyMap<string, number>,
  most: number,
  blockEvents: number,
): ReadonlyMap<string, number> {
  const total = (sizes: ReadonlyMap<string, number>): number =>
    [...sizes.values()].reduce((sum, events) => sum + events, 0);
  const least = total(from);
  const beyond = total(wanted) - least;
  const share = beyond <= 0 ? 1 : Math.min(1, Math.max(0, (most - least) / beyond));
  return new Map(
    [...wanted].map(([name, events]) => {
      const base = from.get(name) ?? 0;
      return [name, base + Math.floor((share * (events - base)) / blockEvents) * blockEvents];
    }),
  );
}
