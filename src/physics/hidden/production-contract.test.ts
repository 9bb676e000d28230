import { describe, expect, test } from 'vitest';
import { InvalidInput } from '../../schema/index.ts';
import type { DumpTarget } from '../production/dump-target.ts';
import type { Mechanism } from '../production/mechanism.ts';
import { hiddenParticles } from './index.ts';

const copper = { massNumber: 63.546, atomicNumber: 29, radiationLength: 128.6 };
const targets: readonly (DumpTarget & { readonly name: string })[] = [
  { name: 'copper, 400 GeV', beamMomentum: 400, ...copper },
  { name: 'iron, 70 GeV', beamMomentum: 70, massNumber: 55.845, atomicNumber: 26, radiationLength: 138.4 },
];

/** Mechanisms by name, each once: models share them. */
const mechanisms = new Map<string, { mechanism: Mechanism; min: number; max: number }>();
for (const model of Object.values(hiddenParticles))
  for (const mechanism of model.mechanisms)
    mechanisms.set(`${model.id}: ${mechanism.id}`, { mechanism, ...model.masses });

const ENERGIES = [0.5, 3, 20, 60, 150, 300, 399];
const ANGLES = [1e-5, 1e-3, 5e-3, 1e-2, 5e-2];

/** What is wrong with a mechanism at a mass: yields and densities are finite and not negative, or there is a reason. */
function faults(mechanism: Mechanism, mass: number, target: DumpTarget): string[] {
  const spectrum = mechanism.spectrum(mass, target);
  if (!spectrum.valid) return spectrum.reason === '' ? [`no reason at ${mass}`] : [];
  const sound = (value: number) => value >= 0 && value < Number.POSITIVE_INFINITY;
  const found = sound(spectrum.total) ? [] : [`total ${spectrum.total} at ${mass} GeV`];
  for (const energy of ENERGIES)
    for (const theta of ANGLES) {
      const density = spectrum.density(energy, theta);
      if (!sound(density)) found.push(`density ${density} at ${mass} GeV, E ${energy}, θ ${theta}`);
      if (energy <= mass && density > 0) found.push(`particles of ${mass} GeV with energy ${energy}`);
    }
  return found;
}

const answers = (mechanism: Mechanism, mass: number, target: DumpTarget) => {
  const spectrum = mechanism.spectrum(mass, target);
  return spectrum.valid && spectrum.total > 0;
};

/** Masses on both sides of every change between an answer and none, to 1e-12. */
function borders(mechanism: Mechanism, min: number, max: number, target: DumpTarget): number[] {
  const grid = Array.from({ length: 25 }, (_, i) => min * (max / min) ** (i / 24));
  return grid.slice(1).flatMap((high, i) => {
    let [inside, outside] = [grid[i], high];
    const first = answers(mechanism, inside, target);
    if (first === answers(mechanism, outside, target)) return [];
    for (let k = 0; k < 60; k++) {
      const middle = 0.5 * (inside + outside);
      if (answers(mechanism, middle, target) === first) inside = middle;
      else outside = middle;
    }
    return [inside, outside];
  });
}

describe.each(targets)('production contract, $name', (target) => {
  test.each([...mechanisms])('%s: finite, not negative, or a reason; at the ends of its masses too', (_, one) => {
    const { mechanism, min, max } = one;
    const masses = [min, 0.999999 * max, ...borders(mechanism, min, max, target)];
    for (let i = 0; i < 6; i++) masses.push(min * (max / min) ** ((i + 0.5) / 6));
    expect(masses.flatMap((mass) => faults(mechanism, mass, target))).toEqual([]);
  });
});

describe('hostile masses', () => {
  test.each([...mechanisms])('%s answers with a reason, with zero, or refuses', (_, { mechanism }) => {
    for (const mass of [Number.NaN, -1, 0, 1e-300, 1e300, Number.POSITIVE_INFINITY]) {
      let found: string[];
      try {
        found = faults(mechanism, mass, targets[0]);
      } catch (error) {
        expect(error, `${mass}`).toBeInstanceOf(InvalidInput);
        continue;
      }
      expect(found, `${mass}`).toEqual([]);
    }
  });
});
