import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TrackPath } from './track-path.ts';

const PION = 0.13957039;
const MUON = 0.1056583755;
const MOMENTUM = (PION * PION - MUON * MUON) / (2 * PION);
const ENERGY = Math.hypot(MOMENTUM, MUON);
const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe('TrackPath', () => {
  it('goes straight', () => {
    const path = new TrackPath(PION);
    path.start(0.01, -0.02, 110, 0.1, 0.2, 40);
    path.advance(190);
    expect([path.x, path.y]).toEqual([expect.closeTo(0.01 + 0.2, 12), expect.closeTo(-0.02 + 0.4, 12)]);
  });

  it('keeps the momentum in the magnet and bends a positive particle to −x', () => {
    fc.assert(
      fc.property(real(-0.3, 0.3), real(-0.3, 0.3), real(5, 75), (px, py, pz) => {
        const path = new TrackPath(PION);
        path.start(0, 0, 190, px, py, pz);
        path.kick(-0.27);
        expect(path.px).toBeCloseTo(px - 0.27, 12);
        expect(path.py).toBe(py);
        expect(Math.hypot(path.px, path.py, path.pz)).toBeCloseTo(Math.hypot(px, py, pz), 10);
      }),
    );
  });

  it('gives a muon and a massless neutrino where the pion decays', () => {
    fc.assert(
      fc.property(real(-0.3, 0.3), real(5, 75), real(-1, 1), real(0, 1), real(1, 60), (px, pz, cosine, turns, far) => {
        const path = new TrackPath(PION);
        path.start(0, 0, 120, px, 0.1, pz);
        const p = Math.hypot(px, 0.1, pz);
        path.decayAfter(far, cosine, turns, MOMENTUM, ENERGY);
        path.advance(120 + (far * pz) / p - 1e-6);
        expect(path.decayed).toBe(false);
        path.advance(185);
        expect(path.decayed).toBe(true);
        const neutrino = [px - path.px, 0.1 - path.py, pz - path.pz];
        const energy = Math.hypot(p, PION) - Math.hypot(path.px, path.py, path.pz, MUON);
        expect(energy).toBeCloseTo(Math.hypot(...neutrino), 6);
      }),
    );
  });

  it('puts the kink where the pion decays and gives the muon 57–100 % of the momentum of a fast pion', () => {
    const path = new TrackPath(PION);
    for (const [cosine, fraction] of [
      [-1, (MUON * MUON) / (PION * PION)],
      [1, 1],
    ]) {
      path.start(0, 0, 120, 0, 0, 60);
      path.decayAfter(10, cosine, 0, MOMENTUM, ENERGY);
      path.advance(140);
      expect(path.decayZ).toBeCloseTo(130, 10);
      expect(path.pz / 60).toBeCloseTo(fraction, 4);
    }
  });
});
