import { describe, expect, it } from 'vitest';
import { allocateResponseBlock, SPECIES } from '../../../events/response-block.ts';
import { na62Hermetic } from '../../../experiments/na62-hermetic.ts';
import { EventRandom, streamKey } from '../../../math/random/index.ts';
import { particle } from '../../../physics/particles/index.ts';
import { ringError, ringMomentum, ringPasses, ringRadius } from './ring.ts';
import { strictPion, strictSpecies } from './strict-pion.ts';

const { ring } = na62Hermetic;
const [pion, muon, electron] = (['pi+', 'mu+', 'e+'] as const).map((name) => particle(name).mass);
const EVENTS = 200_000;

describe('rings of light', () => {
  it('are those of a mirror: F tan θ with cos θ = 1/(nβ), to second order in θ', () => {
    const n = 1 / Math.cos(Math.atan(0.19 / 17.02));
    for (const [mass, p] of [
      [pion, 20],
      [muon, 35],
      [electron, 15],
    ]) {
      const beta = p / Math.hypot(p, mass);
      expect(ringRadius(ring, mass, p) / (17.02 * Math.tan(Math.acos(1 / (n * beta))))).toBeCloseTo(1, 3);
    }
    expect(ringRadius(ring, pion, 12)).toBe(0);
  });

  it('give the momentum back, with the error of their radius; false alarm 6e-7', () => {
    const random = new EventRandom(streamKey(4, 'rings'));
    random.start(0);
    const p = 20;
    const radius = ringRadius(ring, pion, p);
    const relative = (radius * ringError(ring, radius)) / ((pion * 17.02) / p) ** 2;
    const logs = Array.from({ length: EVENTS }, () => Math.log(ringMomentum(ring, pion, p, random) / p));
    const rms = Math.sqrt(logs.reduce((sum, x) => sum + x * x, 0) / EVENTS);
    expect(Math.abs(rms / relative - 1)).toBeLessThan(0.01 + 5 / Math.sqrt(2 * EVENTS));
  });

  it('pass the likelihood ratio as often as drawn radii do; false alarm 6e-7', () => {
    const random = new EventRandom(streamKey(5, 'likelihoods'));
    random.start(0);
    for (const [mass, p] of [
      [muon, 35],
      [muon, 32],
      [pion, 35],
      [pion, 28],
    ]) {
      const own = ringRadius(ring, mass, p);
      const [asPion, asMuon] = [pion, muon].map((m) => ringRadius(ring, m, p));
      const error = ringError(ring, asPion);
      let passed = 0;
      for (let i = 0; i < EVENTS; i++) {
        const r = own + ringError(ring, own) * random.normal();
        const logRatio = ((r - asPion) ** 2 - (r - asMuon) ** 2) / (2 * error * error);
        if (logRatio < Math.log(0.05)) passed++;
      }
      const expected = ringPasses(ring, mass, pion, muon, p);
      expect(Math.abs(passed - EVENTS * expected)).toBeLessThan(5 * Math.sqrt(EVENTS * expected) + 1);
    }
  });

  it('are those of what crosses the RICH: a muon stays one, whatever it becomes behind it', () => {
    const [track] = allocateResponseBlock(4, [{ product: 0, charge: 1 }], []).tracks;
    const kinds = [
      ['mu', 'pi', 'mu'],
      ['e', 'pi', 'e'],
      ['pi', 'pi', 'pi'],
      ['pi', 'mu', 'mu'],
    ] as const;
    kinds.forEach(([atRich, atCalorimeter], j) => {
      track.speciesAtRich[j] = SPECIES.indexOf(atRich);
      track.species[j] = SPECIES.indexOf(atCalorimeter);
    });
    expect(kinds.map((_, j) => SPECIES[strictSpecies(track, j)])).toEqual(kinds.map(([, , met]) => met));
  });

  it('leave of muons 2.4e-8 where rings are apart, more where they meet, and of pions two thirds', () => {
    expect(strictPion(na62Hermetic, 'mu', 20).central).toBeCloseTo(1.2e-5 * 2e-3, 12);
    expect(strictPion(na62Hermetic, 'mu', 35).central).toBeGreaterThan(5e-8);
    expect(strictPion(na62Hermetic, 'pi', 20).central).toBeCloseTo(0.75 * 0.92, 5);
    expect(strictPion(na62Hermetic, 'pi', 10).central).toBe(0);
  });
});
