import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fragmentation } from '../heavy-quarks.ts';
import { MASS } from '../masses.ts';
import { beautyChannels } from './beauty-channels.ts';
import { charmChannels } from './charm-channels.ts';
import { semileptonicFraction } from './fractions.ts';
import { neutralLeptonsPerQuark } from './mechanisms.ts';
import { sourceNames, sourceOf } from './sources.ts';
import { recoilLines } from './star-energies.ts';
import { tauDecays } from './tau-decays.ts';

const channels = [...charmChannels, ...beautyChannels];
const ratio = (value: number, expected: number, relative: number) =>
  expect(Math.abs(value / expected - 1), `${value} against ${expected}`).toBeLessThan(relative);
/** BR with a massless N and a muon, in per cent. */
const massless = (mother: string, to: string) =>
  100 * semileptonicFraction(channels.find((one) => one.name === mother && one.to === to)!, MASS.muon, 0);

describe('with a massless neutral lepton the ordinary decays come back', () => {
  // Branching fractions in per cent, Particle Data Group; 10 %.
  test.each([
    ['D0', 'K', 3.4],
    ['D0', 'K*', 1.9],
    ['D+', 'K', 8.8],
    ['D+', 'K*', 5.3],
    ['D_s+', 'eta', 2.3],
    ['D_s+', 'phi', 2.4],
    ['B+', 'D', 2.2],
    ['B0', 'D', 2.2],
    ['B+', 'D*', 5.15],
    ['B0', 'D*', 5.15],
  ] as const)('%s → %s μν', (mother, to, expected) => {
    ratio(massless(mother, to), expected, 0.1);
  });

  test('b → u and c → d in their order of magnitude: 15 %, quark-model vectors 35 %', () => {
    ratio(massless('D0', 'pi'), 0.267, 0.15);
    ratio(massless('B0', 'pi'), 0.015, 0.4);
    ratio(massless('B0', 'rho'), 0.0294, 0.35);
    ratio(massless('D0', 'rho'), 0.15, 0.15);
  });

  test.each([
    ['pi', 10.8],
    ['pi pi0', 25.5],
    ['3pi', 18],
    ['e nu', 17.8],
    ['mu nu', 17.4],
    ['K', 0.696],
    ['K*', 1.2],
  ])('τ → %s N', (to, expected) => {
    ratio(100 * tauDecays(0).find((decay) => decay.to === to)!.fraction, expected, 0.1);
  });
});

describe('a massive neutral lepton in τ decays takes what phase space says', () => {
  const tau = MASS.tau;
  /** Γ(τ → N W*) ∝ √λ [(1 − y)² + x(1 + y) − 2x²] for spin 1, √λ [(1 − y)² − x(1 + y)] for spin 0; x = s/M², y = m²/M². */
  const rate = (spin: 0 | 1, s: number, mass: number) => {
    const [x, y] = [s / (tau * tau), (mass * mass) / (tau * tau)];
    const lambda = (1 - x - y) * (1 - x - y) - 4 * x * y;
    const first = (1 - y) * (1 - y);
    return Math.sqrt(lambda) * (spin === 1 ? first + x * (1 + y) - 2 * x * x : first - x * (1 + y));
  };
  const found = (to: string, mass: number) => tauDecays(mass).find((decay) => decay.to === to)!.fraction;

  test.each([0.1, 0.3, 0.5])('at %f GeV', (mass) => {
    const over = (to: string) => found(to, mass) / found(to, 0);
    const pion2 = MASS.chargedPion * MASS.chargedPion;
    ratio(over('pi'), rate(0, pion2, mass) / rate(0, pion2, 0), 1e-6);
    // Of two and three pions, with the ρ and the a₁ at one mass.
    ratio(over('pi pi0'), rate(1, 0.62, mass) / rate(1, 0.62, 0), 0.03);
    ratio(over('3pi'), rate(1, 1.45, mass) / rate(1, 1.45, 0), mass === 0.5 ? 0.15 : 0.04);
    // μ decay with one massive neutrino.
    const y = (mass * mass) / (tau * tau);
    ratio(over('e nu'), 1 - 8 * y + 8 * y * y * y - y * y * y * y - 12 * y * y * Math.log(y), 1e-3);
  });
});

describe('per quark, against another public program, 15 %', () => {
  test.each([
    [0.1, 0.0704],
    [0.3, 0.0589],
    [0.5, 0.0449],
    [1.0, 0.0306],
    [1.5, 0.0188],
  ])('charm, μ, %f GeV', (mass, expected) => {
    ratio(neutralLeptonsPerQuark('mu', mass).charm, expected, 0.15);
  });

  test.each([
    [0.5, 0.0615],
    [1.0, 0.0459],
    [1.5, 0.0274],
    [2.5, 0.003],
    [3.5, 9.1e-5],
  ])('beauty, μ, %f GeV', (mass, expected) => {
    ratio(neutralLeptonsPerQuark('mu', mass).beauty, expected, 0.15);
  });

  // The other program has no τ → 3πN, which is 18 % of all τ and 19 % of those with N at 0.3 GeV; what is left agrees.
  test.each([
    [0.1, 0.0075],
    [0.3, 0.0029],
    [0.5, 0.0023],
    [1.0, 3.6e-4],
  ])('charm, τ, %f GeV', (mass, expected) => {
    const all = neutralLeptonsPerQuark('tau', mass).charm;
    const threePions = tauDecays(mass).find(({ to }) => to === '3pi')!.fraction;
    const taus = (fragmentation['D_s+-'].value / 2) * 0.0532;
    ratio(all - taus * threePions, expected, 0.15);
    ratio(all, expected, mass === 0.3 ? 0.18 : 0.15);
  });
});

describe('sources', () => {
  test('closed ones make nothing, open ones have energies that their mothers can give', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...sourceNames),
        fc.constantFrom('e' as const, 'mu' as const, 'tau' as const),
        fc.double({ min: 0, max: 6.5, noNaN: true }),
        (name, flavour, mass) => {
          const source = sourceOf(name, flavour, mass);
          expect(source.perQuark).toBeGreaterThanOrEqual(0);
          if (mass >= source.largestMass) expect(source.perQuark).toBe(0);
          const sum = source.energies.reduce((all, { weight }) => all + weight, 0);
          if (name !== 'tau -> N X') expect(sum).toBeCloseTo(source.perQuark, 14);
          if (!(source.perQuark > 0)) return;
          const lines = recoilLines(source.energies, source.mother, mass, 8);
          expect(lines.reduce((all, { share }) => all + share, 0)).toBeCloseTo(1, 9);
          expect(lines.length).toBeLessThanOrEqual(8);
          for (const { recoilMass } of lines) {
            expect(recoilMass).toBeGreaterThanOrEqual(0);
            expect(recoilMass + mass).toBeLessThan(source.mother);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test('grouping keeps the mean energy', () => {
    const energies = Array.from({ length: 40 }, (_, i) => ({ energy: 1 + 0.01 * i, weight: 1 + (i % 3) }));
    const total = energies.reduce((all, { weight }) => all + weight, 0);
    const mean = energies.reduce((all, one) => all + one.energy * one.weight, 0) / total;
    const lines = recoilLines(energies, 5, 0.5, 8);
    const grouped = lines.reduce(
      (all, { recoilMass, share }) => all + (share * (25.25 - recoilMass * recoilMass)) / 10,
      0,
    );
    expect(grouped).toBeCloseTo(mean, 12);
  });
});
