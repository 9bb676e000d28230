import { describe, expect, test } from 'vitest';
import dumpPipigamma from '../../../../searches/dump-pipigamma.ts';
import { streamKey } from '../../../math/random/index.ts';
import alpGluon from '../../../physics/hidden/alp-gluon.ts';
import { pionsPhotonElement } from '../../../physics/hidden/axion/pions-photon.ts';
import { threeBodyElement } from '../../../physics/hidden/three-body-element.ts';
import { MASS } from '../../../physics/production/masses.ts';
import { allocateDumpBlock, DumpDecays } from '../../../stages/generation/dump-decays.ts';
import { dumpSetup, visibleStates } from './setup.ts';
import { simulateDumpYields } from './yields.ts';

const STATE = 'pi+ pi- gamma';
const pion = MASS.chargedPion;

describe('a → π⁺π⁻γ', () => {
  const mass = 0.7;
  const count = 20_000;
  const setup = dumpSetup(dumpPipigamma);
  const products = { first: pion, second: pion, third: 0, element: threeBodyElement(STATE, mass) };
  const block = allocateDumpBlock(count);
  new DumpDecays(setup.source, mass, products, count).fill(streamKey(3, 'pions and a photon'), 0, count, block);
  const { first, second, third } = block;
  const events = Array.from({ length: count }, (_, i) => {
    const at = ({ px, py, pz }: typeof first, m: number) => {
      const p = [px[i], py[i], pz[i]] as const;
      return { p, e: Math.sqrt(p[0] ** 2 + p[1] ** 2 + p[2] ** 2 + m * m) };
    };
    const [a, b, k] = [at(first, pion), at(second, pion), at(third, 0)];
    const pair = { p: a.p.map((x, j) => x + b.p[j]), e: a.e + b.e };
    const dot = (u: { readonly p: readonly number[]; readonly e: number }, v: typeof u) =>
      u.e * v.e - u.p.reduce((sum, x, j) => sum + x * v.p[j], 0);
    const s = dot(pair, pair);
    // In the rest frame of the pair: E = P·p/√s, and cos θ from a·k.
    const [ea, ek] = [dot(pair, a) / Math.sqrt(s), dot(pair, k) / Math.sqrt(s)];
    const cosine = (ea * ek - dot(a, k)) / (ek * Math.sqrt(ea * ea - pion * pion));
    return { whole: Math.sqrt(s + 2 * dot(pair, k)), s, cosine };
  });

  test('has the mass of the particle', () => {
    for (const { whole } of events) expect(Math.abs(whole / mass - 1)).toBeLessThan(1e-6);
  });

  test('pions follow sin²θ about the photon: means of cos²θ and cosθ, 5 σ', () => {
    const mean = (f: (c: number) => number) => events.reduce((sum, { cosine }) => sum + f(cosine), 0) / count;
    // ⟨cos²⟩ = 1/5, ⟨cos⁴⟩ = 3/35.
    expect(Math.abs(mean((c) => c * c) - 0.2)).toBeLessThan(5 * Math.sqrt((3 / 35 - 1 / 25) / count));
    expect(Math.abs(mean((c) => c))).toBeLessThan(5 * Math.sqrt(0.2 / count));
  });

  test('the mass of the pions follows k β |M|²: counts in ten bins, χ² below 1e-6', () => {
    const bins = 10;
    const [low, high] = [2 * pion, mass];
    const density = (m: number) => {
      const k = (mass * mass - m * m) / (2 * mass);
      return 2 * m * k * Math.sqrt(1 - (4 * pion * pion) / (m * m)) * pionsPhotonElement(mass, m * m);
    };
    const weight = Array.from({ length: bins }, (_, i) => {
      let sum = 0;
      for (let j = 0; j < 200; j++) sum += density(low + ((high - low) * (i + (j + 0.5) / 200)) / bins);
      return sum;
    });
    const all = weight.reduce((a, b) => a + b, 0);
    const found = new Array<number>(bins).fill(0);
    for (const { s } of events) found[Math.floor(((Math.sqrt(s) - low) / (high - low)) * bins)]++;
    const chi2 = weight.reduce((sum, w, i) => {
      const expected = (count * w) / all;
      return expected < 5 ? sum : sum + (found[i] - expected) ** 2 / expected;
    }, 0);
    // 45 is exceeded with 1e-6 for nine degrees of freedom.
    expect(chi2).toBeLessThan(45);
    // Phase space alone is elsewhere: the barrier and the ρ pull pions to large masses.
    const { element: _, ...plain } = products;
    const flat = allocateDumpBlock(count);
    new DumpDecays(setup.source, mass, plain, count).fill(streamKey(4, 'phase space'), 0, count, flat);
    const mean = (energies: (i: number) => number) => Array.from({ length: count }, (_, i) => energies(i));
    const pairMass = (b: typeof flat) => (i: number) => {
      const e = [b.first, b.second].map(({ px, py, pz }) => Math.hypot(px[i], py[i], pz[i], pion));
      const p = (['px', 'py', 'pz'] as const).map((axis) => b.first[axis][i] + b.second[axis][i]);
      return Math.sqrt((e[0] + e[1]) ** 2 - p.reduce((sum, x) => sum + x * x, 0));
    };
    const average = (b: typeof flat) => mean(pairMass(b)).reduce((sum, m) => sum + m, 0) / count;
    expect(average(block) - average(flat)).toBeGreaterThan(0.01);
  });

  test('is the state of the search, and not that of two pions', () => {
    expect(visibleStates(setup, ['pi+ pi-', STATE, 'pi+ pi- pi0'])).toEqual([{ state: STATE, third: 0 }]);
    expect(setup.photonPlanes).toBeGreaterThan(0);
    expect(setup.efficiencies.identification).toBeCloseTo(0.98, 12);
  });

  test('its mass is measured to some per cent, with the photon in it', () => {
    const { points } = simulateDumpYields(alpGluon, [dumpPipigamma], [mass], { events: 20_000 });
    const [found] = points[0].searches[0];
    expect(found.state).toBe(STATE);
    expect(found.resolution.mass).toBeGreaterThan(0.002);
    expect(found.resolution.mass).toBeLessThan(0.02);
    expect(found.resolution.inRegion).toBeGreaterThan(0.8);
    expect(found.selected.some((n, i) => n > 0 && n < found.accepted[i])).toBe(true);
  });
});
