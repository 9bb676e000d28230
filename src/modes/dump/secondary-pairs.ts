import { cos, log, sin } from '../../math/elementary.ts';
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
  readonly inSignal: number;
  readonly inControl: number;
  /** Signal over control with its error; null when fewer than ten pairs lie in the control region. */
  readonly ratio: { readonly value: number; readonly error: number } | null;
}

/** Pairs in the control region below which no ratio is given. */
const FEWEST = 10;

/**
 * Throws `events` halo tracks that each interact at a z in `from` and make two particles of opposite charge: flat shares
 * of the momentum, exponential transverse momenta. InvalidInput when the experiment has no halo, no tracker or no
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
  const deviates = new Float64Array(5);
  const { distance, z: between } = vertexCuts(search);
  const [vertexFrom, vertexTo] = between;
  let inSignal = 0;
  let inControl = 0;
  for (let event = 0; event < events; event++) {
    random.start(event);
    const parent = throwHaloTrack(halo, z, smallest, random);
    const start = from[0] + (from[1] - from[0]) * random.uniform();
    let [first, second] = [random.uniform(), random.uniform()];
    if (first + second > 1) [first, second] = [1 - first, 1 - second];
    if (first * parent.p < smallest || second * parent.p < smallest) continue;
    let kept = true;
    for (let k = 0; k < 2 && kept; k++) {
      const p = (k === 0 ? first : second) * parent.p;
      const pt = -transverse * log(random.uniform());
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
      if (!kept) break;
      for (let d = 0; d < 5; d++) deviates[d] = random.normal();
      measureTrack(tracker, x, y, px, py, pz, deviates, 0, tracks[k]);
    }
    if (!kept) continue;
    pointing.set(z, tracks[0], tracks[1], setup.pair[0].mass, setup.pair[1].mass);
    if (!(pointing.distance < distance && pointing.vertexZ > vertexFrom && pointing.vertexZ < vertexTo)) continue;
    if (inPointingRegion(setup.signal, pointing.originZ, pointing.originDistance)) inSignal++;
    else if (inPointingRegion(controlRegion, pointing.originZ, pointing.originDistance)) inControl++;
  }
  const value = inControl > 0 ? inSignal / inControl : 0;
  const error = inControl > 0 ? Math.sqrt(Math.max(inSignal, 1) * (1 + value)) / inControl : 0;
  return { source, thrown: events, inSignal, inControl, ratio: inControl >= FEWEST ? { value, error } : null };
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
