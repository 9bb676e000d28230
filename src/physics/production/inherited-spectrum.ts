import { cos, sin } from '../../math/elementary.ts';
import type { MotherSpectrum, YieldSpectrum } from './spectrum.ts';
import { requirePositive } from './validity.ts';

/**
 * Spectrum of hidden particles that take over the energy and the direction of what they come from: a meson or a photon
 * that mixes or converts, `perMother` (per coupling²) hidden particles for each of `mothersPerProton`. Good where the
 * energies are large against both masses. InvalidInput for a mass that is no number of at least 0.
 */
export function inheritedSpectrum(
  mechanism: string,
  mother: MotherSpectrum,
  mass: number,
  mothersPerProton: number,
  perMother: number,
): YieldSpectrum {
  requirePositive(`${mechanism}: mass`, mass, true);
  const scale = mothersPerProton * perMother;
  const target = new Float64Array(3);
  const motherMomentum = (energy: number) => Math.sqrt((energy - mother.mass) * (energy + mother.mass));
  return {
    valid: true,
    mechanism,
    mass,
    total: scale * mother.coverage,
    coverage: mother.coverage,
    density(energy, theta) {
      if (!(energy > mass && energy > mother.mass && theta > 0)) return 0;
      const p = motherMomentum(energy);
      const pt = p * sin(theta);
      return scale * mother.invariant(energy, p * cos(theta), pt) * 2 * Math.PI * pt;
    },
    uniforms: 3,
    sample([u0, u1, u2], out, weight, first, last) {
      for (let i = first; i < last; i++) {
        mother.sample(u0[i], u1[i], target);
        const energy = target[0];
        const p = energy > mass ? Math.sqrt((energy - mass) * (energy + mass)) : 0;
        const sine = Math.min(1, target[1] / motherMomentum(energy));
        const phi = 2 * Math.PI * u2[i];
        out.energy[i] = energy;
        out.px[i] = p * sine * cos(phi);
        out.py[i] = p * sine * sin(phi);
        out.pz[i] = p * Math.sqrt((1 - sine) * (1 + sine));
        weight[i] = energy > mass ? scale * target[2] : 0;
      }
    },
  };
}
