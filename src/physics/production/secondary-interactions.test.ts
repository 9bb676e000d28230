import { describe, expect, it } from 'vitest';
import { mesonsPerProton } from './meson-multiplicities.ts';
import { mesonFits } from './meson-spectra-data.ts';
import { nuclearFactor } from './nuclear-dependence.ts';

// Mesons of later interactions in a thick dump are left out of every production set. This is how many they would be: an
// energy cascade in one dimension, in closed form where it has one, with the figures that docs/beam-dump.md prints.

const BEAM = 400;
const LOWEST = 10;
const STEPS = 400;
const COPPER = 63.546;
/** Elasticity of a leading nucleon: flat between 0 and 1; a pion leaves a leading meson half as often. */
const LEADING_PION = 0.5;

const lnStep = Math.log(BEAM / LOWEST) / STEPS;
const energies = Array.from({ length: STEPS + 1 }, (_, i) => LOWEST * Math.exp(i * lnStep));

/** dn/dx of a meson per inelastic collision on copper, from the fits and the measured multiplicities. */
function shape(meson: 'eta' | 'pi0', number: number): (x: number) => number {
  const { normalisation, beta, n, slope, mass, maximumTransverseMomentum } = mesonFits[meson].value;
  let transverse = 0;
  for (let pt = 5e-4; pt < maximumTransverseMomentum; pt += 1e-3)
    transverse += 1e-3 * pt * Math.exp((mass - Math.sqrt(mass * mass + pt * pt)) / slope);
  return (x) =>
    x >= 1
      ? 0
      : number * nuclearFactor(x, 0.3, 1, COPPER) * normalisation * BEAM * transverse * x ** -beta * (1 - x) ** n;
}

/** ∫ from E to the beam energy of flux(E′) f(E/E′) dE′/E′, trapezoids in ln E′. */
function folded(flux: readonly number[], f: (x: number) => number, i: number): number {
  let sum = 0;
  for (let j = i; j <= STEPS; j++) {
    const weight = j === i || j === STEPS ? 0.5 : 1;
    sum += weight * flux[j] * f(energies[i] / energies[j]) * lnStep;
  }
  return sum;
}

/** Mesons of all interactions over those of the first one, at the energies of the grid. */
function overFirst(meson: 'eta' | 'pi0'): (energy: number) => number {
  const pions = shape('pi0', 2 * mesonsPerProton('lebc-ehs', 'pi0'));
  const made = shape(meson, mesonsPerProton('lebc-ehs', meson));
  // Nucleons that interact again: n = 1/E₀ + ∫ n dE′/E′ has the solution 1/E.
  const nucleons = energies.map((energy) => 1 / energy);
  const mesons = new Array<number>(STEPS + 1).fill(0);
  for (let i = STEPS; i >= 0; i--)
    mesons[i] =
      pions(energies[i] / BEAM) / BEAM + folded(nucleons, pions, i) + folded(mesons, (x) => pions(x) + LEADING_PION, i);
  return (energy) => {
    const i = Math.round(Math.log(energy / LOWEST) / lnStep);
    const first = made(energies[i] / BEAM) / BEAM;
    return 1 + (folded(nucleons, made, i) + folded(mesons, made, i)) / first;
  };
}

const etas = overFirst('eta');

describe('mesons of later interactions in the dump, which no production set has', () => {
  it.each([
    [20, 2.25],
    [50, 1.71],
    [100, 1.43],
    [200, 1.21],
  ])('at %d GeV all interactions make %d times the η of the first', (energy, factor) => {
    expect(Math.abs(etas(energy) / factor - 1)).toBeLessThan(0.03);
  });

  it('nucleons alone are a closed form: ∫ f(E/E′)/E′² dE′ for a power of x', () => {
    // f(x) = x⁻¹ gives (1/E) ln(E₀/E) over 1/E.
    const nucleons = energies.map((energy) => 1 / energy);
    for (const energy of [20, 100, 300]) {
      const i = Math.round(Math.log(energy / LOWEST) / lnStep);
      const exact = Math.log(BEAM / energies[i]) / energies[i];
      expect(Math.abs(folded(nucleons, (x) => 1 / x, i) / exact - 1)).toBeLessThan(1e-6);
    }
  });
});
