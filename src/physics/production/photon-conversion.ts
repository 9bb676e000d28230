import { exp, log } from '../../math/elementary.ts';
import { integrateFixed } from '../../math/quadrature.ts';
import type { DumpTarget } from './dump-target.ts';
import { inheritedSpectrum } from './inherited-spectrum.ts';
import type { Mechanism } from './mechanism.ts';
import { mesonsPerProton } from './meson-multiplicities.ts';
import { mesonSpectrum } from './meson-spectrum.ts';
import { twoPhotonFractions } from './pseudoscalar-to-photon-vector.ts';
import { type MotherSpectrum, requireScalingBeam } from './spectrum.ts';
import { ALPHA, HBAR_C } from './standard-model.ts';
import { contains, outsideValidity } from './validity.ts';

/** Atomic mass unit, kg. */
const ATOMIC_MASS = 1.66053907e-27;

/** Photons per absorbed proton, from π⁰ and η. */
export function photonsPerProton(): number {
  return (
    2 *
    (['pi0', 'eta'] as const).reduce(
      (sum, m) => sum + mesonsPerProton('pythia-total', m) * twoPhotonFractions[m].value,
      0,
    )
  );
}

/** Charge form factor of a nucleus of mass number A (Helm, diffuse edge 0.9 fm) at momentum transfer q (GeV). */
function formFactor(q: number, massNumber: number): number {
  const radius = (1.2e-15 * exp(log(massNumber) / 3)) / HBAR_C;
  // Gaussian of the same mean square radius: 3/5 R² + 3 s².
  const skin = 0.9e-15 / HBAR_C;
  const r2 = 0.6 * radius * radius + 3 * skin * skin;
  return exp((-q * q * r2) / 6);
}

/**
 * Primakoff cross-section γN → aN in GeV⁻² for g_aγγ = 1 GeV⁻¹ at photon energy E ≫ m:
 * (α Z²/8) ∫dq⊥² q⊥² F²(q)/(q⊥² + q∥²)², q∥ = m²/2E (arXiv:1512.03069; elastic on the nucleus only).
 */
export function primakoffCrossSection(mass: number, energy: number, { atomicNumber, massNumber }: DumpTarget): number {
  const along = (mass * mass) / (2 * energy);
  const least = log(Math.max(along, 1e-7)) - 6;
  const integral = integrateFixed(
    (t) => {
      const q2 = exp(2 * t);
      const full = q2 + along * along;
      const f = formFactor(Math.sqrt(full), massNumber);
      return (2 * q2 * q2 * f * f) / (full * full);
    },
    least,
    0,
    64,
  );
  return (ALPHA / 8) * atomicNumber * atomicNumber * integral;
}

/** Cross-section for e⁺e⁻ pairs of energetic photons, 7/9 of A u/X₀, in GeV⁻². */
export function pairCrossSection({ massNumber, radiationLength }: DumpTarget): number {
  const area = ((7 / 9) * massNumber * ATOMIC_MASS) / radiationLength;
  return area / (HBAR_C * HBAR_C);
}

/** Photons of π⁰ and η that convert to ALPs in the field of nuclei, keeping energy and direction (q⊥ ~ 50 MeV neglected). */
export function photonMechanism(couplingOf: (mass: number) => number): Mechanism {
  return {
    id: 'Primakoff',
    title: 'photon conversion in the field of nuclei',
    couplingPower: 2,
    references: ['arXiv:1512.03069'],
    spectrum(mass, target) {
      const outside = requireScalingBeam(this.id, target);
      if (outside !== undefined) return outside;
      const photons = mesonSpectrum('gamma', target.beamMomentum);
      const range = { min: 0, max: photons.energy.max };
      if (!contains(range, mass)) return outsideValidity(this.id, 'mass', mass, range, 'no photon has that energy');
      const pairs = pairCrossSection(target);
      const knots = 24;
      const { min, max } = photons.energy;
      const step = log(max / min) / (knots - 1);
      const table = Float64Array.from(
        { length: knots },
        (_, i) => primakoffCrossSection(mass, min * exp(i * step), target) / pairs,
      );
      const conversion = (energy: number) => {
        const u = Math.min(Math.max(log(energy / min) / step, 0), knots - 1.000001);
        const i = Math.floor(u);
        return table[i] + (u - i) * (table[i + 1] - table[i]);
      };
      const reference = conversion(max);
      const converted: MotherSpectrum = {
        ...photons,
        invariant: (energy, pz, pt) => (photons.invariant(energy, pz, pt) * conversion(energy)) / reference,
        invariants(energy, longitudinal, transverse, out) {
          photons.invariants(energy, longitudinal, transverse, out);
          const share = conversion(energy);
          for (let i = 0; i < out.length; i++) out[i] = (out[i] * share) / reference;
        },
        sample(u0, u1, out) {
          photons.sample(u0, u1, out);
          out[2] *= conversion(out[0]) / reference;
        },
      };
      const out = new Float64Array(3);
      let covered = 0;
      for (let i = 0; i < 256; i++)
        for (let j = 0; j < 16; j++) {
          converted.sample((i + 0.5) / 256, (j + 0.5) / 16, out);
          covered += out[2] / 4096;
        }
      const g = couplingOf(mass);
      return inheritedSpectrum(
        this.id,
        { ...converted, coverage: covered },
        mass,
        photonsPerProton(),
        reference * g * g,
      );
    },
  };
}
