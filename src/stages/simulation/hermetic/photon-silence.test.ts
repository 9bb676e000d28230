import { describe, expect, it } from 'vitest';
import { na62Detector } from '../../../experiments/na62-detector.ts';
import { na62Hermetic } from '../../../experiments/na62-hermetic.ts';
import { EventRandom, streamKey } from '../../../math/random/index.ts';
import { particle } from '../../../physics/particles/index.ts';
import { inefficiencyAt } from './inefficiency-table.ts';
import { photonPairSilence } from './photon-pair-silence.ts';
import { photonSilence } from './photon-silence.ts';
import { Silence } from './silence.ts';

const silent = photonSilence(na62Detector, na62Hermetic);
const { calorimeter } = na62Hermetic.photons;

/** Silence of a photon of this energy from (0, 0, z) that points at (x, 0) on the calorimeter. */
function shoot(energy: number, x: number, z: number): Silence {
  const into = new Silence();
  const length = Math.hypot(x, 241.093 - z);
  silent(0, 0, z, (energy * x) / length, 0, (energy * (241.093 - z)) / length, energy, into);
  return into;
}

describe('photon inefficiency', () => {
  it('is a power law between the points, constant above and certain below', () => {
    const map = calorimeter.value;
    const at = (energy: number) => inefficiencyAt(map, map.central, energy);
    expect(at(0.05)).toBe(1);
    expect(at(100)).toBe(8e-6);
    expect(at(2)).toBeCloseTo(1e-2 * (2 ** -1) ** (Math.log(10) / Math.log(4)), 12);
  });

  it.each([
    ['the calorimeter', 20, 0.5, 150, 8e-6, 2.7e-6, 2.4e-5],
    ['the hole of the calorimeter', 30, 0.02, 150, 1e-4, 1e-5, 1e-3],
    ['a large-angle ring', 1, 4, 150, 1e-4, 1e-5, 1e-3],
    ['nothing, at too large an angle', 1, 40, 153, 1, 1, 1],
  ])('knows a photon that meets %s', (_, energy, x, z, central, low, high) => {
    const found = shoot(energy, x, z);
    expect([found.central, found.low, found.high].map((value, i) => value / [central, low, high][i])).toEqual([
      expect.closeTo(1, 9),
      expect.closeTo(1, 9),
      expect.closeTo(1, 9),
    ]);
  });

  it('misses what goes backward', () => {
    const into = new Silence();
    silent(0, 0, 150, 0, 0, -1, 1, into);
    expect(into.central).toBe(1);
  });
});

describe('the two photons of a π⁰', () => {
  const random = new EventRandom(streamKey(3, 'pairs'));
  const mass = particle('pi0').mass;
  const pair = photonPairSilence(silent);

  it.each([
    [45, 0.2, 120],
    [55, 0.15, 160],
  ])('are missed as often as when their directions are drawn evenly: %s GeV; false alarm 6e-7', (energy, px, z) => {
    const pz = Math.sqrt(energy * energy - mass * mass - px * px);
    const p = Math.hypot(px, pz);
    const mean = (draw: () => number, draws: number): { value: number; error: number } => {
      let sum = 0;
      let squares = 0;
      for (let i = 0; i < draws; i++) {
        const w = draw();
        sum += w;
        squares += w * w;
      }
      const value = sum / draws;
      return { value, error: Math.sqrt((squares / draws - value * value) / draws) };
    };
    random.start(1);
    const into = new Silence();
    const averaged = mean(() => {
      into.reset();
      pair(0, 0, z, px, 0, pz, energy, mass, random, into);
      return into.central;
    }, 20_000);
    random.start(2);
    // The naive way: a direction in the rest frame, a boost along the flight, a turn to it.
    const plain = mean(() => {
      const cosine = 2 * random.uniform() - 1;
      const phi = 2 * Math.PI * random.uniform();
      const across = (mass / 2) * Math.sqrt(1 - cosine * cosine);
      const e1 = (energy + p * cosine) / 2;
      const along = (p + energy * cosine) / 2;
      const [a, b] = [across * Math.cos(phi), across * Math.sin(phi)];
      const kx = (along * px + a * pz) / p;
      const kz = (along * pz - a * px) / p;
      into.reset();
      silent(0, 0, z, kx, b, kz, e1, into);
      silent(0, 0, z, px - kx, -b, pz - kz, energy - e1, into);
      return into.central;
    }, 400_000);
    expect(averaged.error).toBeLessThan(0.05 * averaged.value);
    expect(Math.abs(averaged.value - plain.value)).toBeLessThan(5 * Math.hypot(averaged.error, plain.error));
  });
});
