import { exp, log, pow } from '../../math/elementary.ts';
import { integrateFixed } from '../../math/quadrature.ts';
import { InvalidInput } from '../../schema/index.ts';
import { type Fact, fact } from '../../units/index.ts';
import { linearEdges, PiecewiseSampler } from './piecewise-sampler.ts';
import { type MotherSpectrum, oneByOne } from './spectrum.ts';

/** dn/(dx dp_T²) ∝ (1 − x)^n exp(−b p_T²) of charmed mesons in 400 GeV collisions, x the fraction of the momentum. */
export const charmShape: Fact<{ n: number; b: number }> = fact(
  { n: 6.8, b: 0.81 },
  'code',
  'E653 (800 GeV emulsion), via ALPINIST; Feynman x taken as the laboratory momentum fraction, which holds above 20 GeV',
);
/** Share of the mesons that go forward. */
const FORWARD = 0.5;
const X = { min: 0.05, max: 0.95 };
const LARGEST_TRANSVERSE_MOMENTUM = 3;
const KNOTS = 4096;
const cache = new Map<string, MotherSpectrum>();

/**
 * Spectrum of a charmed meson of that mass from a proton beam of momentum P (200 to 900 GeV), per meson: the forward
 * half with 0.05 < x < 0.95 and p_T < 3 GeV, zero outside; `coverage` is what that is of all.
 */
export function charmSpectrum(name: string, mass: number, beamMomentum: number): MotherSpectrum {
  if (!(beamMomentum >= 200 && beamMomentum <= 900))
    throw new InvalidInput('charmSpectrum', `beam momentum ${beamMomentum} GeV found, 200 to 900 GeV is allowed`);
  const key = `${name} ${mass} ${beamMomentum}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const { n, b } = charmShape.value;
  const norm = FORWARD * (n + 1) * b;
  // A table: convolutions ask for millions of values. Straight lines between 4096 points are good to 1e-6.
  const knots = Float64Array.from({ length: KNOTS + 2 }, (_, i) => pow(Math.max(0, 1 - i / KNOTS), n));
  const ofFraction = (x: number) => {
    const u = x * KNOTS;
    const i = Math.floor(u);
    return knots[i] + (u - i) * (knots[i + 1] - knots[i]);
  };
  const pt2Max = LARGEST_TRANSVERSE_MOMENTUM * LARGEST_TRANSVERSE_MOMENTUM;
  const fractions = new PiecewiseSampler(linearEdges(X.min, X.max, 128), ofFraction);
  const kept = 1 - exp(-b * pt2Max);
  const energyOf = (x: number, pt2: number) => {
    const pz = x * beamMomentum;
    return Math.sqrt(pz * pz + pt2 + mass * mass);
  };
  const spectrum: MotherSpectrum = {
    name,
    mass,
    energy: { min: energyOf(X.min, 0), max: energyOf(X.max, pt2Max) },
    coverage: FORWARD * (n + 1) * integrateFixed(ofFraction, X.min, X.max, 24) * kept,
    validity: {
      energy: { min: energyOf(X.min, 0), max: energyOf(X.max, pt2Max) },
      theta: { min: 0, max: LARGEST_TRANSVERSE_MOMENTUM / (X.min * beamMomentum) },
      transverseMomentum: { min: 0, max: LARGEST_TRANSVERSE_MOMENTUM },
      accuracy: 'shape measured at 800 GeV; 30 % in the hard tail',
    },
    invariant(energy, pz, pt) {
      const x = pz / beamMomentum;
      if (x < X.min || x > X.max || pt > LARGEST_TRANSVERSE_MOMENTUM) return 0;
      // E d³n/d³p = E dn/(π dp_T² dp_z).
      return (norm * ofFraction(x) * exp(-b * pt * pt) * energy) / (Math.PI * beamMomentum);
    },
    invariants: oneByOne,
    sample(u0, u1, target) {
      const x = fractions.propose(u0);
      const pt2 = -log(1 - u1 * kept) / b;
      target[0] = energyOf(x, pt2);
      target[1] = Math.sqrt(pt2);
      target[2] = (FORWARD * (n + 1) * ofFraction(x) * kept) / fractions.ratio(x);
    },
  };
  cache.set(key, spectrum);
  return spectrum;
}
