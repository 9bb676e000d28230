import { describe, expect, it } from 'vitest';
import { InvalidInput } from '../../schema/index.ts';
import { branchingFraction, branchingFractions } from './branching-fractions.ts';
import { particle, particles, withParticles } from './particle-table.ts';

describe('particle table', () => {
  // Widths (GeV) as printed in the 2024 mass and width table of the PDG, against ħ/τ of the listed lifetimes.
  it.each([
    ['mu-', 2.9959836e-19, 1e-6],
    ['tau-', 2.267e-12, 4e-4],
    ['pi+', 2.5284e-17, 4e-5],
    ['pi0', 7.81e-9, 1e-3],
    ['K+', 5.317e-17, 2e-4],
    ['K_S', 7.3508e-15, 1e-4],
    ['K_L', 1.287e-17, 4e-4],
    ['D+', 6.37e-13, 5e-4],
    ['D0', 1.604e-12, 4e-4],
    ['D_s+', 1.313e-12, 4e-4],
    ['B+', 4.018e-13, 2e-4],
    ['B0', 4.339e-13, 2e-4],
    ['B_s0', 4.33e-13, 2e-4],
    ['n', 7.493e-28, 2e-4],
    ['Lambda', 2.515e-15, 2e-4],
    ['Sigma+', 8.209e-15, 2e-4],
    ['Sigma-', 4.45e-15, 2e-4],
  ])('lifetime of %s is hbar over the published width', (name, width, relative) => {
    const { ctau } = particle(name as 'mu-');
    expect(Math.abs(1.973269804e-16 / ctau / (width as number) - 1)).toBeLessThan(relative as number);
  });

  it('has antiparticles with opposite charge, number and lepton number', () => {
    for (const p of particles.values()) {
      const anti = particle(p.antiparticle, particles);
      expect(anti.antiparticle).toBe(p.name);
      expect(anti.mass).toBe(p.mass);
      expect(anti.charge + p.charge).toBe(0);
      if (anti !== p) expect(anti.pdgId + p.pdgId).toBe(0);
      expect((anti.lepton?.number ?? 0) + (p.lepton?.number ?? 0)).toBe(0);
    }
  });

  it('gives the kaon of the searches', () => {
    expect(particle('K+')).toMatchObject({ mass: 0.493677, charge: 1, pdgId: 321 });
    expect(particle('K+').ctau).toBeCloseTo(3.711431, 5);
    expect(particle('K-').charge).toBe(-1);
    expect(particle('gamma').ctau).toBe(Number.POSITIVE_INFINITY);
    expect(particle('nu_mubar').lepton).toEqual({ flavour: 'mu', number: -1 });
  });

  it('says what was probably meant', () => {
    expect(() => particle('pi*', particles)).toThrow(/Did you mean 'pi\+'/);
    expect(() => particle('', particles)).toThrow(InvalidInput);
  });

  it('takes further particles without touching the built-in ones', () => {
    const table = withParticles(particles, [
      { name: 'a', mass: 0.1, ctau: 2 },
      { name: 'H+', antiparticle: 'H-', mass: 0.3, charge: 1 },
    ]);
    expect(particle('a', table)).toMatchObject({ mass: 0.1, ctau: 2, charge: 0, antiparticle: 'a' });
    expect(particle('H-', table).charge).toBe(-1);
    expect(particles.has('a')).toBe(false);
  });

  it.each([
    { name: 'a b', mass: 1 },
    { name: '(', mass: 1 },
    { name: 'a', mass: -1 },
    { name: 'a', mass: Number.NaN },
    { name: 'a', mass: 1, ctau: Number.NaN },
    { name: 'a', mass: 1, charge: 0.5 },
    { name: 'a', mass: 1, charge: 1 },
  ])('refuses %o', (entry) => {
    expect(() => withParticles(particles, [entry])).toThrow(InvalidInput);
  });
});

describe('branching fractions', () => {
  it('are found whatever the order of the products', () => {
    expect(branchingFraction('K+ -> pi0 pi+').value).toBe(0.2067);
    expect(branchingFraction('K+ -> pi- pi+  pi+').value).toBe(0.05583);
  });

  it('of a parent do not add up to more than one', () => {
    for (const parent of ['K+', 'pi0', 'pi+']) {
      const sum = branchingFractions
        .filter((entry) => entry.decay.startsWith(`${parent} ->`) && entry.region === undefined)
        .reduce((total, entry) => total + entry.value, 0);
      expect(sum).toBeLessThan(1.001);
      expect(sum).toBeGreaterThan(0.995);
    }
  });

  it('refuse an unlisted decay', () => {
    expect(() => branchingFraction('K+ -> pi+ pi+')).toThrow(InvalidInput);
  });
});
