import { pow } from '../../math/elementary.ts';
import { negligibleLimit, type RunPower } from '../../search/results/power.ts';

/** The noise of errors that are themselves estimated. */
const MARGIN = 1.2;

/** What so many decays of a sample leave unknown of its yield: an error, or an upper limit. */
interface Hidden {
  readonly sample: string;
  readonly events: number;
  readonly spread: number;
}

/**
 * Fewest decays in all, and none fewer than before, with which the spreads together, in quadrature, are `allowed`: where a
 * spread falls as 1/n^power, n goes with (spread · events^power)^(2/(2 power + 1)), for errors of yields (power ½) with σ,
 * as Neyman says, for upper limits (power 1) with the ⅔rd power of what one candidate weighs. Samples that are large enough
 * stay as they are and leave the others what is left of `allowed`. Infinite where it cannot be reached.
 */
export function fewestEvents(hidden: readonly Hidden[], power: number, allowed: number): ReadonlyMap<string, number> {
  const exponent = 2 / (2 * power + 1);
  const share = ({ events, spread }: Hidden): number => pow(spread * pow(events, power), exponent);
  const sizes = new Map(hidden.map(({ sample, events }) => [sample, events]));
  let growing = hidden.filter(({ spread }) => spread > 0);
  for (let before = -1; growing.length > 0 && growing.length !== before; ) {
    before = growing.length;
    const rest = hidden.filter((one) => !growing.includes(one));
    const left = allowed * allowed - rest.reduce((sum, { spread }) => sum + spread * spread, 0);
    const shares = growing.reduce((sum, one) => sum + share(one), 0);
    const scale = left > 0 ? pow(shares / left, 1 / (2 * power)) : Number.POSITIVE_INFINITY;
    const needed = growing.map((one) => ({ one, events: scale * share(one) }));
    for (const { one, events } of needed) sizes.set(one.sample, Math.max(one.events, events));
    growing = needed.filter(({ one, events }) => events > one.events).map(({ one }) => one);
  }
  return sizes;
}

/**
 * Decays of each sample that reach the targets of a run, from what a smaller simulation reached (`power`): accepted
 * fractions and single sources by 1/√n; the error of the total background with the fewest decays, and so the upper limits
 * of unseen sources, as far as they are not negligible. Never fewer than before, at most `mostGrowth` times as many, since
 * what a small sample saw by chance says little of how much more it needs, and rounded up to whole blocks of `blockEvents`.
 * `each`: whether single sources have to reach their targets as well.
 */
export function neededEvents(
  { samples, background }: RunPower,
  blockEvents: number,
  mostGrowth: number,
  each = true,
): ReadonlyMap<string, number> {
  const sources = samples.filter(({ quantity }) => quantity === 'background');
  const target = background?.target ?? 0;
  const allowed = target * (background?.result.value ?? 0);
  const errors = sources.map(({ sample, events, result: { error } }) => ({ sample, events, spread: error }));
  const limits = sources.map(({ sample, events, unseen }) => ({ sample, events, spread: unseen }));
  const ofTotal = fewestEvents(errors, 1 / 2, allowed);
  const ofUnseen = fewestEvents(limits, 1, Math.max(allowed, negligibleLimit(target)));
  const enough = new Map<string, number>();
  for (const { sample, events, quantity, result, target } of samples) {
    const spread = result.value > 0 ? result.error / result.value : Number.POSITIVE_INFINITY;
    const judged = target !== null && (each || quantity !== 'background');
    const ofOwn = !judged ? 0 : events * (spread / target) * (spread / target);
    const grown = (size = 0) => (size > events ? size : 0);
    const wanted = MARGIN * Math.max(ofOwn, grown(ofTotal.get(sample)), grown(ofUnseen.get(sample)));
    const needed = Math.min(mostGrowth * events, Math.max(events, Number.isNaN(wanted) ? events : wanted));
    enough.set(sample, Math.ceil(needed / blockEvents) * blockEvents);
  }
  return enough;
}

/**
 * Sizes between `from` and `wanted` of which the sum of sizes times `price` is at most `most`: what goes beyond `from`
 * shrinks by one factor for all samples. Whole blocks.
 */
export function withinBudget(
  from: ReadonlyMap<string, number>,
  wanted: ReadonlyMap<string, number>,
  most: number,
  blockEvents: number,
  price: (sample: string) => number = () => 1,
): ReadonlyMap<string, number> {
  const total = (sizes: ReadonlyMap<string, number>): number =>
    [...sizes].reduce((sum, [name, events]) => sum + price(name) * events, 0);
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
