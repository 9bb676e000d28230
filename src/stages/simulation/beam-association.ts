import type { KaonBeam } from '../../experiments/experiment.ts';
import { EventRandom, streamKey } from '../../math/random/index.ts';
import { drawPoisson } from '../../math/random/poisson.ts';
import { SampledDensity } from './sampled-density.ts';

/** How often a track finds its beam particle, or another one; of all events. */
export interface BeamAssociation {
  /** The beam particle that decayed is found and chosen. */
  readonly right: number;
  /** Another one is chosen, whether the right one was found or not. */
  readonly wrong: number;
  /** Another one is accepted where the right one was not found, of those events. */
  readonly wrongWhenMissing: number;
}

const EVENTS = 60_000;
const SEED = 20_260_102;
const known = new Map<string, BeamAssociation>();

/**
 * Probabilities of the association between a track and the beam spectrometer, from events of right and accidental beam
 * tracks: the right one is found with the efficiency of all stations; accidental ones come at the rate of the beam
 * within the window. Each gets the closest approach and the time differences of its kind, and for each of the two times
 * a discriminant, the product of the probabilities that a right pair lies farther out in approach and in time. The pair
 * with the largest is chosen, and accepted when both discriminants pass their minimum and the larger a higher one, and
 * the approach is close enough. Kept per set of numbers; the events are always the same.
 */
export function beamAssociation({ association, rate, spectrometer }: KaonBeam): BeamAssociation {
  const key = JSON.stringify([
    association,
    rate.value,
    spectrometer.stationEfficiency.value,
    spectrometer.stations.value,
  ]);
  const before = known.get(key);
  if (before !== undefined) return before;
  const { approach, taggingTime, trackTime, accidentalApproach, approachEnd } = association;
  const right = new SampledDensity(approach.value, approachEnd.value);
  const other = new SampledDensity(accidentalApproach.value, approachEnd.value);
  const half: number = association.window.value;
  const tagging = new SampledDensity(taggingTime.value, half);
  const track = new SampledDensity(trackTime.value, half);
  const most = association.closestApproach.value as number;
  let found = 1;
  for (let station = 0; station < spectrometer.stations.value; station++) found *= spectrometer.stationEfficiency.value;
  const accidental = (rate.value / association.kaonShare.value) * 2 * half;
  const random = new EventRandom(streamKey(SEED, 'beam association'));
  const counts = { right: 0, wrong: 0, missing: 0, wrongWhenMissing: 0 };
  for (let event = 0; event < EVENTS; event++) {
    random.start(event);
    let best = -1;
    let accepted = false;
    let bestIsRight = false;
    const offer = (distance: number, first: number, second: number, isRight: boolean): void => {
      const near = right.above(distance);
      const one = near * tagging.above(first);
      const two = near * track.above(second);
      const larger = Math.max(one, two);
      if (larger <= best) return;
      best = larger;
      bestIsRight = isRight;
      accepted =
        Math.min(one, two) > association.leastDiscriminant.value &&
        larger > association.leastLargerDiscriminant.value &&
        distance < most;
    };
    const isFound = random.uniform() < found;
    if (isFound)
      offer(right.draw(random.uniform()), tagging.draw(random.uniform()), track.draw(random.uniform()), true);
    const others = drawPoisson(random, accidental);
    for (let k = 0; k < others; k++) {
      // The kaon tag and the track have one time, from which the accidental particle is as far.
      const time = half * random.uniform();
      offer(other.draw(random.uniform()), time, time, false);
    }
    if (!isFound) counts.missing++;
    if (!accepted) continue;
    if (bestIsRight) counts.right++;
    else {
      counts.wrong++;
      if (!isFound) counts.wrongWhenMissing++;
    }
  }
  const result = {
    right: counts.right / EVENTS,
    wrong: counts.wrong / EVENTS,
    wrongWhenMissing: counts.missing === 0 ? 0 : counts.wrongWhenMissing / counts.missing,
  };
  if (known.size > 50) known.clear();
  known.set(key, result);
  return result;
}
