import { cos, exp, log, sin } from '../../math/elementary.ts';
import { EventRandom, streamKey } from '../../math/random/index.ts';
import { InvalidInput, unknownName } from '../../schema/index.ts';
import type { DumpSearchDocument } from '../../search/dump-search.ts';
import type { PublishedValue } from '../../search/published-value.ts';
import { type ReproduceRow, row } from '../../search/results/row.ts';
import { inPointingRegion, Pointing } from '../../stages/selection/pointing.ts';
import { DumpIntervals } from '../../stages/simulation/dump-intervals.ts';
import { emptyTrack, measurementZ, measureTrack } from '../../stages/simulation/dump-measurement.ts';
import { throwHaloTrack } from './chain/combinatorial.ts';
import { type DumpSetup, vertexCuts } from './chain/setup.ts';

/** Pairs of secondaries that pass the vertex cuts, by region, and their number in the signal region from the control region alone. */
export interface SecondaryPairs {
  readonly source: string;
  readonly thrown: number;
  /** Pairs, each the mean over its measurements, so that they need not be whole. */
  readonly inSignal: number;
  readonly inControl: number;
  /** How many pairs of equal weight the control region is worth: (Σw)²/Σw². */
  readonly effective: number;
  /** Signal over control with its error; null when the control region is worth fewer than ten pairs. */
  readonly ratio: { readonly value: number; readonly error: number } | null;
}

/** Effective pairs in the control region below which no ratio is given. */
const FEWEST = 10;
/** Measurements of each pair whose tracks are both seen: rare resolutions decide, the pair itself is not rare. */
const MEASUREMENTS = 64;

/** One secondary that is seen, at the first chamber. */
interface SeenTrack {
  x: number;
  y: number;
  px: number;
  py: number;
  pz: number;
}

/**
 * Throws `events` halo tracks that each interact at a z in `from` and make two particles of opposite charge: flat shares
 * of the momentum, exponential transverse momenta. A pair that is seen is measured 64 times (splitting), each with its share
 * of the weight; errors are those of independent pairs, not of measurements. InvalidInput when the experiment has no halo, no tracker or no
 * transverse momentum of secondaries.
 */
export function secondaryPairs(
  setup: DumpSetup,
  source: string,
  from: readonly [number, number],
  { events = 200_000, seed = 1, control = 'control' } = {},
): SecondaryPairs {
  const { experiment, planes, search } = setup;
  const { halo, tracker } = experiment;
  const transverse = halo?.secondaryTransverse?.value;
  if (halo === undefined || tracker === undefined || transverse === undefined)
    throw new InvalidInput(experiment.id, 'has no halo with secondaries or no tracker');
  const controlRegion = search.regions[control]?.value;
  if (controlRegion === undefined) throw unknownName('regions', 'region', control, Object.keys(search.regions));
  const smallest: number = search.selection.smallestMomentum.value;
  const random = new EventRandom(streamKey(seed, `${search.id} secondaries ${source}`));
  const intervals = new DumpIntervals(planes, experiment.magnet);
  const mask = (1 << planes.length) - 1;
  const z = measurementZ(tracker);
  const pointing = new Pointing(setup.source.x, setup.source.y);
  const tracks = [emptyTrack(), emptyTrack()] as const;
  const seen: SeenTrack[] = [0, 1].map(() => ({ x: 0, y: 0, px: 0, py: 0, pz: 0 }));
  const deviates = new Float64Array(5);
  const { distance, z: between } = vertexCuts(search);
  const [vertexFrom, vertexTo] = between;
  // Made before where vertices are taken: only what is near and hardly opens is ever mistaken.
  const upstream = from[1] <= vertexFrom;
  let inSignal = 0;
  let inControl = 0;
  let signalSquares = 0;
  let controlSquares = 0;
  let products = 0;
  for (let event = 0; event < events; event++) {
    random.start(event);
    const parent = throwHaloTrack(halo, z, smallest, random);
    const depth = preferredDepth(random, upstream);
    const start = from[1] - (from[1] - from[0]) * depth.value;
    let weight = depth.weight;
    let [first, second] = [random.uniform(), random.uniform()];
    if (first + second > 1) [first, second] = [1 - first, 1 - second];
    if (first * parent.p < smallest || second * parent.p < smallest) continue;
    let kept = true;
    for (let k = 0; k < 2 && kept; k++) {
      const p = (k === 0 ? first : second) * parent.p;
      const softness = preferredTransverse(random, upstream);
      const pt = transverse * softness.value;
      weight *= softness.weight;
      const phi = 2 * Math.PI * random.uniform();
      const slopeX = parent.slopeX + (pt / p) * cos(phi);
      const slopeY = parent.slopeY + (pt / p) * sin(phi);
      const x = parent.x + (slopeX - parent.slopeX) * (z - start);
      const y = parent.y + (slopeY - parent.slopeY) * (z - start);
      const pz = p / Math.sqrt(1 + slopeX * slopeX + slopeY * slopeY);
      const px = pz * slopeX;
      const py = pz * slopeY;
      const charge = k === 0 ? 1 : -1;
      intervals.open(z - 1, z);
      kept = intervals.restrict(x, y, z, slopeX, slopeY, px, py, pz, charge, mask, random.normal(), random.normal());
      Object.assign(seen[k], { x, y, px, py, pz });
    }
    if (!kept) continue;
    let signal = 0;
    let beside = 0;
    for (let m = 0; m < MEASUREMENTS; m++) {
      for (let k = 0; k < 2; k++) {
        for (let d = 0; d < 5; d++) deviates[d] = random.normal();
        const { x, y, px, py, pz } = seen[k];
        measureTrack(tracker, x, y, px, py, pz, deviates, 0, tracks[k]);
      }
      pointing.set(z, tracks[0], tracks[1], setup.pair[0].mass, setup.pair[1].mass);
      if (!(pointing.distance < distance && pointing.vertexZ > vertexFrom && pointing.vertexZ < vertexTo)) continue;
      if (inPointingRegion(setup.signal, pointing.originZ, pointing.originDistance)) signal++;
      else if (inPointingRegion(controlRegion, pointing.originZ, pointing.originDistance)) beside++;
    }
    signal *= weight / MEASUREMENTS;
    beside *= weight / MEASUREMENTS;
    inSignal += signal;
    inControl += beside;
    signalSquares += signal * signal;
    controlSquares += beside * beside;
    products += signal * beside;
  }
  const effective = controlSquares > 0 ? (inControl * inControl) / controlSquares : 0;
  const value = inControl > 0 ? inSignal / inControl : 0;
  // Variance of a ratio of sums over independent pairs.
  const variance = signalSquares - 2 * value * products + value * value * controlSquares;
  const error = inControl > 0 ? Math.sqrt(Math.max(variance, 0)) / inControl : 0;
  const ratio = effective >= FEWEST && inSignal > 0 ? { value, error } : null;
  return { source, thrown: events, inSignal, inControl, effective, ratio };
}

interface Preferred {
  readonly value: number;
  /** Density that is meant over density that was drawn from, at most 2. */
  readonly weight: number;
}

/** Share of the way back from the far end of a range, flat; with `near`, half of them crowd towards that end. */
function preferredDepth(random: EventRandom, near: boolean): Preferred {
  const u = random.uniform();
  if (!near) return { value: u, weight: 1 };
  const value = random.uniform() < 0.5 ? u : u * u * u;
  return { value, weight: 1 / (0.5 + 1 / (6 * exp((2 / 3) * log(value)))) };
}

/** A number from exp(−x); with `soft`, half of them from 4 exp(−4x). */
function preferredTransverse(random: EventRandom, soft: boolean): Preferred {
  const x = -log(random.uniform());
  if (!soft) return { value: x, weight: 1 };
  const value = random.uniform() < 0.5 ? x : x / 4;
  return { value, weight: 1 / (0.5 + 2 * exp(-3 * value)) };
}

/** Shapes of all backgrounds that the search describes as secondaries. */
export function secondariesOf(setup: DumpSetup, options: { events?: number; seed?: number } = {}): SecondaryPairs[] {
  return Object.entries(setup.search.backgrounds).flatMap(([source, { secondariesFrom }]) =>
    secondariesFrom === undefined
      ? []
      : [secondaryPairs(setup, source, secondariesFrom.value as readonly [number, number], options)],
  );
}

/** The published upper limit of each in the signal region beside that of the control region times the simulated ratio. */
export function secondaryRows(
  { id, backgrounds }: DumpSearchDocument,
  found: readonly SecondaryPairs[],
): ReproduceRow[] {
  return found.flatMap(({ source, ratio }) => {
    const { title, regions } = backgrounds[source];
    const { signal, control } = regions;
    if (signal === undefined || control === undefined) return [];
    const asked: PublishedValue = {
      value: signal.value,
      tag: signal.tag,
      source: signal.source,
      agreeWithin: 2,
      why: 'material, halo and secondaries are guessed; only the ratio of the regions is simulated',
    };
    const scaled = ratio === null ? null : { value: ratio.value * control.value, error: ratio.error * control.value };
    const shown = ratio === null ? 'unknown, too few pairs' : ratio.value.toFixed(3);
    return [row(id, 'background', `${title}, upper limit; signal over control ${shown}`, asked, scaled)];
  });
}
