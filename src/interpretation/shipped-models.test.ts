import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contractFaults } from '../physics/hidden/model-contract.ts';
import { type OwnModelDocument, ownModel } from './own-model.ts';

const folder = new URL('../../models/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const read = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as OwnModelDocument;
const copper = { beamMomentum: 400, massNumber: 63.546, atomicNumber: 29, radiationLength: 128.6 };

const coarse: OwnModelDocument = {
  id: 'coarse',
  title: 'A coarse table across the muon threshold',
  symbol: 'V',
  references: ['a test'],
  coupling: { symbol: 'g', unit: '1', definition: 'as the kinetic mixing', range: { min: 1e-8, max: 1e-3 } },
  production: { like: 'dark-photon', set: 'brem' },
  masses: [0.05, 0.5],
  ctau: [1.6e-12, 1e-13],
  branching: { 'e+ e-': [1, 0.5], 'mu+ mu-': [0, 0.5] },
};

describe('models shipped as files', () => {
  test('are four', () => {
    expect(files).toEqual(['b-minus-l.json', 'baryonic.json', 'protophobic.json', 'universal-alp.json']);
  });

  test.each(files)('%s keeps the contract of hidden particles', (name) => {
    const document = read(name);
    expect(`${document.id}.json`).toBe(name);
    expect(contractFaults(ownModel(document))).toEqual([]);
  });

  test('a protophobic boson is not made by protons and neutral pions, measured or not', () => {
    const model = ownModel(read('protophobic.json'));
    for (const set of Object.values(model.productions))
      for (const [id, weight] of Object.entries(set.weights(0.05, copper)))
        if (/bremsstrahlung|^pi0/.test(id)) expect(weight, id).toBe(0);
    expect(model.productions.measured.weights(0.05, copper)['eta -> gamma X, measured']).toBeGreaterThan(0);
  });
});

describe('tables of a user’s own', () => {
  test('are not interpolated across a threshold: the state grows from 0 there', () => {
    const model = ownModel(coarse);
    expect(contractFaults(model)).toEqual([]);
    const share = (mass: number) => {
      const widths = model.widths(mass);
      return widths.valid ? (widths.partial['mu+ mu-'] ?? 0) / widths.total : -1;
    };
    expect(share(0.2113)).toBe(0);
    expect(share(0.2115)).toBeGreaterThan(0);
    expect(share(0.2115)).toBeLessThan(1e-3);
    expect(share(0.5)).toBeCloseTo(0.5, 12);
    expect(model.widths(0.501).valid).toBe(false);
  });

  test('may be made by another coupling than the one that is scanned', () => {
    const apart = ownModel({ ...coarse, production: { ...coarse.production, coupling: 1e-4 } });
    const together = ownModel(coarse);
    expect(apart.mechanisms.every(({ couplingPower }) => couplingPower === 0)).toBe(true);
    const weight = (model: typeof apart) => model.productions.brem.weights(0.1, copper).bremsstrahlung;
    expect(weight(apart)).toBeCloseTo(1e-8 * weight(together), 20);
    expect(apart.assumptions.join(' ')).toMatch(/Made with a coupling of 0\.0001/);
    expect(() => ownModel({ ...coarse, production: { ...coarse.production, coupling: 0 } })).toThrow(/coupling/);
    const spectrum = apart.mechanisms.find(({ id }) => id === 'pi0 -> gamma X')!.spectrum(0.1, copper);
    expect(spectrum.valid).toBe(true);
  });
});
