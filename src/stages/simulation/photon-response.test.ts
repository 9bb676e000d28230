import { describe, expect, it } from 'vitest';
import { allocatePoints } from '../../events/decay-block.ts';
import { allocateResponseBlock } from '../../events/response-block.ts';
import { na62Detector } from '../../experiments/na62-detector.ts';
import { EventRandom, streamKey } from '../../math/random/index.ts';
import { allocateMomenta } from '../../physics/vectors/momentum-columns.ts';
import { photonResponse } from './photon-response.ts';

/** Photons of one energy from (0, 0, z) towards (x, 0) on the calorimeter. */
function shoot(energy: number, x: number, z: number, events = 1) {
  const momentum = allocateMomenta(1);
  const origin = allocatePoints(1);
  const [photon] = allocateResponseBlock(events, [], [0]).photons;
  const dz = 241.093 - z;
  const norm = energy / Math.hypot(x, dz);
  momentum.energy[0] = energy;
  momentum.px[0] = x * norm;
  momentum.pz[0] = dz * norm;
  origin.z[0] = z;
  const respond = photonResponse(na62Detector, { name: 'gamma', mass: 0, charge: 0, origin, momentum }, photon);
  const random = new EventRandom(streamKey(1, 'photons'));
  for (let event = 0; event < events; event++) {
    random.start(event);
    respond(0, event, random);
  }
  return photon;
}

describe('photon response', () => {
  it('makes a cluster of photons that hit the calorimeter, and vetoes them there when they are spare', () => {
    const { reconstructed, survival, largeAngleSurvival } = shoot(10, 0.5, 150);
    expect([reconstructed[0], survival[0], largeAngleSurvival[0]]).toEqual([1, 1e-3, 1]);
  });

  it('measures energy and place with the resolution of the calorimeter: 4.8 %/√E ⊕ 11 %/E ⊕ 0.9 %', () => {
    const events = 20_000;
    for (const e of [5, 20, 60]) {
      const { energy, calorimeterX } = shoot(e, 0.4, 150, events);
      const sigma = e * Math.hypot(0.048 / Math.sqrt(e), 0.11 / e, 0.009);
      const mean = energy.reduce((sum, value) => sum + value, 0) / events;
      const rms = Math.sqrt(energy.reduce((sum, value) => sum + (value - e) * (value - e), 0) / events);
      const xRms = Math.sqrt(calorimeterX.reduce((sum, x) => sum + (x - 0.4) * (x - 0.4), 0) / events);
      // Five standard errors: false alarm 6e-7 each.
      expect(Math.abs(mean - e)).toBeLessThan((5 * sigma) / Math.sqrt(events));
      expect(Math.abs(rms / sigma - 1)).toBeLessThan(5 / Math.sqrt(2 * events));
      expect(Math.abs(xRms / 1e-3 - 1)).toBeLessThan(5 / Math.sqrt(2 * events));
    }
  });

  it.each([
    ['into a large-angle station', 1, 4, 150, 1e-4, 1e-4],
    ['into a large-angle station, too soft to be seen', 0.1, 4, 150, 1, 1],
    ['into the hole of the calorimeter', 10, 0.02, 150, 1e-4, 1],
    ['soft, into the calorimeter', 1, 0.5, 150, 1, 1],
  ])('knows a photon that goes %s', (_, energy, x, z, survival, largeAngle) => {
    const photon = shoot(energy, x, z);
    expect(photon.reconstructed[0]).toBe(0);
    expect(photon.survival[0]).toBe(survival);
    expect(photon.largeAngleSurvival[0]).toBe(largeAngle);
  });
});
