import type { Detector } from '../../../experiments/detector-types.ts';
import type { BandedEfficiency, Hermetic } from '../../../experiments/hermetic.ts';
import { inCalorimeter } from '../calorimeter-acceptance.ts';
import { strawAcceptance } from '../straw-acceptance.ts';
import { TrackPath } from '../track-path.ts';
import type { Silence } from './silence.ts';

/** Multiplies the probability that nothing sees a charged particle from (x, y, z) with this momentum (GeV) into a silence. */
export type ChargedSilence = (
  x: number,
  y: number,
  z: number,
  px: number,
  py: number,
  pz: number,
  charge: number,
  into: Silence,
) => void;

/** Probability that fewer than two of `n` counters of this efficiency fire. */
function fewerThanTwo(n: number, efficiency: number): number {
  if (n < 2) return 1;
  let allButOne = 1;
  for (let k = 1; k < n; k++) allButOne *= 1 - efficiency;
  return allButOne * (1 - efficiency + n * efficiency);
}

/**
 * Probability that the points of the crossed chambers (bit i: chamber i) make neither a track, in `track` of them, nor a
 * segment, in each of the first `segment`, when each chamber sees the particle with this efficiency.
 */
export function noTrackOrSegment(crossed: number, segment: number, track: number, efficiency: number): number {
  const first = (1 << segment) - 1;
  let total = 0;
  for (let seen = 0; seen <= crossed; seen++) {
    if ((seen & ~crossed) !== 0 || (seen & first) === first) continue;
    let points = 0;
    let probability = 1;
    for (let bit = 1; bit <= crossed; bit <<= 1) {
      if ((crossed & bit) === 0) continue;
      if ((seen & bit) !== 0) points++;
      probability *= (seen & bit) !== 0 ? efficiency : 1 - efficiency;
    }
    if (points < track) total += probability;
  }
  return total;
}

type Plane = 'chamber' | 'magnet' | 'ring' | 'hodoscope' | 'calorimeter' | 'small angle' | 'side';

/**
 * A charged particle is seen as a track or as a segment in the first chambers, in a large-angle ring, by two of both hodoscopes and the
 * calorimeter, in the small-angle counters around the beam pipe, or by the counter beside it, each independently. Straight
 * lines and the kick of the magnet; decays in flight and interactions are left out.
 */
export function chargedSilence(detector: Detector, { charged }: Hermetic): ChargedSilence {
  const { straw, magnet, newChod, chod, calorimeter, vetoes } = detector;
  const inStraw = strawAcceptance(straw);
  const inLkr = inCalorimeter(calorimeter);
  const chambers = straw.z.value.length;
  const [central, low, high] = (['central', 'high', 'low'] as const).map((end) =>
    Float64Array.from({ length: 1 << chambers }, (_, crossed) =>
      noTrackOrSegment(crossed, charged.segmentChambers.value, charged.trackChambers.value, charged.chamber.value[end]),
    ),
  );
  const side = charged.sideCounter.value;
  const { smallAngle } = vetoes;
  const smallInner = charged.smallAngleInnerRadius.value * charged.smallAngleInnerRadius.value;
  const smallOuter = smallAngle.outerRadius.value * smallAngle.outerRadius.value;
  const annulus = ({ z, centreX, innerRadius, outerRadius }: typeof newChod) => ({
    z: z.value as number,
    plane: 'hodoscope' as const,
    hit: (x: number, y: number) => {
      const dx = x - centreX.value;
      const r2 = dx * dx + y * y;
      return r2 > innerRadius.value * innerRadius.value && r2 < outerRadius.value * outerRadius.value;
    },
  });
  interface Step {
    readonly z: number;
    readonly plane: Plane;
    /** Bit of a chamber. */
    readonly bit?: number;
    readonly hit: (x: number, y: number) => boolean;
  }
  const steps: Step[] = [
    ...straw.z.value.map((z, i) => ({
      z: z as number,
      plane: 'chamber' as const,
      bit: 1 << i,
      hit: (x: number, y: number) => inStraw(i, x, y),
    })),
    { z: magnet.z.value, plane: 'magnet', hit: () => true },
    ...vetoes.largeAngle.value.map(({ z, innerRadius, outerRadius }) => ({
      z: z as number,
      plane: 'ring' as const,
      hit: (x: number, y: number) => {
        const r2 = x * x + y * y;
        return r2 > innerRadius * innerRadius && r2 < outerRadius * outerRadius;
      },
    })),
    annulus(newChod),
    annulus(chod),
    { z: calorimeter.z.value, plane: 'calorimeter', hit: inLkr },
    {
      z: smallAngle.z.value,
      plane: 'small angle',
      hit: (x, y) => {
        const dx = x - smallAngle.centreX.value;
        const r2 = dx * dx + y * y;
        return r2 > smallInner && r2 < smallOuter;
      },
    },
    {
      z: side.z,
      plane: 'side',
      hit: (x, y) => Math.abs(x - side.centreX) < side.halfX && Math.abs(y) < side.halfY,
    },
  ];
  steps.sort((a, b) => a.z - b.z);
  const path = new TrackPath(1);
  const miss = (into: Silence, { central, low, high }: BandedEfficiency): void =>
    into.times(1 - central, 1 - high, 1 - low);
  return (x, y, z, px, py, pz, charge, into) => {
    if (pz <= 0) return;
    path.start(x, y, z, px, py, pz);
    let crossed = 0;
    let planes = 0;
    let ring = false;
    let small = false;
    let aside = false;
    for (const step of steps) {
      if (step.z < z) continue;
      path.advance(step.z);
      if (step.plane === 'magnet') {
        path.kick(-magnet.kick.value * charge);
        if (!(path.pz > 0)) break;
        continue;
      }
      if (!step.hit(path.x, path.y)) continue;
      if (step.bit !== undefined) crossed |= step.bit;
      else if (step.plane === 'ring') ring = true;
      else if (step.plane === 'small angle') small = true;
      else if (step.plane === 'side') aside = true;
      else planes++;
    }
    into.times(central[crossed], low[crossed], high[crossed]);
    if (ring) miss(into, charged.largeAngle.value);
    if (small) miss(into, charged.smallAngle.value);
    if (aside) miss(into, charged.side.value);
    const plane = charged.plane.value;
    into.times(fewerThanTwo(planes, plane.central), fewerThanTwo(planes, plane.high), fewerThanTwo(planes, plane.low));
  };
}
