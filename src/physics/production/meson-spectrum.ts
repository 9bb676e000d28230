import { exp, log } from '../../math/elementary.ts';
import { integrateFixed } from '../../math/quadrature.ts';
import { unknownName } from '../../schema/index.ts';
import { particle } from '../particles/index.ts';
import { PION_SCALING_BEAMS } from './beryllium-pions.ts';
import { MASS } from './masses.ts';
import { type MesonFit, type MesonName, mesonFits, SOFT, type SoftFit } from './meson-spectra-data.ts';
import { geometricEdges, linearEdges, PiecewiseSampler } from './piecewise-sampler.ts';
import { type MotherSpectrum, SPECTRA_BEAM_MOMENTUM } from './spectrum.ts';
import { requireInRange } from './validity.ts';

/** Largest angle at 400 GeV, rad, of what was fitted hard alone, and of the rest; at other momenta it goes with the energies the other way. */
const MAXIMUM_ANGLE = { hard: 0.06, soft: 0.15 } as const;
const TRANSVERSE_BINS = 2048;
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
 * Spectrum of a meson (or photon) species in proton interactions, from the fits of `mesonFits`. At 400 GeV valid for
 * 3 < E < 340 GeV, θ < 150 mrad, p_T < 1.5 GeV (kaons, D_s, photons: E > 15 GeV, θ < 60 mrad; B: E > 30 GeV, θ < 60 mrad,
 * p_T < 5 GeV); zero outside, with `coverage` the fitted fraction of all mesons inside. The fits were made above 1 mrad; below, where phase space leaves 4 % (π⁰: 5 %) of the
 * mesons above 15 GeV, the form is continued to θ = 0: within 20 % of the simulation for η, ρ, ω, low by up to a factor
 * two for π⁰ above 100 GeV. For light mesons at another beam momentum (60 to 450 GeV) the same function of E/E_beam and
 * p_T (Feynman scaling, 30 %), per multiplicity at 400 GeV. Throws InvalidInput for another beam momentum, for heavy
 * mesons at any but 400 GeV, or an unknown name.
 */
export function mesonSpectrum(name: MesonName, beamMomentum = SPECTRA_BEAM_MOMENTUM): MotherSpectrum {
  if (!(name in mesonFits)) throw unknownName('mesonSpectrum', 'meson spectrum', name, Object.keys(mesonFits));
  const heavy = name === 'B' || name === 'D_s';
  const only = { min: SPECTRA_BEAM_MOMENTUM, max: SPECTRA_BEAM_MOMENTUM };
  requireInRange('mesonSpectrum: beam momentum', beamMomentum, heavy ? only : PION_SCALING_BEAMS, 'GeV');
  const key = `${name} ${beamMomentum}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const spectrum = fittedSpectrum(name, masses[name], mesonFits[name].value, beamMomentum);
  cache.set(key, spectrum);
  return spectrum;
}

/** What a fit is multiplied with at an energy and a small angle: 1 from `from` GeV on. */
function softFactor(soft: SoftFit | undefined, from: number, scale: number): (energy: number, angle: number) => number {
  if (soft === undefined) return () => 1;
  const { linear, quadratic, angle: slope } = soft;
  // Convolutions ask for one energy many times in a row: [energy, −aL − bL², c L/(L + 0.1)].
  const last = new Float64Array(3);
  return (energy, angle) => {
    if (energy >= from) return 1;
    if (energy !== last[0]) {
      const l = log(from / energy);
      last[0] = energy;
      last[1] = -l * (linear + l * quadratic);
      last[2] = (slope * scale * l) / (l + 0.1);
    }
    return exp(last[1] - last[2] * angle);
  };
}

function fittedSpectrum(name: string, mass: number, fit: MesonFit, beamMomentum: number): MotherSpectrum {
  const { beta, n, slope, maximumTransverseMomentum } = fit;
  const scale = beamMomentum / SPECTRA_BEAM_MOMENTUM;
  const energy = { min: Math.max(fit.energy.min * scale, 1.02 * mass), max: fit.energy.max * scale };
  const maximumAngle = MAXIMUM_ANGLE[fit.soft === undefined ? 'hard' : 'soft'] / scale;
  const softness = softFactor(fit.soft, SOFT * scale, scale);
  const sineLimit = maximumAngle / Math.sqrt(1 + maximumAngle * maximumAngle);
  const normalisation = fit.normalisation / scale;
  const invariantNorm = normalisation / (2 * Math.PI);
  const lnBeam = log(beamMomentum);
  // Convolutions ask for one energy many times in a row: [energy, value], in a column so that no number is allocated.
  const last = new Float64Array(2);
  const ofEnergy = (e: number) => {
    if (e !== last[0]) {
      last[0] = e;
      last[1] = exp(-beta * (log(e) - lnBeam) + n * log(1 - e / beamMomentum));
    }
    return last[1];
  };
  const binsPerGeV = TRANSVERSE_BINS / maximumTransverseMomentum;
  const ofTransverseTable = Float64Array.from({ length: TRANSVERSE_BINS + 2 }, (_, i) => {
    const pt = i / binsPerGeV;
    return exp((fit.mass - Math.sqrt(fit.mass * fit.mass + pt * pt)) / slope);
  });
  const ofTransverse = (pt: number) => {
    const u = pt * binsPerGeV;
    const i = Math.floor(u);
    return ofTransverseTable[i] + (u - i) * (ofTransverseTable[i + 1] - ofTransverseTable[i]);
  };
  const shapeOfTransverse = (pt: number) => pt * ofTransverse(pt);
  const energies = new PiecewiseSampler(geometricEdges(energy.min, energy.max, 256), ofEnergy);
  const transverses = new PiecewiseSampler(linearEdges(0, maximumTransverseMomentum, 256), shapeOfTransverse);
  const insideAngle = (e: number) => {
    const p = Math.sqrt(e * e - mass * mass);
    const limit = Math.min(maximumTransverseMomentum, p * sineLimit);
    return ofEnergy(e) * integrateFixed((pt) => shapeOfTransverse(pt) * softness(e, pt / p), 0, limit, 32);
  };
  const coverage =
    normalisation * integrateFixed((t) => insideAngle(exp(t)) * exp(t), log(energy.min), log(energy.max), 48);
  const inside = (e: number, pz: number, pt: number) =>
    e >= energy.min && e <= energy.max && pt <= maximumTransverseMomentum && pz > 0 && pt <= maximumAngle * pz;
  const scaling = scale === 1 ? '' : '; scaled from 400 GeV in E/E_beam, 30 %';
  return {
    name,
    mass,
    energy,
    coverage,
    validity: {
      energy,
      theta: { min: 0, max: maximumAngle },
      transverseMomentum: { min: 0, max: maximumTransverseMomentum },
      accuracy: `rms of ln(fit/simulation) ${fit.rms}; fitted above 1 mrad${scaling}`,
    },
    invariant: (e, pz, pt) =>
      inside(e, pz, pt) ? invariantNorm * ofEnergy(e) * ofTransverse(pt) * pz * softness(e, pt / pz) : 0,
    invariants(e, longitudinal, transverse, out) {
      out.fill(0);
      if (e < energy.min || e > energy.max) return;
      const scaled = invariantNorm * ofEnergy(e);
      const soft = fit.soft !== undefined && e < SOFT * scale;
      for (let i = 0; i < out.length; i++) {
        const pz = longitudinal[i];
        const pt = transverse[i];
        if (!(pt <= maximumTransverseMomentum && pz > 0 && pt <= maximumAngle * pz)) continue;
        const u = pt * binsPerGeV;
        const k = Math.floor(u);
        const shape = ofTransverseTable[k] + (u - k) * (ofTransverseTable[k + 1] - ofTransverseTable[k]);
        const hard = scaled * shape * pz;
        out[i] = soft ? hard * softness(e, pt / pz) : hard;
      }
    },
    sample(u0, u1, target) {
      const e = energies.propose(u0);
      const pt = transverses.propose(u1);
      const pz = Math.sqrt(Math.max(e * e - mass * mass - pt * pt, 0));
      target[0] = e;
      target[1] = pt;
      target[2] = inside(e, pz, pt)
        ? (normalisation * ofEnergy(e) * shapeOfTransverse(pt) * softness(e, pt / pz)) /
          (energies.ratio(e) * transverses.ratio(pt))
        : 0;
    },
  };
}
