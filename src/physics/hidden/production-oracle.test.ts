import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { primakoffCrossSection } from '../production/photon-conversion.ts';
import {
  type BremsstrahlungOptions,
  bremsstrahlungDefaults,
  protonBremsstrahlung,
} from '../production/proton-bremsstrahlung.ts';
import { toUnlikeLeptons } from '../weak-decays/lepton-widths.ts';

const fixture = JSON.parse(readFileSync(new URL('./production.fixture.json', import.meta.url), 'utf8')) as {
  bremsstrahlung: { mass: number; bluemleinBrunner: number; quasiReal: number; quasiRealScalar: number }[];
  unlikeLeptons: { mass: number; a: number; b: number; width: number }[];
  primakoff: { mass: number; energy: number; value: number }[];
};
const near = (value: number, expected: number, relative: number) =>
  expect(Math.abs(value / expected - 1), `${value} against ${expected}`).toBeLessThan(relative);

describe('against scipy', () => {
  test.each(fixture.bremsstrahlung)('bremsstrahlung integrals at $mass GeV', (row) => {
    const total = (options: Partial<BremsstrahlungOptions>) => {
      const spectrum = protonBremsstrahlung(row.mass, 400, {
        ...bremsstrahlungDefaults,
        formFactor: 'none',
        ...options,
      });
      if (!spectrum.valid) throw new Error(spectrum.reason);
      return spectrum.total;
    };
    near(total({}), row.bluemleinBrunner, 1e-5);
    near(total({ splitting: 'quasi-real' }), row.quasiReal, 1e-5);
    near(total({ splitting: 'quasi-real-scalar', crossSection: 'non-single-diffractive' }), row.quasiRealScalar, 1e-5);
  });

  test.each(fixture.unlikeLeptons)('N → ℓℓ′ν at $mass GeV', ({ mass, a, b, width }) => {
    near(toUnlikeLeptons(mass, a, b), width, 1e-5);
  });

  test.each(fixture.primakoff)('photon conversion to $mass GeV at $energy GeV', ({ mass, energy, value }) => {
    const copper = { beamMomentum: 400, massNumber: 63.546, atomicNumber: 29, radiationLength: 128.6 };
    near(primakoffCrossSection(mass, energy, copper), value, 1e-3);
  });
});
