import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MASS } from '../production/masses.ts';
import darkPhoton from './dark-photon.ts';
import { thresholdOf } from './final-state.ts';
import type { HiddenModel } from './hidden-model.ts';
import { hiddenParticles } from './index.ts';
import { contractFaults } from './model-contract.ts';
import { neutralLepton } from './neutral-lepton/model.ts';

const models: readonly HiddenModel[] = [
  ...Object.values(hiddenParticles),
  neutralLepton('e', 'dirac-e', 'BC6', 'dirac'),
  neutralLepton('mu', 'dirac-mu', 'BC7', 'dirac'),
  neutralLepton('tau', 'dirac-tau', 'BC8', 'dirac'),
];
const named = models.map((model) => [model.id, model] as const);

describe('the contract of hidden particles', () => {
  test.each(named)('%s keeps it', (_, model) => {
    expect(contractFaults(model)).toEqual([]);
  });

  test('widths are not known inside of the ranges that say so, and known right outside', () => {
    const gaps = models.flatMap((model) => (model.unanswered ?? []).map((range) => ({ model, range })));
    expect(gaps.length).toBeGreaterThanOrEqual(3);
    for (const { model, range } of gaps) {
      const { min, max } = range;
      for (const inside of [1.0000001 * min, 0.5 * (min + max), 0.9999999 * max])
        expect(model.widths(inside).valid, `${model.id} at ${inside}`).toBe(false);
      for (const outside of [0.9999999 * min, 1.0000001 * max])
        expect(model.widths(outside).valid, `${model.id} at ${outside}`).toBe(true);
    }
  });

  test('no partial width below its threshold, at any mass', () => {
    fc.assert(
      fc.property(fc.constantFrom(...models), fc.double({ min: 0, max: 1, noNaN: true }), (model, u) => {
        const mass = model.masses.min * (model.masses.max / model.masses.min) ** u;
        const widths = model.widths(mass);
        if (!widths.valid) return;
        for (const [state, width] of Object.entries(widths.partial)) {
          expect(width).toBeGreaterThanOrEqual(0);
          if (mass < thresholdOf(state)) expect(width, `${model.id}: ${state} at ${mass}`).toBe(0);
        }
      }),
      { numRuns: 600 },
    );
  });

  test('notices a state that is open too early, a negative width, a wrong sum and a jump', () => {
    const broken = (change: (partial: Record<string, number>, mass: number) => Record<string, number>, sum = 1) => ({
      ...darkPhoton,
      masses: { min: 0.05, max: 0.5 },
      widths(mass: number) {
        const widths = darkPhoton.widths(mass);
        return widths.valid ? { ...widths, total: widths.total * sum, partial: change(widths.partial, mass) } : widths;
      },
    });
    const same = (partial: Record<string, number>) => partial;
    expect(contractFaults(broken((p) => ({ ...p, 'tau+ tau-': 0 })))).toEqual([]);
    expect(contractFaults(broken((p) => ({ ...p, 'tau+ tau-': 1e-20 }))).join()).toMatch(/tau\+ tau- is open below/);
    expect(contractFaults(broken((p) => ({ ...p, other: -1e-9 }))).join()).toMatch(/width of other is -1e-9/);
    expect(contractFaults(broken(same, 1.01)).join()).toMatch(/add to/);
    const step = (p: Record<string, number>, mass: number) => ({ ...p, 'pi0 gamma': mass > 0.1349768 ? 1 : 0 });
    expect(contractFaults(broken(step)).join()).toMatch(/pi0 gamma jumps at 0\.1349/);
  });
});

describe('final states', () => {
  test('thresholds are sums of masses', () => {
    expect(thresholdOf('mu+ mu-')).toBe(2 * MASS.muon);
    expect(thresholdOf('e- pi+ pi0')).toBeCloseTo(MASS.electron + MASS.chargedPion + MASS.neutralPion, 12);
    expect(thresholdOf('invisible')).toBe(0);
  });

  test.each([
    ['e+e-', /Did you mean 'e\+ e-'/],
    ['mu+mu-', /Did you mean 'mu\+ mu-'/],
    ['muon muon', /unknown final state 'muon muon'/],
    ['', /unknown final state ''/],
  ])('%j is refused', (state, message) => {
    expect(() => thresholdOf(state, 'branching')).toThrow(message);
  });
});
