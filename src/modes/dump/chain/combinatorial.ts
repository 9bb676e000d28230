import type { DumpHalo } from '../../../experiments/dump-experiment.ts';
import { log } from '../../../math/elementary.ts';
import { EventRandom, streamKey } from '../../../math/random/index.ts';
import { InvalidInput, unknownName } from '../../../schema/index.ts';
import { inPointingRegion, Pointing, type PointingRegion } from '../../../stages/selection/pointing.ts';
import { DumpIntervals } from '../../../stages/simulation/dump-intervals.ts';
import {
  emptyTrack,
  type MeasuredTrack,
  measurementZ,
  measureTrack,
} from '../../../stages/simulation/dump-measurement.ts';
import { type DumpSetup, vertexCuts } from './setup.ts';

/** Single tracks as the tracker measures them at its first chamber. */
export interface HaloTracks {
  readonly tracks: readonly MeasuredTrack[];
  /** Tracks thrown for them. */
  readonly thrown: number;
}

/**
 * Throws halo tracks of one charge until `count` have passed all planes of the search with its smallest momentum: a
 * Gaussian position at the first chamber, a direction from a smeared source, an exponential momentum. InvalidInput when
 * the experiment has no halo or no tracker, or when fewer than one in 10⁴ passes.
 */
export function haloTracks(setup: DumpSetup, charge: 1 | -1, count: number, seed: number): HaloTracks {
  const { experiment, planes, search } = setup;
  const { halo, tracker } = experiment;
  if (halo === undefined || tracker === undefined)
    throw new InvalidInput(experiment.id, 'has no halo or no tracker, so that no pairs can be mixed');
  const random = new EventRandom(streamKey(seed, `${search.id} halo ${charge}`));
  const intervals = new DumpIntervals(planes, experiment.magnet);
  const mask = (1 << planes.length) - 1;
  const z = measurementZ(tracker);
  const deviates = new Float64Array(5);
  const tracks: MeasuredTrack[] = [];
  const most = 10_000 * count;
  let thrown = 0;
  for (; tracks.length < count; thrown++) {
    if (thrown >= most) throw new InvalidInput(experiment.id, `only ${tracks.length} of ${thrown} halo tracks pass`);
    random.start(thrown);
    const thrownTrack = throwHaloTrack(halo, z, search.selection.smallestMomentum.value, random);
    const pz =
      thrownTrack.p / Math.sqrt(1 + thrownTrack.slopeX * thrownTrack.slopeX + thrownTrack.slopeY * thrownTrack.slopeY);
    const px = pz * thrownTrack.slopeX;
    const py = pz * thrownTrack.slopeY;
    intervals.open(z - 1, z);
    const dx = random.normal();
    const dy = random.normal();
    if (
      !intervals.restrict(
        thrownTrack.x,
        thrownTrack.y,
        z,
        thrownTrack.slopeX,
        thrownTrack.slopeY,
        px,
        py,
        pz,
        charge,
        mask,
        dx,
        dy,
      )
    )
      continue;
    for (let k = 0; k < 5; k++) deviates[k] = random.normal();
    const track = emptyTrack();
    measureTrack(tracker, thrownTrack.x, thrownTrack.y, px, py, pz, deviates, 0, track);
    tracks.push(track);
  }
  return { tracks, thrown };
}

/** One track of the halo at the plane z where tracks are measured. */
export function throwHaloTrack(halo: DumpHalo, z: number, smallest: number, random: EventRandom): MeasuredTrack {
  const radius: number = halo.radius.value;
  const source: number = halo.sourceSize.value;
  const lever = z - halo.sourceZ.value;
  const spread = halo.angleSpread.value;
  const x = radius * random.normal();
  const y = radius * random.normal();
  return {
    x,
    y,
    slopeX: (x - source * random.normal()) / lever + spread * random.normal(),
    slopeY: (y - source * random.normal()) / lever + spread * random.normal(),
    p: smallest - halo.momentumScale.value * log(random.uniform()),
  };
}

/** Pairs mixed from unrelated tracks that pass the vertex cuts, by region; regions do not overlap (signal comes first). */
export interface MixedPairs {
  readonly mixed: number;
  readonly inSignal: number;
  readonly inControl: number;
  /** Pairs in the signal region over pairs in the control region, with its error from ten independent batches. */
  readonly ratio: { readonly value: number; readonly error: number };
  /** The same for pairs spread evenly over the plane of (z, distance). */
  readonly flatRatio: number;
  /** Some selected pairs, for a picture: z and distance of where they point (m). */
  readonly points: readonly (readonly [z: number, distance: number])[];
}

const BATCHES = 10;
const MOST_POINTS = 2000;

/** Area of a region in the plane of (z, distance), m². InvalidInput for a region without borders. */
export function regionArea(region: PointingRegion): number {
  if (region.shape === 'anywhere') throw new InvalidInput('region', 'has no borders, so no area');
  if (region.shape === 'box') return (region.z[1] - region.z[0]) * (region.distance[1] - region.distance[0]);
  return 0.5 * Math.PI * region.semiZ * region.semiDistance;
}

/**
 * Background of two unrelated halo tracks by mixing `tracks` of either charge, every one with every other: 10 × (tracks/10)²
 * pairs. Only ratios between regions are meant; the normalisation comes from the control region.
 */
export function mixHaloTracks(setup: DumpSetup, { tracks = 8000, seed = 1, control = 'control' } = {}): MixedPairs {
  const { search } = setup;
  const controlRegion = search.regions[control]?.value;
  if (controlRegion === undefined) throw unknownName('regions', 'region', control, Object.keys(search.regions));
  const per = Math.ceil(tracks / BATCHES);
  const positive = haloTracks(setup, 1, per * BATCHES, seed).tracks;
  const negative = haloTracks(setup, -1, per * BATCHES, seed).tracks;
  const tracker = setup.experiment.tracker!;
  const z = measurementZ(tracker);
  const pointing = new Pointing(setup.source.x, setup.source.y);
  const { distance, z: between } = vertexCuts(search);
  const [from, to] = between;
  const [m1, m2] = [setup.pair[0].mass, setup.pair[1].mass];
  const points: [number, number][] = [];
  const ratios: number[] = [];
  let inSignal = 0;
  let inControl = 0;
  for (let batch = 0; batch < BATCHES; batch++) {
    let signal = 0;
    let outside = 0;
    for (let i = batch * per; i < (batch + 1) * per; i++)
      for (let j = batch * per; j < (batch + 1) * per; j++) {
        pointing.set(z, positive[i], negative[j], m1, m2);
        if (!(pointing.distance < distance && pointing.vertexZ > from && pointing.vertexZ < to)) continue;
        const { originZ, originDistance } = pointing;
        if (points.length < MOST_POINTS) points.push([originZ, originDistance]);
        if (inPointingRegion(setup.signal, originZ, originDistance)) signal++;
        else if (inPointingRegion(controlRegion, originZ, originDistance)) outside++;
      }
    inSignal += signal;
    inControl += outside;
    ratios.push(outside > 0 ? signal / outside : 0);
  }
  const value = inControl > 0 ? inSignal / inControl : 0;
  let spread = 0;
  for (const ratio of ratios) spread += (ratio - value) * (ratio - value);
  const signalArea = regionArea(setup.signal);
  return {
    mixed: BATCHES * per * per,
    inSignal,
    inControl,
    ratio: { value, error: Math.sqrt(spread / (BATCHES * (BATCHES - 1))) },
    flatRatio: signalArea / (regionArea(controlRegion) - signalArea),
    points,
  };
}

/** Combinatorial background expected in the signal region from the published count in the control region alone. */
export interface CombinatorialBackground extends MixedPairs {
  readonly control: { readonly value: number; readonly error: number };
  readonly signal: { readonly value: number; readonly error: number };
  readonly published: { readonly value: number; readonly error: number; readonly ratio: number } | null;
}

/** Mixes pairs and normalises them to the cited background of the control region. InvalidInput when none is cited. */
export function combinatorialBackground(
  setup: DumpSetup,
  options: { tracks?: number; seed?: number } = {},
): CombinatorialBackground {
  const cited = setup.search.backgrounds['combinatorial']?.regions;
  const control = cited?.['control'];
  if (control === undefined || !('error' in control))
    throw new InvalidInput(setup.search.id, 'cites no combinatorial background in a control region to normalise to');
  const mixed = mixHaloTracks(setup, options);
  const { value, error } = mixed.ratio;
  const signal = control.value * value;
  const relative2 =
    (control.error / control.value) * (control.error / control.value) +
    (value > 0 ? (error / value) * (error / value) : 0);
  const known = cited?.['signal'];
  return {
    ...mixed,
    control: { value: control.value, error: control.error },
    signal: { value: signal, error: signal * Math.sqrt(relative2) },
    published:
      known !== undefined && 'error' in known
        ? { value: known.value, error: known.error, ratio: known.value / control.value }
        : null,
  };
}
