import { cos, exp, log1p, sin } from '../../math/elementary.ts';
import { integrateFixed } from '../../math/quadrature.ts';
import { InvalidInput, unknownName } from '../../schema/index.ts';
import { MASS } from './masses.ts';
import { type FormFactor, formFactorSquared } from './nucleon-form-factor.ts';
import { linearEdges, PiecewiseSampler } from './piecewise-sampler.ts';
import { type CrossSectionChoice, crossSectionRatio } from './proton-cross-section.ts';
import type { MaybeSpectrum } from './spectrum.ts';
import { bluemleinBrunner, helicitySumVector, quasiRealScalar, quasiRealVector, swappedMass } from './splitting.ts';
import { contains, outsideValidity, type Range } from './validity.ts';

/** How the splitting p → p X is described; each holds for one spin and from a smallest mass on (GeV). */
const splittings = {
  'bluemlein-brunner': { of: bluemleinBrunner, minimumMass: 0 },
  'swapped-mass': { of: swappedMass, minimumMass: 0 },
  'quasi-real': { of: quasiRealVector, minimumMass: 0 },
  'helicity-sum': { of: helicitySumVector, minimumMass: 0.2 },
  'quasi-real-scalar': { of: quasiRealScalar, minimumMass: 0 },
} as const;
export type Splitting = keyof typeof splittings;

export interface BremsstrahlungOptions {
  readonly splitting: Splitting;
  readonly formFactor: FormFactor;
  readonly crossSection: CrossSectionChoice;
  /** Fraction z = p_L / P of the beam momentum that the hidden particle takes. */
  readonly z: Range;
  /** Largest transverse momentum, GeV. */
  readonly maximumTransverseMomentum: number;
  /** Λ of the off-shell factor, GeV; unused by Blümlein–Brunner. */
  readonly cutOff: number;
}

/** Ranges in which the splitting approximation has been used: 0.1–0.9 and p_T < 1 GeV (arXiv:1311.3870). */
export const bremsstrahlungDefaults: BremsstrahlungOptions = {
  splitting: 'bluemlein-brunner',
  formFactor: 'vmd',
  crossSection: 'total',
  z: { min: 0.1, max: 0.9 },
  maximumTransverseMomentum: 1,
  cutOff: 1.5,
};

const LARGEST_MASS = 2;

/**
 * Spectrum of vectors (ε = 1) or, with splitting 'quasi-real-scalar', scalars (unit nucleon coupling) from
 * bremsstrahlung of a proton beam of momentum P (GeV) on protons at rest, per interacting proton:
 * d²N/(dz dp_T²) = |F(m²)|² w(z, p_T²) σ(s′)/σ(s). Zero outside the chosen z and p_T ranges. Outside validity for masses
 * above 2 GeV, below the splitting's smallest mass, or when z_min P is not above 3 m (the emission must be
 * relativistic). Throws InvalidInput for ranges that are empty or leave (0, 1).
 */
export function protonBremsstrahlung(
  mass: number,
  beamMomentum: number,
  options: BremsstrahlungOptions,
): MaybeSpectrum {
  const { splitting, formFactor, crossSection, z, maximumTransverseMomentum: ptMax, cutOff } = options;
  const mechanism = splitting === 'quasi-real-scalar' ? 'scalar bremsstrahlung' : 'proton bremsstrahlung';
  const law = splittings[splitting];
  if (law === undefined) throw unknownName('splitting', 'splitting', splitting, Object.keys(splittings));
  if (!(z.min > 0 && z.max < 1 && z.max > z.min))
    throw new InvalidInput('bremsstrahlung.z', `${z.min} to ${z.max} found, 0 < min < max < 1 is allowed`);
  if (!(ptMax > 0 && cutOff > 0)) throw new InvalidInput('bremsstrahlung', 'largest p_T and cut-off must be above 0');
  const allowed = { min: law.minimumMass, max: Math.min(LARGEST_MASS, (z.min * beamMomentum) / 3) };
  if (!contains(allowed, mass) || mass === 0)
    return outsideValidity(mechanism, 'mass', mass, allowed, 'the splitting needs a light, relativistic particle');

  const of = law.of;
  const factor = formFactorSquared(formFactor, mass);
  const m2 = mass * mass;
  const proton2 = MASS.proton * MASS.proton;
  const pt2Max = ptMax * ptMax;
  const energyOf = (pl: number, pt2: number) => Math.sqrt(m2 + pt2 + pl * pl);
  const rate = (x: number, pt2: number) =>
    factor * of(mass, x, pt2, cutOff) * crossSectionRatio(crossSection, beamMomentum, energyOf(x * beamMomentum, pt2));
  const scale = (x: number) => (1 - x) * m2 + x * x * proton2;
  // In t = ln(1 + p_T²/A) the 1/H fall-off is flat.
  const inTransverse = (x: number) => {
    const a = scale(x);
    return integrateFixed((t) => rate(x, a * (exp(t) - 1)) * a * exp(t), 0, log1p(pt2Max / a), 24);
  };
  const total = integrateFixed(inTransverse, z.min, z.max, 32);
  // Asked for by samples alone: a table of it costs as much as a whole grid of densities.
  let known: PiecewiseSampler | undefined;
  const sampler = (): PiecewiseSampler => {
    known ??= new PiecewiseSampler(linearEdges(z.min, z.max, 48), inTransverse);
    return known;
  };
  return {
    valid: true,
    mechanism,
    mass,
    total,
    coverage: 1,
    density(energy, theta) {
      if (!(energy > mass && theta > 0)) return 0;
      const p = Math.sqrt((energy - mass) * (energy + mass));
      const pt = p * sin(theta);
      const x = (p * cos(theta)) / beamMomentum;
      if (x < z.min || x > z.max || pt > ptMax) return 0;
      return (rate(x, pt * pt) * 2 * pt * energy) / beamMomentum;
    },
    uniforms: 3,
    sample([u0, u1, u2], out, weight, first, last) {
      const fractions = sampler();
      for (let i = first; i < last; i++) {
        const x = fractions.propose(u0[i]);
        const a = scale(x);
        const span = log1p(pt2Max / a);
        const growth = exp(u1[i] * span);
        const pt2 = a * (growth - 1);
        const pt = Math.sqrt(pt2);
        const phi = 2 * Math.PI * u2[i];
        const pl = x * beamMomentum;
        out.px[i] = pt * cos(phi);
        out.py[i] = pt * sin(phi);
        out.pz[i] = pl;
        out.energy[i] = energyOf(pl, pt2);
        weight[i] = (rate(x, pt2) * span * a * growth) / fractions.ratio(x);
      }
    },
  };
}
