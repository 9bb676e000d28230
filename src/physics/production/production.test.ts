import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { integrateFixed } from '../../math/quadrature.ts';
import { fillUniforms, streamKey } from '../../math/random/index.ts';
import { allocateMomenta } from '../vectors/momentum-columns.ts';
import { charmSpectrum } from './charm-spectrum.ts';
import { decaySpectrum } from './decay-spectrum.ts';
import { heavyQuarkPairs } from './heavy-quarks.ts';
import { MASS } from './masses.ts';
import { mesonsPerProton } from './meson-multiplicities.ts';
import { type MesonName, mesonFits } from './meson-spectra-data.ts';
import { mesonSpectrum } from './meson-spectrum.ts';
import { formFactorSquared } from './nucleon-form-factor.ts';
import { type BremsstrahlungOptions, bremsstrahlungDefaults, protonBremsstrahlung } from './proton-bremsstrahlung.ts';
import { crossSectionRatio } from './proton-cross-section.ts';
import { photonVectorFactor, pseudoscalarToPhotonVector } from './pseudoscalar-to-photon-vector.ts';
import type { YieldSpectrum } from './spectrum.ts';
import { bluemleinBrunner, bluemleinBrunnerIntegrated } from './splitting.ts';
import {
  type RadiativeDecayName,
  radiativeDecays,
  vectorToPseudoscalarVector,
} from './vector-to-pseudoscalar-vector.ts';

const plain: BremsstrahlungOptions = { ...bremsstrahlungDefaults, formFactor: 'none' };
const brem = (mass: number, change: Partial<BremsstrahlungOptions> = {}): YieldSpectrum => {
  const spectrum = protonBremsstrahlung(mass, 400, { ...plain, ...change });
  if (!spectrum.valid) throw new Error(spectrum.reason);
  return spectrum;
};

/** Mean weight and its error of `count` sampled events that satisfy `keep`. */
function sampled(spectrum: YieldSpectrum, count: number, keep: (e: number, theta: number) => boolean = () => true) {
  const columns = Array.from({ length: spectrum.uniforms }, () => new Float64Array(count));
  fillUniforms(streamKey(11, spectrum.mechanism), 0, count, columns);
  const out = allocateMomenta(count);
  const weight = new Float64Array(count);
  spectrum.sample(columns, out, weight, 0, count);
  let sum = 0;
  let square = 0;
  for (let i = 0; i < count; i++) {
    const w = keep(out.energy[i], Math.atan2(Math.hypot(out.px[i], out.py[i]), out.pz[i])) ? weight[i] : 0;
    sum += w;
    square += w * w;
  }
  const mean = sum / count;
  return { mean, error: Math.sqrt((square / count - mean * mean) / count) };
}

describe('proton bremsstrahlung', () => {
  // Integrals per ε² and interacting 400 GeV proton, F = 1, by an independent program.
  const table: [number, number, number, number, number][] = [
    [0.01, 7.787e-3, 5.366e-3, 1.711e-2, 1.0207],
    [0.1, 7.655e-3, 5.321e-3, 1.696e-2, 1.0678],
    [0.215, 6.97e-3, 5.014e-3, 1.62e-2, 1.2662],
    [0.3, 6.332e-3, 4.662e-3, 1.548e-2, 1.5749],
    [0.5, 4.945e-3, 3.78e-3, 1.38e-2, 4.0705],
    [0.7, 3.869e-3, 3.027e-3, 1.233e-2, 46.404],
    [1.0, 2.747e-3, 2.196e-3, 1.052e-2, 12.775],
  ];
  test.each(table)('integrals at %f GeV', (mass, usual, narrow, wide, vmd) => {
    expect(Math.abs(brem(mass).total / usual - 1)).toBeLessThan(0.01);
    expect(Math.abs(brem(mass, { z: { min: 0.14, max: 0.86 } }).total / narrow - 1)).toBeLessThan(0.01);
    expect(Math.abs(brem(mass, { maximumTransverseMomentum: 4 }).total / wide - 1)).toBeLessThan(0.01);
    expect(Math.abs(formFactorSquared('vmd', mass) / vmd - 1)).toBeLessThan(1e-3);
  });

  // What the slip of another program does to the integral, by an independent program.
  test.each([
    [0.02, 3.7],
    [0.1, 2.2],
    [0.3, 1.46],
    [0.5, 1.2],
  ])('the mass of the vector in the place of the proton: at %f GeV %f times', (mass, expected) => {
    const ratio = brem(mass, { splitting: 'swapped-mass' }).total / brem(mass).total;
    expect(Math.abs(ratio / expected - 1), `${ratio}`).toBeLessThan(0.03);
  });

  test('the closed form over transverse momentum is the integral of the splitting function', () => {
    for (const mass of [0.02, 0.3, 1])
      for (const z of [0.1, 0.5, 0.9]) {
        const numeric = integrateFixed((pt) => 2 * pt * bluemleinBrunner(mass, z, pt * pt), 0, 1, 200);
        expect(Math.abs(bluemleinBrunnerIntegrated(mass, z, 1) / numeric - 1)).toBeLessThan(1e-9);
      }
  });

  test('cross-section ratios of the two choices', () => {
    const at = (z: number) => crossSectionRatio('total', 400, 400 * z);
    expect(at(0.1)).toBeCloseTo(0.996, 3);
    expect(at(0.5)).toBeCloseTo(0.978, 3);
    expect(Math.abs(at(0.9) - 0.964)).toBeLessThan(1e-3);
    const other = (z: number) => crossSectionRatio('non-single-diffractive', 400, 400 * z);
    expect(other(0.1)).toBeCloseTo(0.76, 2);
    expect(other(0.5)).toBeCloseTo(0.74, 2);
    expect(other(0.9)).toBeCloseTo(0.68, 2);
  });

  test('density and sampling integrate to the total', () => {
    // Five standard deviations on two comparisons: false alarm below 1e-6.
    for (const mass of [0.05, 0.4]) {
      const spectrum = brem(mass);
      const all = sampled(spectrum, 40_000);
      expect(Math.abs(all.mean - spectrum.total)).toBeLessThan(5.2 * all.error);
      const inBox = sampled(spectrum, 40_000, (e, theta) => e > 100 && e < 200 && theta > 0.001 && theta < 0.004);
      const box = integrateFixed(
        (e) => integrateFixed((theta) => spectrum.density(e, theta), 0.001, 0.004, 24),
        100,
        200,
        24,
      );
      expect(Math.abs(inBox.mean - box)).toBeLessThan(5.2 * inBox.error);
    }
  });

  test('outside validity is said', () => {
    expect(protonBremsstrahlung(2.5, 400, plain)).toMatchObject({ valid: false, quantity: 'mass', value: 2.5 });
    expect(protonBremsstrahlung(0.1, 400, { ...plain, splitting: 'helicity-sum' })).toMatchObject({ valid: false });
    expect(() => protonBremsstrahlung(0.1, 400, { ...plain, z: { min: 0.9, max: 0.1 } })).toThrow(/bremsstrahlung.z/);
    expect(() => protonBremsstrahlung(0.1, 400, { ...plain, splitting: 'quasi' as never })).toThrow(/quasi-real/);
  });
});

describe('mesons', () => {
  test('means of the fits against the simulation they were fitted to', () => {
    // Mean energies above 15 GeV differ from the all-energy means, so the shape is compared: share above 50 GeV.
    const share = (name: MesonName) => {
      const s = mesonSpectrum(name);
      const target = new Float64Array(3);
      let above = 0;
      for (let i = 0; i < 200; i++)
        for (let j = 0; j < 50; j++) {
          s.sample((i + 0.5) / 200, (j + 0.5) / 50, target);
          if (target[0] > 50) above += target[2];
        }
      return above / 10_000;
    };
    expect(share('pi0')).toBeGreaterThan(0.05);
    expect(share('pi0')).toBeLessThan(0.075);
    expect(share('eta')).toBeGreaterThan(0.115);
    expect(share('eta')).toBeLessThan(0.155);
  });

  test('coverage is a fraction and bounds the sampled weight', () => {
    for (const name of Object.keys(mesonFits) as MesonName[]) {
      const { coverage } = mesonSpectrum(name);
      expect(coverage, name).toBeGreaterThan(0);
      expect(coverage, name).toBeLessThanOrEqual(1.05);
    }
  });

  test('multiplicities on different bases are the same inclusive cross-section', () => {
    expect(mesonsPerProton('pythia-total', 'pi0')).toBeCloseTo(5.06, 2);
    expect(mesonsPerProton('pythia-non-diffractive', 'pi0')).toBeCloseTo(5.06, 2);
    expect(mesonsPerProton('pythia-total', 'pi0', true)).toBe(4.15);
    expect(mesonsPerProton('lebc-ehs', 'pi0')).toBe(3.87);
    expect(mesonsPerProton('lebc-ehs', 'etaprime', false, 'zero')).toBe(0);
    expect(() => mesonsPerProton('lebc-ehs', 'etaprime')).toThrow(/has no 'etaprime'/);
  });

  test('P → γA′ factors and the V → PA′ limit of zero mass', () => {
    expect(photonVectorFactor('pi0', 0.01)).toBeCloseTo(1.967247, 5);
    expect(photonVectorFactor('pi0', 0.05)).toBeCloseTo(1.284482, 5);
    expect(photonVectorFactor('pi0', 0.1)).toBeCloseTo(0.183607, 5);
    for (const name of Object.keys(radiativeDecays) as RadiativeDecayName[]) {
      const limit = vectorToPseudoscalarVector(name, 0) as number;
      expect(Math.abs(limit / radiativeDecays[name].fraction.value - 1)).toBeLessThan(1e-6);
    }
    expect(vectorToPseudoscalarVector('omega -> pi0', 0.7)).toMatchObject({ valid: false });
    expect(pseudoscalarToPhotonVector('pi0', 0.14)).toMatchObject({ valid: false });
  });

  test('density of decay products agrees with sampling', () => {
    for (const [name, mass, recoil] of [
      ['pi0', 0.05, 0],
      ['eta', 0.3, 0],
      ['omega', 0.3, MASS.neutralPion],
    ] as const) {
      const spectrum = decaySpectrum({
        mechanism: `${name} test`,
        mother: mesonSpectrum(name),
        mass,
        recoil: [{ recoilMass: recoil, share: 1 }],
        decaysPerProton: 1,
      });
      const { mean, error } = sampled(spectrum, 60_000, (e, t) => e > 30 && e < 90 && t > 0.002 && t < 0.008);
      const box = integrateFixed(
        (e) => integrateFixed((theta) => spectrum.density(e, theta), 0.002, 0.008, 12),
        30,
        90,
        24,
      );
      // The convolution itself is good to 0.5 %; five standard deviations beside it.
      expect(Math.abs(mean - box), name).toBeLessThan(5 * error + 0.005 * box);
    }
  });

  test('closed decays are refused', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.135, max: 3, noNaN: true }), (mass) => {
        expect(() =>
          decaySpectrum({
            mechanism: 'pi0 -> gamma X',
            mother: mesonSpectrum('pi0'),
            mass,
            recoil: [{ recoilMass: 0, share: 1 }],
            decaysPerProton: 1,
          }),
        ).toThrow(/cannot make/);
      }),
      { numRuns: 30 },
    );
  });
});

describe('heavy quarks', () => {
  test('pairs per proton in copper', () => {
    expect(heavyQuarkPairs('measured', 'beauty', 63.546) / 2.63e-7).toBeCloseTo(1, 2);
    expect(heavyQuarkPairs('measured', 'charm', 63.546) / 2.0e-3).toBeCloseTo(1, 2);
    expect(heavyQuarkPairs('cascade', 'beauty', 63.546) / 2.41e-7).toBeCloseTo(1, 2);
    expect(heavyQuarkPairs('cascade', 'charm', 63.546) / 3.46e-3).toBeCloseTo(1, 2);
    expect(() => heavyQuarkPairs('mesured' as never, 'charm', 60)).toThrow(/measured/);
  });

  test('the charm spectrum integrates to its coverage', () => {
    const spectrum = charmSpectrum('D0', MASS.neutralD, 400);
    const target = new Float64Array(3);
    let sum = 0;
    for (let i = 0; i < 400; i++) {
      spectrum.sample((i + 0.5) / 400, 0.5, target);
      sum += target[2] / 400;
    }
    expect(Math.abs(sum / spectrum.coverage - 1)).toBeLessThan(1e-3);
    // ∫ E d³n/d³p d³p/E over p_T² and p_z.
    const numeric = integrateFixed(
      (pz) =>
        integrateFixed(
          (pt) => {
            const e = Math.sqrt(pz * pz + pt * pt + spectrum.mass * spectrum.mass);
            return (spectrum.invariant(e, pz, pt) * 2 * Math.PI * pt) / e;
          },
          0,
          3,
          40,
        ),
      20,
      380,
      40,
    );
    expect(Math.abs(numeric / spectrum.coverage - 1)).toBeLessThan(1e-6);
  });
});
