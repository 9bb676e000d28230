import { exp, log } from '../../math/elementary.ts';
import { BERYLLIUM_MASS_NUMBER, neutralPionsOnBeryllium } from './beryllium-pions.ts';
import type { DumpTarget } from './dump-target.ts';
import { mesonsPerProton } from './meson-multiplicities.ts';
import type { MesonName } from './meson-spectra-data.ts';
import { mesonSpectrum } from './meson-spectrum.ts';
import { feynmanX, nuclearFactor } from './nuclear-dependence.ts';
import type { MotherSpectrum } from './spectrum.ts';

/** Mesons that have a measured multiplicity, and the η′ that takes over that of the η. */
export type MeasuredMeson = Extract<MesonName, 'pi0' | 'eta' | 'etaprime' | 'rho' | 'rho+-' | 'omega' | 'phi'>;

const ENERGIES = 96;
const TRANSVERSES = 48;
const cache = new Map<string, MotherSpectrum>();

/** Mesons per inelastic pp collision as measured; η′: PYTHIA's number times what was measured of the η over PYTHIA's. */
export function measuredMultiplicity(meson: MeasuredMeson): number {
  if (meson !== 'etaprime') return mesonsPerProton('lebc-ehs', meson);
  const overSimulation = mesonsPerProton('lebc-ehs', 'eta') / mesonsPerProton('pythia-total', 'eta');
  return mesonsPerProton('pythia-total', 'etaprime') * overSimulation;
}

/**
 * Mesons per proton absorbed in that dump as measured: π⁰ from pions on beryllium, the others from their multiplicity on
 * hydrogen with the shape of the simulated spectrum, each carried to the nucleus by A^(α − α_abs). Same region of
 * validity as `mesonSpectrum`; `coverage` is the number of mesons per proton inside. Cached per meson, beam and nucleus.
 */
export function measuredMesonSpectrum(meson: MeasuredMeson, target: DumpTarget): MotherSpectrum {
  const { beamMomentum, massNumber } = target;
  const key = `${meson} ${beamMomentum} ${massNumber}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const base = mesonSpectrum(meson, beamMomentum);
  const from = meson === 'pi0' ? BERYLLIUM_MASS_NUMBER.value : 1;
  const onNucleus = (energy: number, pz: number, pt: number) =>
    nuclearFactor(feynmanX(beamMomentum, energy, pz), pt, from, massNumber);
  const pions = neutralPionsOnBeryllium(beamMomentum);
  const multiplicity = measuredMultiplicity(meson);
  const ratio =
    meson === 'pi0'
      ? (energy: number, pz: number, pt: number) => {
          const simulated = base.invariant(energy, pz, pt);
          return simulated > 0 ? (pions(energy, pz, pt) / simulated) * onNucleus(energy, pz, pt) : 0;
        }
      : (energy: number, pz: number, pt: number) => multiplicity * onNucleus(energy, pz, pt);
  const spectrum = reweighted(base, `${meson}, measured`, ratio);
  cache.set(key, spectrum);
  return spectrum;
}

/**
 * A spectrum times a smooth function of energy and transverse momentum, which is tabulated (96 × 48 points, bilinear in
 * ln E and p_T; points outside of the angle of the base take the value at its border).
 */
function reweighted(
  base: MotherSpectrum,
  name: string,
  ratio: (energy: number, pz: number, pt: number) => number,
): MotherSpectrum {
  const { mass, energy: range, validity } = base;
  const ptMax = validity.transverseMomentum.max;
  const lnStep = log(range.max / range.min) / (ENERGIES - 1);
  const ptStep = ptMax / (TRANSVERSES - 1);
  const table = new Float64Array(ENERGIES * TRANSVERSES);
  const border = validity.theta.max / Math.sqrt(1 + validity.theta.max * validity.theta.max);
  for (let i = 0; i < ENERGIES; i++) {
    const energy = Math.min(range.min * exp(i * lnStep), range.max);
    const p = Math.sqrt(energy * energy - mass * mass);
    for (let j = 0; j < TRANSVERSES; j++) {
      const pt = Math.min(j * ptStep, ptMax, 0.9999 * border * p);
      table[i * TRANSVERSES + j] = ratio(energy, Math.sqrt(p * p - pt * pt), pt);
    }
  }
  // Convolutions ask for one energy many times in a row: [energy, row, place between rows], in a column so that no
  // number is allocated.
  const last = new Float64Array(3);
  const findRow = (energy: number): void => {
    if (energy === last[0]) return;
    const u = Math.min(Math.max(log(energy / range.min) / lnStep, 0), ENERGIES - 1.000001);
    last[0] = energy;
    last[1] = Math.floor(u);
    last[2] = u - last[1];
  };
  const at = (energy: number, pt: number) => {
    findRow(energy);
    const row = last[1];
    const a = last[2];
    const v = Math.min(pt / ptStep, TRANSVERSES - 1.000001);
    const j = Math.floor(v);
    const b = v - j;
    const k = row * TRANSVERSES + j;
    const low = table[k] + b * (table[k + 1] - table[k]);
    const high = table[k + TRANSVERSES] + b * (table[k + TRANSVERSES + 1] - table[k + TRANSVERSES]);
    return low + a * (high - low);
  };
  const spectrum: MotherSpectrum = {
    ...base,
    name,
    invariant(energy, pz, pt) {
      const density = base.invariant(energy, pz, pt);
      return density === 0 ? 0 : density * at(energy, pt);
    },
    invariants(energy, longitudinal, transverse, out) {
      base.invariants(energy, longitudinal, transverse, out);
      findRow(energy);
      const first = last[1] * TRANSVERSES;
      const a = last[2];
      for (let i = 0; i < out.length; i++) {
        if (out[i] === 0) continue;
        const v = Math.min(transverse[i] / ptStep, TRANSVERSES - 1.000001);
        const j = Math.floor(v);
        const b = v - j;
        const k = first + j;
        const low = table[k] + b * (table[k + 1] - table[k]);
        const high = table[k + TRANSVERSES] + b * (table[k + TRANSVERSES + 1] - table[k + TRANSVERSES]);
        out[i] *= low + a * (high - low);
      }
    },
    sample(u0, u1, target) {
      base.sample(u0, u1, target);
      target[2] *= at(target[0], target[1]);
    },
  };
  return { ...spectrum, coverage: meanWeight(spectrum) };
}

/** Mean weight of a spectrum on 256 × 64 evenly spaced uniforms. */
function meanWeight(spectrum: MotherSpectrum): number {
  const target = new Float64Array(3);
  let sum = 0;
  for (let i = 0; i < 256; i++)
    for (let j = 0; j < 64; j++) {
      spectrum.sample((i + 0.5) / 256, (j + 0.5) / 64, target);
      sum += target[2];
    }
  return sum / (256 * 64);
}
