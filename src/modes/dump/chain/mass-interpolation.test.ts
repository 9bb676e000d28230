import { describe, expect, it } from 'vitest';
import { searches } from '../../../../searches/index.ts';
import { hiddenModel } from '../../../interpretation/named-model.ts';
import type { KeptNumbers } from '../../../tasks/index.ts';
import { openAnyEngine } from '../../engines.ts';
import { excludeModel } from '../exclusion/exclude-model.ts';
import type { ExcludeModelOptions } from '../exclusion/exclusion-plan.ts';
import { coarseMasses } from './adaptive-masses.ts';
import type { DumpPlan } from './engine.ts';
import { interpolatePoint, neighboursOf } from './mass-interpolation.ts';
import { dumpSetup } from './setup.ts';
import type { DumpMassPoint } from './yields.ts';

const model = hiddenModel('dark-photon');
const setups = [dumpSetup(searches['dump-ee'])];

/** A point whose yields are powers of the mass. */
function powers(mass: number, power: number, mechanism = 'bremsstrahlung'): DumpMassPoint {
  const value = mass ** power;
  const resolution = { mass: 0.01 * mass, originZ: mass, originDistance: 1, inRegion: 1 };
  return {
    mass,
    mechanisms: [[{ id: mechanism, couplingPower: 2, total: 2 * value }]],
    closed: [],
    searches: [
      [
        {
          mass,
          state: 'e+ e-',
          mechanisms: [mechanism],
          accepted: Float64Array.of(value, 0),
          selected: Float64Array.of(0.5 * value, 0),
          resolution,
          events: 100,
        },
      ],
    ],
  };
}

describe('a mass between simulated ones', () => {
  it('lies on any power law, whatever the distances of the masses', () => {
    for (const power of [-7, 1, 4])
      for (const masses of [
        [0.03, 0.04, 0.09, 0.1],
        [0.04, 0.09, 0.1],
        [0.03, 0.04, 0.09],
        [0.04, 0.09],
      ]) {
        const points = masses.map((mass) => powers(mass, power));
        const found = interpolatePoint(model, setups, neighboursOf(points, 0.06)!, 0.06)!;
        expect(found.searches[0][0].selected[0] / (0.5 * 0.06 ** power)).toBeCloseTo(1, 12);
        expect(found.mechanisms[0][0].total / (2 * 0.06 ** power)).toBeCloseTo(1, 12);
        expect(found.searches[0][0].selected[1]).toBe(0);
      }
  });

  it('follows a parabola in ln m where there are three masses', () => {
    const curved = (mass: number): DumpMassPoint => powers(mass, 3 * Math.log(mass));
    const points = [0.03, 0.04, 0.09, 0.1].map(curved);
    const found = interpolatePoint(model, setups, neighboursOf(points, 0.06)!, 0.06)!;
    expect(found.searches[0][0].accepted[0] / 0.06 ** (3 * Math.log(0.06))).toBeCloseTo(1, 12);
  });

  it('is not known where a mechanism opens, nor outside', () => {
    const points = [powers(0.1, 1), powers(0.2, 1, 'another')];
    expect(interpolatePoint(model, setups, neighboursOf(points, 0.15)!, 0.15)).toBeNull();
    expect(neighboursOf(points, 0.25)).toBeUndefined();
    expect(neighboursOf(points, 0.2)).toBeUndefined();
  });
});

describe('masses to begin with', () => {
  it('hold both ends and leave no step above a fifth in ln m', () => {
    const masses = Array.from({ length: 101 }, (_, i) => 0.01 * 100 ** (i / 100));
    const chosen = coarseMasses(masses);
    expect([chosen[0], chosen[chosen.length - 1]]).toEqual([masses[0], masses[100]]);
    for (let i = 1; i < chosen.length; i++) expect(Math.log(chosen[i] / chosen[i - 1])).toBeLessThanOrEqual(0.2 + 1e-9);
    expect(chosen.length).toBeLessThan(30);
  });
});

describe('contours from few masses', () => {
  let simulated = 0;
  const here = async (plan: DumpPlan): Promise<Float64Array[]> => {
    simulated += plan.masses.length;
    const engine = openAnyEngine(plan);
    return plan.masses.map((_, i) => engine.simulateBlock(i, 0) as Float64Array);
  };
  const options: ExcludeModelOptions = {
    mass: { from: 0.03, to: 0.12, points: 41 },
    coupling: { from: 1e-8, to: 1e-3, points: 61 },
    events: 1500,
  };

  it('agree with those of every mass, and keep the bits of what is simulated', async () => {
    simulated = 0;
    const few = await excludeModel(model.id, [searches['dump-ee']], options, here);
    const asked = simulated;
    const all = await excludeModel(model.id, [searches['dump-ee']], { ...options, everyMass: true }, here);
    expect(asked).toBeLessThan(25);
    let same = 0;
    let sum = 0;
    all.exclusion.edges.forEach(({ mass, lower, upper }, i) => {
      const edge = few.exclusion.edges[i];
      expect(edge.mass).toBe(mass);
      if (edge.lower === lower && edge.upper === upper) same++;
      // 1500 decays know events to 10 %, edges to 3 % below (∝ ε⁴) and less above: 5σ of a difference.
      expect(Math.abs(Math.log(edge.lower! / lower!))).toBeLessThan(0.2);
      expect(Math.abs(Math.log(edge.upper! / upper!))).toBeLessThan(0.2);
      sum += Math.log(edge.lower! / lower!);
    });
    expect(same).toBe(asked);
    expect(Math.abs(sum / 41)).toBeLessThan(0.03);
    expect(few.exclusion.assumptions.join(' ')).toContain(`${asked} of 41 masses were simulated`);
  });

  it('are the same to the last bit from kept yields, which answer other questions too', async () => {
    const files = new Map<string, Float64Array>();
    const kept: KeptNumbers = {
      load: async (of) => files.get(of),
      save: async (of, numbers) => {
        files.set(of, numbers.slice());
      },
    };
    const small = { ...options, mass: { from: 0.05, to: 0.1, points: 15 }, events: 300 };
    const nothing = async (): Promise<never> => {
      throw new Error('nothing is to be simulated');
    };
    const ask = (simulate: typeof here, more: ExcludeModelOptions = {}) =>
      excludeModel(model.id, [searches['dump-ee']], { ...small, ...more }, simulate, kept);
    const first = await ask(here);
    expect(files.size).toBe(1);
    expect(await ask(nothing).then(({ exclusion }) => exclusion)).toEqual(first.exclusion);
    const more = { pot: 1e18, coupling: { from: 1e-7, to: 1e-4, points: 31 } };
    const projected = await ask(nothing, more);
    const anew = await excludeModel(model.id, [searches['dump-ee']], { ...small, ...more }, here);
    expect(projected.exclusion).toEqual(anew.exclusion);
    await expect(ask(nothing, { events: 301 })).rejects.toThrow('nothing is to be simulated');
  });
});
