import { beforeAll, describe, expect, it } from 'vitest';
import { allocateDecayBlock } from '../../events/decay-block.ts';
import { allocateResponseBlock } from '../../events/response-block.ts';
import { experiments } from '../../experiments/index.ts';
import { EventRandom, streamKey } from '../../math/random/index.ts';
import { particle } from '../../physics/particles/index.ts';
import { DECAY_LAWS, weightOfPreference } from './flight.ts';
import { type TrackOptions, trackResponse } from './track-response.ts';

const { detector } = experiments['na62-kaon'];
const { straw } = detector;
/** A muon of 20 GeV decays before the last chamber in one case of 1800: a cut on that is no test of a stable one. */
const DECAYS = 1e-3;
const empty = { ...detector, straw: { ...straw, thickness: { ...straw.thickness, value: 0 } } };
const ALL = { crossed: 4, hit: 4 };
const P = 20;

/** Fitted momenta over the true one, of tracks of momentum `P` that start at 150 m, away from the holes. */
function ratios(
  name: 'pi+' | 'mu+' | 'e+',
  events: number,
  options: TrackOptions,
  apparatus = detector,
  measured = false,
): { ratio: number; weight: number; slope: number }[] {
  const { mass, charge } = particle(name);
  const block = allocateDecayBlock(1, [{ name, mass, charge }]);
  const response = allocateResponseBlock(1, [{ product: 0, charge }], []);
  const [product] = block.products;
  const slope = 0.006;
  product.momentum.px[0] = 0;
  product.momentum.py[0] = P * slope;
  product.momentum.pz[0] = P * Math.sqrt(1 - slope * slope);
  block.vertex.z[0] = 150;
  const tracker = trackResponse(apparatus as never, product, response.tracks[0], options);
  const random = new EventRandom(streamKey(4, `${name} ${JSON.stringify(options)}`));
  const share = options.preferredDecays?.share ?? 0;
  const found: { ratio: number; weight: number; slope: number }[] = [];
  for (let event = 0; event < events; event++) {
    random.start(event);
    const law = random.uniform() < share ? DECAY_LAWS.anywhere : DECAY_LAWS.natural;
    const seen = tracker.propagate(0, 0, law, random);
    if (measured) tracker.measure(0, random);
    const { px, py, pz } = response.tracks[0];
    const ratio = seen === 0 ? Number.NaN : Math.hypot(px[0], py[0], pz[0]) / P;
    found.push({
      ratio,
      weight: weightOfPreference({ share }, tracker.preference),
      slope: py[0] / pz[0] - slope / Math.sqrt(1 - slope * slope),
    });
  }
  return found;
}

const width = (values: readonly number[]): number => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
};

describe('a stable particle', () => {
  it('in chambers without material is measured with the Gaussian resolutions, no more and no less', () => {
    const all = ratios('mu+', 40_000, { chambers: ALL }, empty as never, true).filter(({ ratio }) => ratio > 0.9);
    expect(all.length).toBeGreaterThan(40_000 * (1 - DECAYS));
    const momentum = Math.hypot(straw.momentumResolution.constant.value, straw.momentumResolution.slope.value * P);
    const angle = Math.hypot(straw.angleResolution.scattering.value / P, straw.angleResolution.constant.value);
    // Width of a width: 1/√(2n) = 0.35 %; five of them, false alarm 6e-7.
    expect(Math.abs(width(all.map(({ ratio }) => ratio)) / momentum - 1)).toBeLessThan(0.018);
    expect(Math.abs(width(all.map(({ slope }) => slope)) / angle - 1)).toBeLessThan(0.018);
  });

  it('has a core that material does not widen, and tails of a per cent', () => {
    const all = ratios('mu+', 40_000, { chambers: ALL });
    const exact = all.filter(({ ratio }) => Math.abs(ratio - 1) < 1e-5).length / all.length;
    expect(exact).toBeGreaterThan(0.95);
    expect(exact).toBeLessThan(0.985);
    const far = all.filter(({ ratio }) => Math.abs(ratio - 1) > 0.01).length / all.length;
    expect(far).toBeGreaterThan(0.002);
    expect(far).toBeLessThan(0.03);
  });
});

describe('a pion that decays in flight', () => {
  // Fraction that passes the χ² and, of those, the share with a fitted momentum above 1.05: of another toy, for χ² < 25.
  const loose = { ...empty, straw: { ...empty.straw, trackChiSquare: { ...straw.trackChiSquare, value: 25 } } };
  it.each([
    ['between the first two chambers', 183.508, 194.066, 0.148, 0],
    ['before the magnet', 194.066, 196.995, 0.022, 0],
    ['behind the magnet', 196.995, 204.459, 0.011, 0.18],
    ['between the last two chambers', 204.459, 218.885, 0.098, 0],
  ])('%s', (_, from, to, passes, above) => {
    const preferredDecays = { share: 0.9, stretches: [{ from, to, likeBend: true }] };
    const all = ratios('pi+', 400_000, { chambers: ALL, preferredDecays }, loose as never);
    const natural = Math.exp(-(from - 150) / (55.92 * P)) - Math.exp(-(to - 150) / (55.92 * P));
    // Decays in the stretch weigh little; others and particles that live weigh more than one.
    const good = all.filter(({ ratio, weight }) => ratio > 0 && weight < 0.5);
    const sum = (some: typeof all) => some.reduce((total, { weight }) => total + weight, 0);
    const fraction = sum(good) / all.length / natural;
    // The other toy fits without scattering and quotes two digits.
    expect(fraction / passes).toBeGreaterThan(0.6);
    expect(fraction / passes).toBeLessThan(1.7);
    const high = sum(good.filter(({ ratio }) => ratio > 1.05)) / sum(good);
    expect(Math.abs(high - above)).toBeLessThan(above === 0 ? 0.005 : 0.1);
  });

  it('keeps what it is on average when decays behind the magnet are preferred', () => {
    const count = (share: number) => {
      const stretches = [{ from: 196.995, to: 204.459, likeBend: true }];
      const options = { chambers: ALL, preferredDecays: { share, stretches } };
      const all = ratios('pi+', 200_000, options);
      const values = all.map(({ ratio, weight }) => (ratio > 0 ? weight : 0));
      return { mean: values.reduce((sum, value) => sum + value, 0) / values.length, width: width(values) };
    };
    const [plain, preferred] = [count(0), count(0.5)];
    const error = Math.hypot(plain.width, preferred.width) / Math.sqrt(200_000);
    expect(Math.abs(plain.mean - preferred.mean)).toBeLessThan(5 * error);
  });
});

describe('an electron', () => {
  let all: { ratio: number }[] = [];
  beforeAll(() => {
    all = ratios('e+', 100_000, { chambers: ALL });
  });

  it('radiates in the chambers before the magnet: mean loss of 2 × 0.45 %', () => {
    const good = all.filter(({ ratio }) => ratio > 0 && (ratio < 0.99 || ratio > 1 - 1e-5));
    const radiated = good.filter(({ ratio }) => ratio < 0.99).length / good.length;
    // Photons above 1 %: 2 · 0.0045 · (4/3 ln 100 − 4/3 · 0.99 + 0.5) = 4.8 %, a few scattered tracks among them.
    expect(radiated).toBeGreaterThan(0.043);
    expect(radiated).toBeLessThan(0.062);
  });

  it('never gains', () => {
    const gains = all.filter(({ ratio }) => ratio > 1.2).length / all.length;
    expect(gains).toBeLessThan(0.001);
  });
});

describe('another spectrometer', () => {
  const z = [176, 180, 184, 188, 205, 210, 216, 222];
  const six = {
    ...empty,
    straw: {
      ...empty.straw,
      z: { ...straw.z, value: z },
      holeCentreX: { ...straw.holeCentreX, value: z.map(() => 0.1) },
    },
  };

  it('of eight chambers measures the same momentum, and may miss one of them where a search says so', () => {
    for (const hit of [8, 7]) {
      const all = ratios('mu+', 2000, { chambers: { crossed: 8, hit } }, six as never);
      const exact = all.filter(({ ratio }) => Math.abs(ratio - 1) < 1e-5);
      expect(exact.length).toBeGreaterThan(2000 * (1 - 4 * DECAYS));
    }
  });

  it('keeps the kink of a decay between two of its chambers out', () => {
    const stretches = [{ from: 184, to: 188, likeBend: true }];
    const options = { chambers: { crossed: 8, hit: 8 }, preferredDecays: { share: 0.9, stretches } };
    const all = ratios('pi+', 20_000, options, six as never).filter(({ weight }) => weight < 0.5);
    const passes = all.filter(({ ratio }) => ratio > 0).length / all.length;
    expect(passes).toBeGreaterThan(0.0002);
    expect(passes).toBeLessThan(0.5);
  });
});
