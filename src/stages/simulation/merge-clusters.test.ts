import { describe, expect, it } from 'vitest';
import type { PhotonColumns } from '../../events/response-block.ts';
import { mergeClusters } from './merge-clusters.ts';

const photon = (x: number, y: number, energy: number, reconstructed = 1): PhotonColumns => ({
  product: 0,
  reconstructed: Uint8Array.of(reconstructed),
  energy: Float64Array.of(energy),
  calorimeterX: Float64Array.of(x),
  calorimeterY: Float64Array.of(y),
  found: Float64Array.of(1),
  survival: Float64Array.of(1e-3),
  largeAngleSurvival: Float64Array.of(1),
});

describe('mergeClusters', () => {
  it('joins two near clusters at their energy-weighted place', () => {
    const photons = [photon(0.5, 0, 10), photon(0.54, 0, 30), photon(0, 0.5, 5)];
    expect(mergeClusters(photons, 0, 0.06)).toBe(1);
    expect(photons[0].energy[0]).toBe(40);
    expect(photons[0].calorimeterX[0]).toBeCloseTo(0.53, 12);
    expect(photons.map(({ reconstructed }) => reconstructed[0])).toEqual([1, 0, 1]);
    expect(photons.map(({ survival }) => survival[0])).toEqual([1e-3, 1, 1e-3]);
  });

  it('leaves clusters alone that are apart, and photons that made none', () => {
    const photons = [photon(0.5, 0, 10), photon(0.561, 0, 30), photon(0.5, 0, 5, 0)];
    expect(mergeClusters(photons, 0, 0.06)).toBe(0);
    expect(photons[0].energy[0]).toBe(10);
  });
});
