import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillUniforms, streamKey } from '../../math/random/index.ts';
import { allocateMomenta } from '../vectors/momentum-columns.ts';
import { neutralPionsOnBeryllium } from './beryllium-pions.ts';
import type { DumpTarget } from './dump-target.ts';
import { lightMesonMechanisms, measuredMesonMechanisms } from './light-meson-mechanisms.ts';
import { type MeasuredMeson, measuredMesonSpectrum, measuredMultiplicity } from './measured-meson-spectrum.ts';
import { mesonsPerProton } from './meson-multiplicities.ts';
import { mesonSpectrum } from './meson-spectrum.ts';
import { feynmanX, nuclearFactor } from './nuclear-dependence.ts';
import type { MotherSpectrum } from './spectrum.ts';

const copper: DumpTarget = { beamMomentum: 400, massNumber: 63.546, atomicNumber: 29, radiationLength: 128.6 };
const iron70: DumpTarget = { beamMomentum: 70, massNumber: 55.845, atomicNumber: 26, radiationLength: 138.4 };

/** Particles above an energy within an angle, by the middle-point rule. */
function forward(
  invariant: (e: number, pz: number, pt: number) => number,
  mass: number,
  [from, to]: readonly [number, number],
  angle: number,
): number {
  const n = 160;
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const e = from * (to / from) ** ((i + 0.5) / n);
    const de = (e * Math.log(to / from)) / n;
    const p = Math.sqrt(e * e - mass * mass);
    for (let j = 0; j < n; j++) {
      const theta = (angle * (j + 0.5)) / n;
      const pt = p * Math.sin(theta);
      sum += invariant(e, p * Math.cos(theta), pt) * 2 * Math.PI * pt * (angle / n) * de;
    }
  }
  return sum;
}

describe('pions measured on beryllium', () => {
  // An independent program's integral of the same fit, per absorbed proton.
  test.each([
    [20, 0.1, 0.74],
    [50, 0.01, 0.245],
    [50, 0.005, 0.149],
    [100, 0.005, 0.0658],
    [150, 0.005, 0.0245],
  ])('above %f GeV within %f rad', (energy, angle, expected) => {
    const found = forward(neutralPionsOnBeryllium(400), 0.135, [energy, 399], angle);
    expect(Math.abs(found / expected - 1)).toBeLessThan(0.015);
  });

  test('scale with the beam: the same share of energy and the same transverse momentum give the same density', () => {
    const high = neutralPionsOnBeryllium(400);
    const low = neutralPionsOnBeryllium(70);
    for (const x of [0.2, 0.4, 0.6])
      for (const pt of [0.2, 0.5]) {
        const at = (f: typeof high, beam: number) => {
          const pz = x * beam;
          return f(Math.sqrt(pz * pz + pt * pt + 0.0182), pz, pt);
        };
        expect(Math.abs(at(low, 70) / at(high, 400) - 1)).toBeLessThan(0.25);
      }
  });
});

describe('nuclear dependence', () => {
  // Mean x_F and factors of mesons whose A′ are accepted, by an independent program; p_T about 0.3 GeV.
  test.each([
    [0.28, 0.81, 0.83, 0.65, 0.68],
    [0.24, 0.83, 0.85, 0.68, 0.71],
    [0.3, 0.8, 0.83, 0.63, 0.68],
  ])('at x_F = %f copper over beryllium and over hydrogen', (x, low, high, lowest, highest) => {
    const overBeryllium = nuclearFactor(x, 0.4, 9.012, 63.546);
    const overHydrogen = nuclearFactor(x, 0.4, 1, 63.546);
    expect(overBeryllium).toBeGreaterThan(low - 0.01);
    expect(overBeryllium).toBeLessThan(high + 0.01);
    expect(overHydrogen).toBeGreaterThan(lowest - 0.02);
    expect(overHydrogen).toBeLessThan(highest + 0.02);
  });

  test('Feynman x of half the beam and of a proton at rest; a step in A is the product of its parts', () => {
    expect(Math.abs(feynmanX(400, 200, 200) - 0.4976)).toBeLessThan(2e-3);
    expect(Math.abs(feynmanX(400, 0.938272, 0) + 1)).toBeLessThan(3e-3);
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1.5, noNaN: true }),
        fc.double({ min: 1, max: 200, noNaN: true }),
        (x, pt, a) => {
          const whole = nuclearFactor(x, pt, 1, 207);
          expect(Math.abs((nuclearFactor(x, pt, 1, a) * nuclearFactor(x, pt, a, 207)) / whole - 1)).toBeLessThan(1e-12);
        },
      ),
      { seed: 3 },
    );
    expect(() => nuclearFactor(0.3, 0.3, 0.5, 12)).toThrow(/mass numbers 0.5 and 12/);
  });
});

describe('mesons as measured on copper', () => {
  const over = (meson: MeasuredMeson) => {
    const measured = measuredMesonSpectrum(meson, copper);
    const simulated = mesonSpectrum(meson);
    const range = [60, 339] as const;
    return (
      forward(measured.invariant, measured.mass, range, 0.005) /
      (forward(simulated.invariant, simulated.mass, range, 0.005) * mesonsPerProton('pythia-total', meson))
    );
  };
  // The accepted yield over that of PYTHIA, by an independent program: lower ends from hydrogen, upper from beryllium.
  test.each([
    ['pi0', 0.6, 0.82],
    ['eta', 0.32, 0.4],
    ['omega', 0.35, 0.45],
  ] as const)('%s over PYTHIA', (meson, low, high) => {
    expect(over(meson)).toBeGreaterThan(low);
    expect(over(meson)).toBeLessThan(high);
  });

  test('the η′ takes over what was measured of the η', () => {
    expect(measuredMultiplicity('etaprime') / mesonsPerProton('pythia-total', 'etaprime')).toBeCloseTo(0.3 / 0.5732, 3);
  });

  test('the mean weight is the number of mesons per proton', () => {
    const check = (spectrum: MotherSpectrum, energies: readonly [number, number], angle: number) =>
      expect(
        Math.abs(forward(spectrum.invariant, spectrum.mass, energies, angle) / spectrum.coverage - 1),
      ).toBeLessThan(0.02);
    check(measuredMesonSpectrum('eta', copper), [3, 340], 0.15);
    check(measuredMesonSpectrum('eta', iron70), [0.56, 59.5], 0.857);
  });

  test.each([
    ['copper, 400 GeV', copper],
    ['iron, 70 GeV', iron70],
  ])('density of the A′ agrees with sampling: %s', (_, target) => {
    const scale = target.beamMomentum / 400;
    for (const id of ['pi0 -> gamma X, measured', 'eta -> gamma X, measured']) {
      const spectrum = measuredMesonMechanisms.find((one) => one.id === id)!.spectrum(0.05, target);
      if (!spectrum.valid) throw new Error(spectrum.reason);
      const count = 60_000;
      const columns = Array.from({ length: spectrum.uniforms }, () => new Float64Array(count));
      fillUniforms(streamKey(5, id), 0, count, columns);
      const out = allocateMomenta(count);
      const weight = new Float64Array(count);
      spectrum.sample(columns, out, weight, 0, count);
      const [low, high] = [30 * scale, 90 * scale];
      const [near, far] = [0.002 / scale, 0.008 / scale];
      let sum = 0;
      let square = 0;
      for (let i = 0; i < count; i++) {
        const theta = Math.atan2(Math.hypot(out.px[i], out.py[i]), out.pz[i]);
        const w = out.energy[i] > low && out.energy[i] < high && theta > near && theta < far ? weight[i] : 0;
        sum += w;
        square += w * w;
      }
      const mean = sum / count;
      const error = Math.sqrt((square / count - mean * mean) / count);
      let box = 0;
      const n = 40;
      for (let i = 0; i < n; i++)
        for (let j = 0; j < n; j++)
          box += spectrum.density(low + ((high - low) * (i + 0.5)) / n, near + ((far - near) * (j + 0.5)) / n);
      box *= ((high - low) * (far - near)) / (n * n);
      // Five standard deviations of four comparisons (false alarm below 1e-5 of a Gaussian tail each, fixed seed) beside 0.6 %.
      expect(Math.abs(mean - box), id).toBeLessThan(5.5 * error + 0.006 * box);
    }
  });

  test('other beams are refused with what is allowed', () => {
    const wide = { ...copper, beamMomentum: 1000 };
    for (const mechanism of [...lightMesonMechanisms, ...measuredMesonMechanisms])
      expect(mechanism.spectrum(0.05, wide), mechanism.id).toMatchObject({
        valid: false,
        allowed: { min: 60, max: 450 },
      });
    expect(() => mesonSpectrum('B', 70)).toThrow(/400 GeV only/);
    expect(() => mesonSpectrum('eta', 30)).toThrow(/60 to 450 GeV/);
  });
});
