import { describe, expect, it } from 'vitest';
import { na62Detector } from '../../../experiments/na62-detector.ts';
import { na62Hermetic } from '../../../experiments/na62-hermetic.ts';
import { chargedSilence, noTrackOrSegment } from './charged-silence.ts';
import { Silence } from './silence.ts';

const silent = chargedSilence(na62Detector, na62Hermetic);

function shoot(px: number, py: number, pz: number, z: number, charge: number): Silence {
  const into = new Silence();
  silent(0.0012 * (z - 100), 0, z, px, py, pz, charge, into);
  return into;
}

describe('a charged particle that is no candidate', () => {
  it('leaves neither track nor segment as often as its chambers fail', () => {
    const q = 0.021;
    const e = 1 - q;
    // All four crossed: at most two see it, and not the first two.
    expect(noTrackOrSegment(0b1111, 2, 3, e)).toBeCloseTo(5 * e * e * q * q + 4 * e * q ** 3 + q ** 4, 14);
    // The first two alone: either fails.
    expect(noTrackOrSegment(0b0011, 2, 3, e)).toBeCloseTo(1 - e * e, 14);
    expect(noTrackOrSegment(0b1100, 2, 3, e)).toBeCloseTo(1, 14);
    expect(noTrackOrSegment(0b1110, 2, 3, e)).toBeCloseTo(1 - e ** 3, 14);
    expect(noTrackOrSegment(0, 2, 3, e)).toBe(1);
  });

  it('is seen by chambers and by two of three planes when it crosses all of them', () => {
    const { central } = shoot(0.1, 0.15, 35, 150, -1);
    const chambers = noTrackOrSegment(0b1111, 2, 3, 0.979);
    expect(central / (chambers * (0.01 ** 3 + 3 * 0.99 * 0.01 ** 2))).toBeCloseTo(1, 9);
  });

  it('goes unseen along the beam, backward, and when the magnet sweeps it out of the hole of the chambers', () => {
    expect(shoot(0.0012 * 75, 0, 75, 150, 1).central).toBe(1);
    expect(shoot(0, 0, -1, 150, 1).central).toBe(1);
    expect(shoot(0.0012 * 2, 0, 2, 150, 1).central).toBe(1);
  });

  it('is seen beside the beam when negative and soft, and not when positive', () => {
    expect(shoot(0.0012 * 4.2, 0, 4.2, 150, -1).central).toBeCloseTo(0.05, 9);
    expect(shoot(0.0012 * 3.2, 0, 3.2, 150, 1).central).toBe(1);
  });

  it('has a band that holds the centre', () => {
    for (const [px, pz] of [
      [0.1, 20],
      [0.15, 5],
      [0.05, 30],
    ]) {
      const { central, low, high } = shoot(px, 0.1, pz, 140, -1);
      expect(low).toBeLessThanOrEqual(central);
      expect(high).toBeGreaterThanOrEqual(central);
    }
  });
});
