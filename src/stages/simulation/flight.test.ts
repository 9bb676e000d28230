import { describe, expect, it } from 'vitest';
import { EventRandom, streamKey } from '../../math/random/index.ts';
import { DECAY_LAWS, Flight, type PreferredDecays, weightOfPreference } from './flight.ts';

const LENGTH = 55.92;
const LIMIT = 90;
const EVENTS = 400_000;
const MAGNET = { from: 196.995, to: 204.459, likeBend: true };
const magnet: PreferredDecays = { share: 0.5, stretches: [MAGNET] };
/** On the way to the magnet, behind it as a bend, and behind the last chamber. */
const everywhere: PreferredDecays = {
  share: 0.5,
  stretches: [{ from: 105, to: 196.995, nearVertex: true }, MAGNET, { from: 204.459, to: 241.093 }],
};

interface Decay {
  readonly distance: number;
  readonly cosTheta: number;
  readonly turns: number;
}

/** Means of weight × something over many events of two particles, and their variance. */
function means(preferred: PreferredDecays | undefined, of: (one: Decay, other: Decay) => number) {
  const flights = [new Flight(LENGTH, preferred), new Flight(LENGTH, preferred)];
  const random = new EventRandom(streamKey(11, `flight ${preferred?.share} ${preferred?.stretches.length}`));
  const share = preferred?.share ?? 0;
  let sum = 0;
  let squares = 0;
  let weights = 0;
  let most = 0;
  for (let event = 0; event < EVENTS; event++) {
    random.start(event);
    const law = share > 0 && random.uniform() < share ? DECAY_LAWS.anywhere : DECAY_LAWS.natural;
    flights.forEach((flight, i) => {
      flight.draw(20 + 5 * i, 150, 1, LIMIT, law, random);
    });
    const weight = weightOfPreference({ share }, flights[0].preference * flights[1].preference);
    const value = weight * of(flights[0], flights[1]);
    sum += value;
    squares += value * value;
    weights += weight;
    most = Math.max(most, weight);
  }
  const mean = sum / EVENTS;
  return { mean, variance: squares / EVENTS - mean * mean, weights: weights / EVENTS, most };
}

const behind = ({ distance }: Decay): boolean => distance >= 46.995 && distance <= 54.459;
const inPlane = ({ turns }: Decay): boolean => Math.abs(Math.sin(2 * Math.PI * turns)) < 0.1;

describe('Flight', () => {
  it('decays with the exponential of its lifetime', () => {
    const { mean, variance } = means(undefined, ({ distance }) => (distance < LIMIT ? 1 : 0));
    const expected = 1 - Math.exp(-LIMIT / (LENGTH * 20));
    // Five standard errors: false alarm 6e-7; the same below.
    expect(Math.abs(mean - expected)).toBeLessThan(5 * Math.sqrt(variance / EVENTS));
  });

  it.each<[string, (one: Decay, other: Decay) => number]>([
    ['decays in the preferred stretch', (one) => (behind(one) ? 1 : 0)],
    ['of those the ones in the plane of the bend', (one) => (behind(one) && inPlane(one) ? 1 : 0)],
    ['of those the ones near its start', (one) => (behind(one) && one.distance < 47.5 ? 1 : 0)],
    ['the mean cosine squared of the daughter', (one) => (behind(one) ? one.cosTheta * one.cosTheta : 0)],
    ['of those the ones a little out of the plane', (one) => (behind(one) && !inPlane(one) ? 1 : 0)],
    ['decays behind the last chamber', (one) => (one.distance > 68.885 && one.distance < LIMIT ? one.turns : 0)],
    ['decays before it', (one) => (one.distance < 46.995 ? one.distance : 0)],
    ['particles that live', (one, other) => (one.distance > LIMIT && other.distance > LIMIT ? 1 : 0)],
  ])('keeps %s', (_, of) => {
    const plain = means(undefined, of);
    for (const stretches of [magnet, everywhere]) {
      const preferred = means(stretches, of);
      const error = Math.sqrt((plain.variance + preferred.variance) / EVENTS);
      expect(Math.abs(plain.mean - preferred.mean)).toBeLessThan(5 * error);
    }
  });

  it('knows a decay behind the magnet beside one upstream with a fiftieth of the natural variance', () => {
    const { mean, variance } = means(everywhere, (one, other) => (behind(one) && other.distance < 46.995 ? 1 : 0));
    const upstream = 1 - Math.exp(-46.995 / (LENGTH * 25));
    const expected = (Math.exp(-46.995 / (LENGTH * 20)) - Math.exp(-54.459 / (LENGTH * 20))) * upstream;
    expect(Math.abs(mean - expected)).toBeLessThan(5 * Math.sqrt(variance / EVENTS));
    expect(variance * 50).toBeLessThan(expected);
  });

  it('keeps pairs of decays, as their probabilities multiply', () => {
    const both = (one: Decay, other: Decay) => (behind(one) && behind(other) ? 1 : 0);
    const { mean, variance } = means(magnet, both);
    const one = (p: number) => Math.exp(-46.995 / (LENGTH * p)) - Math.exp(-54.459 / (LENGTH * p));
    expect(Math.abs(mean - one(20) * one(25))).toBeLessThan(5 * Math.sqrt(variance / EVENTS));
    // Natural sampling has the variance P(1 − P) with P = 3e-5.
    expect(variance * 1000).toBeLessThan(one(20) * one(25));
  });

  it('keeps one decay near the vertex beside a late one, sideways with a 400th of the natural variance', () => {
    const preferred = { ...everywhere, share: 0.8, oneUpstream: 0.75 };
    const flights = [new Flight(LENGTH, preferred), new Flight(LENGTH, preferred)];
    const random = new EventRandom(streamKey(12, 'one upstream'));
    const { natural, anywhere, upstream, late } = DECAY_LAWS;
    // Of the one near the vertex: all, those that go sideways and away from the beam, all others.
    const sums = [0, 0, 0];
    const squares = [0, 0, 0];
    let weights = 0;
    const [outX, outY] = [-0.6, 0.8];
    for (let event = 0; event < EVENTS; event++) {
      random.start(event);
      const kind = random.uniform() / preferred.share;
      const early = kind < preferred.oneUpstream ? Math.floor(random.uniform() * 2) : -1;
      flights.forEach((flight, i) => {
        const law = kind >= 1 ? natural : early < 0 ? anywhere : early === i ? upstream : late;
        flight.draw(20 + 5 * i, 150, 1, LIMIT, law, random, outX / 10, outY / 10);
      });
      const [one, other] = flights;
      const beside = (one.upstream * other.late + one.late * other.upstream) / 2;
      const weight = weightOfPreference(preferred, one.preference * other.preference, beside);
      weights += weight;
      if (!(one.distance < 2 && other.distance > 54.459 && other.distance < LIMIT)) continue;
      const around = 2 * Math.PI * one.turns;
      const sideways = Math.abs(one.cosTheta) < 0.5 && outX * Math.cos(around) + outY * Math.sin(around) > 0;
      for (const k of [0, sideways ? 1 : 2]) {
        sums[k] += weight;
        squares[k] += weight * weight;
      }
    }
    const near = 1 - Math.exp(-2 / (LENGTH * 20));
    const expected = near * (Math.exp(-54.459 / (LENGTH * 25)) - Math.exp(-LIMIT / (LENGTH * 25)));
    // Natural over drawn variance of one event: half the cosines and half the azimuths are a quarter of all directions.
    for (const [k, share, gain] of [
      [0, 1, 100],
      [1, 0.25, 400],
      [2, 0.75, 20],
    ]) {
      const mean = sums[k] / EVENTS;
      const variance = squares[k] / EVENTS - mean * mean;
      // Five standard errors: false alarm 6e-7.
      expect(Math.abs(mean - share * expected)).toBeLessThan(5 * Math.sqrt(variance / EVENTS));
      expect(variance * gain).toBeLessThan(share * expected);
    }
    expect(Math.abs(weights / EVENTS - 1)).toBeLessThan(0.02);
  });

  it('weighs an event at most 1/(1 − share), one on average', () => {
    const { weights, most } = means(magnet, () => 1);
    expect(most).toBeLessThanOrEqual(2 + 1e-12);
    expect(Math.abs(weights - 1)).toBeLessThan(0.01);
  });

  it('is plain past the stretch', () => {
    const flight = new Flight(LENGTH, magnet);
    const random = new EventRandom(streamKey(3, 'past'));
    for (let event = 0; event < 2000; event++) {
      random.start(event);
      flight.draw(20, 210, 1, 30, DECAY_LAWS.anywhere, random);
      expect(flight.preference).toBe(1);
    }
  });
});
