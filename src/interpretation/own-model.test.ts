import { describe, expect, test } from 'vitest';
import mumu from '../../searches/dump-mumu.ts';
import { dumpPlan, openDumpEngine, yieldsOfPlan } from '../modes/dump/chain/engine.ts';
import { MassCurve } from '../modes/dump/chain/mass-curve.ts';
import { simulateDumpYields } from '../modes/dump/chain/yields.ts';
import { exclusionField } from '../modes/dump/exclusion/exclusion-field.ts';
import { excludeLifetimes, lifetimeSteps, lifetimeTable } from '../modes/dump/exclusion/model-independent.ts';
import darkPhoton from '../physics/hidden/dark-photon.ts';
import { decayTable } from '../physics/hidden/decay-table.ts';
import { type OwnModelDocument, ownModel } from './own-model.ts';

const masses = [0.25, 0.3, 0.35];
const tables = masses.map((mass) => decayTable(darkPhoton, mass, 1));
const own: OwnModelDocument = {
  id: 'my-vector',
  title: 'A vector of my own',
  symbol: 'V',
  references: ['a test'],
  coupling: { symbol: 'g', unit: '1', definition: 'as the kinetic mixing', range: { min: 1e-8, max: 1e-4 } },
  production: { like: 'dark-photon' },
  masses,
  ctau: tables.map((table) => (table.valid ? table.ctau : 1)),
  branching: { 'mu+ mu-': tables.map((table) => (table.valid ? table.branching['mu+ mu-'] : 0)) },
};

describe('a model of the user’s own', () => {
  test('with the tables of a registered model expects what that one does', () => {
    const plan = dumpPlan(own, [mumu], masses, { decays: 2000 });
    const copy = JSON.parse(JSON.stringify(plan)) as typeof plan;
    const engine = openDumpEngine(copy);
    const yields = yieldsOfPlan(
      copy,
      masses.map((_, i) => engine.simulateBlock(i, 0).slice()),
    );
    const known = simulateDumpYields(darkPhoton, [mumu], masses, { events: 2000 });
    const ours = exclusionField(yields, { coupling: { from: 1e-7, to: 1e-5, count: 40 } }).values;
    const theirs = exclusionField(known, { coupling: { from: 1e-7, to: 1e-5, count: 40 } }).values;
    ours.forEach((value, i) => {
      expect(value).toBeCloseTo(theirs[i], 8);
    });
  });

  test('between its masses is interpolated, outside has no answer', () => {
    const model = ownModel(own);
    const widths = model.widths(0.27);
    const [low, high] = own.branching['mu+ mu-'].slice(0, 2).sort((a, b) => a - b);
    const share = widths.valid ? widths.partial['mu+ mu-'] / widths.total : 0;
    expect(share).toBeGreaterThan(low);
    expect(share).toBeLessThan(high);
    expect(widths.valid && Object.values(widths.partial).reduce((a, b) => a + b, 0) / widths.total).toBeCloseTo(1, 12);
    expect(model.widths(0.5).valid).toBe(false);
  });

  test('is closed below the sum of the masses of a final state, and says so', () => {
    const wide = ownModel({ ...own, masses: [0.1, 0.3, 0.35], branching: { 'mu+ mu-': [0, 0.5, 0.5] } });
    const share = (mass: number) => {
      const widths = wide.widths(mass);
      return widths.valid ? (widths.partial['mu+ mu-'] ?? 0) / widths.total : -1;
    };
    expect(share(0.21)).toBe(0);
    expect(share(0.2115)).toBeGreaterThan(0);
    expect(wide.assumptions.join()).toContain('mu+ mu- is closed below 0.21132 GeV, where the table was cut.');
    expect(ownModel(own).assumptions.join()).not.toContain('closed');
  });

  test('takes masses with units, and a factor for each mechanism', () => {
    const given = { ...own, masses: ['250 MeV', '0.3GeV', 0.35] } as unknown as OwnModelDocument;
    expect(ownModel(given).masses).toEqual({ min: 0.25, max: 0.35 });
    const target = { beamMomentum: 400, massNumber: 63.546, atomicNumber: 29, radiationLength: 128.6 };
    const { defaultProduction: set } = darkPhoton;
    const weights = darkPhoton.productions[set].weights(0.3, target);
    const [name] = Object.keys(weights);
    const scaled = ownModel({ ...own, production: { like: 'dark-photon', factor: { [name]: 0 } } });
    expect(scaled.productions[set].weights(0.3, target)).toEqual({ ...weights, [name]: 0 });
  });

  test.each<[string, object, RegExp]>([
    ['no width', { ctau: [Number.POSITIVE_INFINITY, 1, 1] }, /ctau\.0: found Infinity, allowed is a finite number/],
    ['zero lifetime', { ctau: [0, 1, 1] }, /ctau\.0: found 0/],
    [
      'fractions above one together',
      { branching: { 'mu+ mu-': [0.7, 0.7, 0.7], 'e+ e-': [0.7, 0, 0] } },
      /sums to 1\.4 at 0\.25 GeV/,
    ],
    ['a fraction above one', { branching: { 'mu+ mu-': [1.2, 0, 0] } }, /fraction from 0 to 1/],
    ['a table that is too short', { branching: { 'mu+ mu-': [1] } }, /one number for each of the masses/],
    ['masses that do not ascend', { masses: [0.3, 0.25, 0.35] }, /ascending/],
    ['an unknown model to be like', { production: { like: 'dark-foton' } }, /dark-photon/],
    ['an unknown production set', { production: { like: 'dark-photon', set: 'brm' } }, /brem/],
    [
      'no range of couplings',
      { coupling: { ...own.coupling, range: { min: 0, max: 1 } } },
      /coupling\.range\.min: found 0/,
    ],
    ['no sources', { references: [] }, /references/],
    [
      'an unknown key',
      { production: { like: 'dark-photon', factors: 2 } },
      /production\.factors: unknown key.*'factor'/,
    ],
    ['a number for a name', { production: { like: 'dark-photon', set: 7 } }, /production\.set: found 7/],
    ['a misspelt final state', { branching: { 'e+e-': [1, 1, 1] } }, /branching\.e\+e-: .*did you mean 'e\+ e-'/],
    ['a pair the other way round', { branching: { 'e- e+': [1, 1, 1] } }, /did you mean 'e\+ e-'/],
    ['an unknown mechanism', { production: { like: 'dark-photon', factor: { bremstrahlung: 2 } } }, /'bremsstrahlung'/],
    ['masses in other units', { masses: ['250 mm', 0.3, 0.35] }, /masses\.0: found "250 mm", allowed is an energy/],
  ])('refuses %s', (_, change, message) => {
    expect(() => ownModel({ ...own, ...change })).toThrow(message);
  });
});

describe('lifetime and branching fraction in place of the model’s', () => {
  const yields = simulateDumpYields(darkPhoton, [mumu], masses, { events: 2000 });
  const [point] = yields.points;

  test('the model’s own give what the model gives', () => {
    const table = decayTable(darkPhoton, point.mass, 1e-6);
    if (!table.valid) throw new Error(table.reason);
    const own = new MassCurve(yields, 0, point, {}).at(Math.log(1e-6));
    const given = { lifetime: table.ctau, branching: table.branching['mu+ mu-'] };
    expect(new MassCurve(yields, 0, point, given).at(Math.log(1e-6)) / own).toBeCloseTo(1, 9);
  });

  test('at a fixed lifetime events grow with the square of the coupling and with the branching fraction', () => {
    const at = (coupling: number, branching: number) =>
      new MassCurve(yields, 0, point, { lifetime: 1, branching }).at(Math.log(coupling));
    expect(at(2e-6, 0.1) / at(1e-6, 0.1)).toBeCloseTo(4, 9);
    expect(at(1e-6, 0.3) / at(1e-6, 0.1)).toBeCloseTo(3, 9);
  });

  test('maps over lifetime: the limit is what a curve at that lifetime allows; rings surround what is excluded', () => {
    const lifetimes = lifetimeSteps(1e-2, 1e2, 9);
    const product = 1e-12;
    const found = excludeLifetimes(yields, lifetimes, product);
    const limit = found.maps[0].limits[0][4] ?? 0;
    const events = new MassCurve(yields, 0, point, { lifetime: lifetimes[4], branching: 1 }).at(
      Math.log(Math.sqrt(limit)),
    );
    expect(events).toBeCloseTo(2.42, 2);
    expect(found.contours[0].rings.length).toBeGreaterThan(0);
    expect(lifetimeTable(found).rows).toHaveLength(masses.length * lifetimes.length);
  });

  test.each([
    [{ lifetime: 0 }, /lifetime: found 0/],
    [{ branching: 1.5 }, /branching: found 1\.5/],
    [{ branching: Number.NaN }, /branching/],
  ])('refuses %j', (options, message) => {
    expect(() => exclusionField(yields, options)).toThrow(message);
  });
});
