import type { AnyPlan } from '../../modes/any-plan.ts';
import { modeOf } from '../../modes/index.ts';
import { InvalidInput } from '../../schema/index.ts';
import type { AnySearch } from '../../search/any-search.ts';
import type { Asked } from '../../search/asking/asked.ts';
import type { RunPower } from '../../search/results/power.ts';
import type { Host } from '../host.ts';
import { planOf } from '../run.ts';
import { simulateRun } from '../simulate-run.ts';
import { neededEvents, withinBudget } from './allocation.ts';

/** What limits the size of a run that is simulated to a precision. */
export interface PrecisionLimits {
  /** Decays of all samples together, at most. */
  readonly mostEvents?: number | undefined;
  /** Seconds for the whole run, about: turned into decays by the speed of the pilots. The sizes then hang on the machine. */
  readonly budget?: number | undefined;
}

/** Growth of a pilot in which nothing survived. */
const BLIND_GROWTH = 4;
/** Decays of all samples together, each by its price, at most: where nobody asked for a precision, where one did, and within a budget of time. */
const MOST_EVENTS = { unasked: 2e7, asked: 4e8, budget: 1e10 } as const;
/** Share of all decays that the second pilot may take. */
const SECOND_PILOT = 0.25;
/** How many times as many decays as a pilot had its errors may ask for: the first is small, the second knows more. */
const MOST_GROWTH = { second: 16, final: 64 } as const;
/** Pilots at most until signal and normalisation are seen at all: the third has the usual million of each sample. */
const MOST_PILOTS = 3;

type Sizes = ReadonlyMap<string, number>;
type Price = (sample: string) => number;

const sumOf = (sizes: Sizes, price: Price = () => 1): number =>
  [...sizes].reduce((sum, [name, events]) => sum + price(name) * events, 0);

/** The larger of two sizes for each sample. */
const larger = (a: Sizes, b: Sizes): Sizes =>
  new Map([...a].map(([name, events]) => [name, Math.max(events, b.get(name) ?? 0)]));

/**
 * What is asked, with a size for each sample that reaches the precision asked for (`asked.precision`, 1 % where none is):
 * a pilot of a few blocks tells which samples need more, a second one measures those that were hardly seen, and what is
 * needed follows from both by a fixed rule. So the same question gives the same sizes on any machine, unless a budget in
 * seconds limits them. Samples that an analysis works with keep the usual size at least. The pilots are the first blocks
 * of the run itself: they are kept in `host.kept`, which must be there. Throws InvalidInput where precision cannot be
 * asked for, Interrupted when the host's signal fires.
 */
export async function sizesForPrecision(
  search: AnySearch,
  asked: Asked,
  host: Host & { readonly kept: NonNullable<Host['kept']> },
  { mostEvents, budget }: PrecisionLimits = {},
  onPilot: (plan: AnyPlan) => void = () => undefined,
): Promise<Asked> {
  const usual = planOf(search, asked);
  const mode = modeOf(usual);
  const { sizing } = mode;
  if (sizing === undefined)
    throw new InvalidInput(
      '--precision',
      `${search.id} is sized by --events; only searches with kaons find their size.`,
    );
  const blockEvents = mode.blockEvents(usual);
  const sized = sizing.samples(usual);
  const price: Price = (name) => sized.get(name)?.price ?? 1;
  const least: Sizes = new Map([...sized].map(([name, sample]) => [name, sample.least]));
  const others = usual.samples.filter(({ name }) => !sized.has(name));
  const othersEvents = others.reduce((sum, { events }) => sum + events, 0);
  const limit =
    mostEvents ?? MOST_EVENTS[budget !== undefined ? 'budget' : asked.precision !== undefined ? 'asked' : 'unasked'];
  const began = performance.now();
  let simulated = 0;
  const measure = async (sizes: Sizes): Promise<RunPower> => {
    // Samples of other sizing have no part in a pilot.
    const all = { ...Object.fromEntries(others.map(({ name }) => [name, 1])), ...Object.fromEntries(sizes) };
    const plan = planOf(search, { ...asked, sizes: all });
    onPilot(plan);
    const { sums, eventsSimulated } = await simulateRun(plan, { ...host, blocks: undefined });
    simulated += (eventsSimulated * sumOf(sizes, price)) / sumOf(sizes);
    return sizing.power(plan, sums);
  };
  /** Decays that may be simulated in all, for a budget by the speed so far. */
  const most = (): number => {
    const seconds = (performance.now() - began) / 1000;
    const inTime = budget === undefined || simulated === 0 ? limit : (budget * simulated) / seconds;
    return Math.min(limit, inTime) - othersEvents;
  };

  let sizes: Sizes = new Map([...sized].map(([name, { pilot }]) => [name, pilot]));
  let reached: RunPower | undefined;
  for (let pilot = 1; reached === undefined; pilot++) {
    try {
      reached = await measure(sizes);
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      // Nothing survives: the run itself says so, or what is left before the cut that it fails.
      if (pilot === MOST_PILOTS) return { ...asked, sizes: Object.fromEntries(sizes) };
      sizes = new Map([...sizes].map(([name, events]) => [name, BLIND_GROWTH * events]));
    }
  }
  const affordable = (from: Sizes, power: RunPower, mostGrowth: number, share: number, least: Sizes): Sizes => {
    const needed = (each: boolean) => larger(larger(from, neededEvents(power, blockEvents, mostGrowth, each)), least);
    const fractions = new Set(power.samples.flatMap((one) => (one.quantity === 'acceptance' ? [one.sample] : [])));
    const ofAnswer = needed(false);
    const first = new Map(
      [...ofAnswer].map(([name, events]) => [name, fractions.has(name) ? events : (from.get(name) ?? 0)]),
    );
    // Fractions are cheap and enter everything, then comes the total background, then sources for themselves.
    return [first, ofAnswer, needed(true)].reduce(
      (sizes, wanted) => withinBudget(sizes, larger(sizes, wanted), share * most(), blockEvents, price),
      from,
    );
  };
  const second = affordable(sizes, reached, MOST_GROWTH.second, SECOND_PILOT, sizes);
  if (sumOf(second) > sumOf(sizes)) reached = await measure(second);
  return { ...asked, sizes: Object.fromEntries(affordable(second, reached, MOST_GROWTH.final, 1, least)) };
}
