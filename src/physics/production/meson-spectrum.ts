import { exp, log } from '../../math/elementary.ts';
import { integrateFixed } from '../../math/quadrature.ts';
import { InvalidInput, unknownName } from '../../schema/index.ts';
import { particle } from '../particles/index.ts';
import { MASS } from './masses.ts';
import { type MesonFit, type MesonName, mesonFits } from './meson-spectra-data.ts';
import { geometricEdges, linearEdges, PiecewiseSampler } from './piecewise-sampler.ts';
import type { MotherSpectrum } from './spectrum.ts';

const BEAM_MOMENTUM = 400;
const MAXIMUM_ANGLE = 0.06;
const COSINE_LIMIT = 1 / Math.sqrt(1 + MAXIMUM_ANGLE * MAXIMUM_ANGLE);
const masses: Readonly<Record<MesonName, number>> = {
  pi0: MASS.neutralPion,
  eta: MASS.eta,
  etaprime: MASS.etaPrime,
  rho: MASS.rho,
  'rho+-': particle('rho+').mass,
  omega: MASS.omega,
  phi: MASS.phi,
  kaon: MASS.neutralKaon,
  D_s: MASS.strangeD,
  B: MASS.chargedB,
  gamma: 0,
};
const cache = new Map<string, MotherSpectrum>();

/**
 * Spectrum of a meson (or photon) species in 400 GeV proton interactions, from the fits of `mesonFits`. Valid for
 * 15 < E < 340 GeV, θ < 60 mrad, p_T < 1.5 GeV (B: E > 30 GeV, p_T < 5 GeV); zero outside, with `coverage` the fitted
 * fraction of all mesons inside. The fits were made above 1 mrad; below, where phase space leaves 4 % (π⁰: 5 %) of the
 * mesons above 15 GeV, the form is continued to θ = 0: within 20 % of the simulation for η, ρ, ω, low by up to a factor
 * two for π⁰ above 100 GeV. Throws InvalidInput for another beam momentum or an unknown name.
 */
export function mesonSpectrum(name: MesonName, beamMomentum = BEAM_MOMENTUM): MotherSpectrum {
  if (!(name in mesonFits)) throw unknownName('mesonSpectrum', 'meson spectrum', name, Object.keys(mesonFits));
  if (beamMomentum !== BEAM_MOMENTUM)
    throw new InvalidInput('mesonSpectrum', `beam momentum ${beamMomentum} GeV found, the fits hold for 400 GeV only`);
  const known = cache.get(name);
  if (known !== undefined) return known;
  const spectrum = fittedSpectrum(name, masses[name], mesonFits[name].value);
  cache.set(name, spectrum);
  return spectrum;
}

function fittedSpectrum(name: string, mass: number, fit: MesonFit): MotherSpectrum {
  const { normalisation, beta, n, slope, energy, maximumTransverseMomentum } = fit;
  const invariantNorm = normalisation / (2 * Math.PI);
  const lnBeam = log(BEAM_MOMENTUM);
  // Convolutions ask for one energy many times in a row.
  let lastEnergy = 0;
  let lastValue = 0;
  const ofEnergy = (e: number) => {
    if (e === lastEnergy) return lastValue;
    lastEnergy = e;
    lastValue = exp(-beta * (log(e) - lnBeam) + n * log(1 - e / BEAM_MOMENTUM));
    return lastValue;
  };
  const ofTransverse = (pt: number) => exp((fit.mass - Math.sqrt(fit.mass * fit.mass + pt * pt)) / slope);
  const shapeOfTransverse = (pt: number) => pt * ofTransverse(pt);
  const energies = new PiecewiseSampler(geometricEdges(energy.min, energy.max, 256), ofEnergy);
  const transverses = new PiecewiseSampler(linearEdges(0, maximumTransverseMomentum, 256), shapeOfTransverse);
  const insideAngle = (e: number) => {
    const p = Math.sqrt(e * e - mass * mass);
    const limit = Math.min(maximumTransverseMomentum, p * Math.sqrt(1 - COSINE_LIMIT * COSINE_LIMIT));
    return ofEnergy(e) * integrateFixed(shapeOfTransverse, 0, limit, 32);
  };
  const coverage =
    normalisation * integrateFixed((t) => insideAngle(exp(t)) * exp(t), log(energy.min), log(energy.max), 48);
  const inside = (e: number, pz: number, pt: number) =>
    e >= energy.min && e <= energy.max && pt <= maximumTransverseMomentum && pz > 0 && pt <= MAXIMUM_ANGLE * pz;
  return {
    name,
    mass,
    energy,
    coverage,
    validity: {
      energy,
      theta: { min: 0, max: MAXIMUM_ANGLE },
      transverseMomentum: { min: 0, max: maximumTransverseMomentum },
      accuracy: `rms of ln(fit/simulation) ${fit.rms}; fitted above 1 mrad`,
    },
    invariant: (e, pz, pt) => (inside(e, pz, pt) ? invariantNorm * ofEnergy(e) * ofTransverse(pt) * pz : 0),
    sample(u0, u1, target) {
      const e = energies.propose(u0);
      const pt = transverses.propose(u1);
      const pz = Math.sqrt(Math.max(e * e - mass * mass - pt * pt, 0));
      target[0] = e;
      target[1] = pt;
      target[2] = inside(e, pz, pt)
        ? (normalisation * ofEnergy(e) * shapeOfTransverse(pt)) / (energies.ratio(e) * transverses.ratio(pt))
        : 0;
    },
  };
}
