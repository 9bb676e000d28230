import { describe, expect, test } from 'vitest';
import charmEe from '../../../searches/charm-ee.ts';
import charmMumu from '../../../searches/charm-mumu.ts';
import nucalEe from '../../../searches/nucal-ee.ts';
import nucalMumu from '../../../searches/nucal-mumu.ts';
import shipEe from '../../../searches/ship-ee.ts';
import shipMumu from '../../../searches/ship-mumu.ts';
import charm from '../../experiments/charm.ts';
import darkPhoton from '../../physics/hidden/dark-photon.ts';
import type { HiddenModel } from '../../physics/hidden/hidden-model.ts';
import type { DumpSearchDocument } from '../../search/dump-search.ts';
import { fact, metres } from '../../units/index.ts';
import { MassCurve } from './chain/mass-curve.ts';
import { dumpSetup } from './chain/setup.ts';
import { type DumpYields, simulateDumpYields } from './chain/yields.ts';
import { excludeFromYields } from './exclusion/exclude.ts';

/** Decays of another program are isotropic, and its bremsstrahlung has no largest transverse momentum. */
const asElsewhere: HiddenModel = {
  ...darkPhoton,
  mechanisms: darkPhoton.mechanisms.map(({ polarisation: _, ...mechanism }) => mechanism),
  productions: {
    pythia: {
      title: 'mesons of PYTHIA and wide bremsstrahlung',
      weights: (mass, target) => {
        const { bremsstrahlung, ...mesons } = darkPhoton.productions.pythia.weights(mass, target);
        return { ...mesons, 'wide bremsstrahlung': bremsstrahlung };
      },
    },
  },
};
const SOURCE = 'ALPINIST (arXiv:2201.05170), as its code has it';
/** It takes the efficiency of muons for every final state, and CHARM 4.8 m beside the axis. */
const efficiencies: Readonly<Record<string, number>> = { charm: 0.85, nucal: 0.8, ship: 1 };
const charmElsewhere = { ...charm, beam: { ...charm.beam, x: fact(metres(-4.8), 'code', SOURCE) } };
const setupElsewhere = (search: DumpSearchDocument) =>
  dumpSetup(
    {
      ...search,
      selection: { ...search.selection, efficiency: fact(efficiencies[search.experiment], 'code', SOURCE) },
    },
    search.experiment === 'charm' ? charmElsewhere : undefined,
  );

/** Lowest and highest coupling where `allowed` events are expected. */
function edges(yields: DumpYields, point: number, allowed: number): [number, number] {
  const curves = yields.setups.map((_, s) => new MassCurve(yields, s, yields.points[point], { production: 'pythia' }));
  const n = 4000;
  const found: number[] = [];
  for (let j = 0; j <= n; j++) {
    const g = Math.log(1e-9) + (Math.log(1e6) * j) / n;
    if (curves.reduce((sum, curve) => sum + curve.at(g), 0) > allowed) found.push(Math.exp(g));
  }
  return [found[0], found[found.length - 1]];
}

// Lower and upper edges of ε as read from a figure of another public program (1 %), and what ours may differ by. Its
// bremsstrahlung is too large (a mass of the hidden particle stands for that of the proton), so upper edges differ more.
const checks: [string, DumpSearchDocument[], number, [number, number], [number, number, number][]][] = [
  [
    'SHiP',
    [shipEe, shipMumu],
    2.3,
    [0.1, 0.12],
    [
      [0.02, 1.81e-8, 2.3e-4],
      [0.05, 1.24e-8, 9.0e-5],
      [0.1, 1.37e-8, 4.4e-5],
      [0.15, 1.54e-8, 2.8e-5],
      [0.25, 1.09e-8, 1.2e-5],
    ],
  ],
  [
    'CHARM',
    [charmEe, charmMumu],
    2.3,
    [0.1, 0.25],
    [
      [0.05, 1.98e-7, 7.0e-6],
      [0.1, 2.0e-7, 3.0e-6],
      [0.15, 2.2e-7, 1.7e-6],
      [0.25, 1.64e-7, 1.2e-6],
    ],
  ],
  ['CHARM above the muons', [charmEe, charmMumu], 2.3, [0.2, 0.6], [[0.35, 1.91e-7, 6.2e-7]]],
  [
    'ν-Cal',
    [nucalEe, nucalMumu],
    3.6,
    [0.16, 0.16],
    [
      [0.0201, 3.09e-7, 5.34e-5],
      [0.05095, 2.081e-7, 1.927e-5],
      [0.1013, 1.898e-7, 8.944e-6],
      [0.2012, 1.654e-7, 4.083e-6],
      [0.3039, 1.204e-7, 1.765e-6],
    ],
  ],
];

// The check values were computed with these conventions: agreement is asked of them, and of nothing else.
describe('other dumps, with the production and the losses of the program that the check values are from', () => {
  test.each(checks)('%s', (_, searches, allowed, [lowerTolerance, upperTolerance], table) => {
    const masses = table.map(([mass]) => mass);
    const yields = simulateDumpYields(asElsewhere, searches, masses, {
      events: 15_000,
      setups: searches.map(setupElsewhere),
    });
    table.forEach(([mass, lower, upper], i) => {
      const found = edges(yields, i, allowed);
      const off = (k: 0 | 1, expected: number, tolerance: number) =>
        expect(Math.abs(Math.log(found[k] / expected)), `${mass} GeV: ${found[k]} against ${expected}`).toBeLessThan(
          Math.log(1 + tolerance),
        );
      off(0, lower, lowerTolerance);
      off(1, upper, upperTolerance);
    });
  });
});

describe('other dumps as they are, with the default production', () => {
  const masses = [0.25, 0.3, 0.35];
  const yields = simulateDumpYields(darkPhoton, [charmEe, charmMumu], masses, { events: 100_000 });
  const most = (mass: number, production: string) => {
    const point = yields.points[masses.indexOf(mass)];
    const curves = yields.setups.map((_, s) => new MassCurve(yields, s, point, { production }));
    let found = 0;
    for (let g = Math.log(1e-8); g < Math.log(1e-5); g += 0.01)
      found = Math.max(
        found,
        curves.reduce((sum, curve) => sum + curve.at(g), 0),
      );
    return found;
  };

  test.each([
    [0.25, 'measured', 2.91],
    [0.3, 'measured', 1.68],
    [0.35, 'measured', 0.99],
    [0.35, 'measured-wide', 1.7],
    [0.35, 'measured-quasi-real', 0.56],
    [0.35, 'pythia', 1.47],
  ] as const)('CHARM at %d GeV with %s: at most %d events, 2.3 are allowed', (mass, production, expected) => {
    expect(Math.abs(most(mass, production) / expected - 1)).toBeLessThan(0.1);
  });

  test('so that its region ends between 0.25 and 0.3 GeV', () => {
    expect(most(0.25, 'measured')).toBeGreaterThan(2.3);
    expect(most(0.3, 'measured')).toBeLessThan(2.3);
  });
});

describe('searches of several experiments', () => {
  const masses = [0.05, 0.25];
  const both = simulateDumpYields(darkPhoton, [charmEe, nucalEe], masses, { events: 4000 });

  test('exclude what one of them excludes', () => {
    const alone = [charmEe, nucalEe].map(
      (search) =>
        excludeFromYields(simulateDumpYields(darkPhoton, [search], masses, { events: 4000 }), {}, false).edges,
    );
    const together = excludeFromYields(both, {}, false);
    together.edges.forEach((edge, i) => {
      const strongest = Math.max(...alone.map((one) => one[i].sensitivity));
      expect(Math.abs(edge.sensitivity / strongest - 1)).toBeLessThan(1e-9);
    });
    expect(together.protonsOf).toEqual({ 'charm-ee': 2.4e18, 'nucal-ee': 1.71e18 });
    expect(together.assumptions.join(' ')).toMatch(/charm, nucal: each by itself/);
  });

  test('have no one number of protons', () => {
    expect(() => excludeFromYields(both, { protons: 1e18 })).toThrow(/one number for charm and nucal/);
  });

  test('SHiP has not run: a projection, and nothing is observed', () => {
    const ship = excludeFromYields(simulateDumpYields(darkPhoton, [shipEe], [0.05], { events: 1000 }), {}, false);
    expect(ship.kind).toBe('projection');
    expect(ship.contours.map(({ kind }) => kind)).toEqual(['projected']);
    expect(ship.assumptions[0]).toMatch(/has not run/);
  });

  test('one shower is enough for CHARM, both muons are not one', () => {
    expect(dumpSetup(charmEe).source.momentum.min).toBe(5);
    expect(dumpSetup(charmMumu).source.momentum.min).toBe(2);
  });
});
