import { describe, expect, test } from 'vitest';
import dumpEe from '../../../../searches/dump-ee.ts';
import dumpMumu from '../../../../searches/dump-mumu.ts';
import darkPhoton from '../../../physics/hidden/dark-photon.ts';
import { simulateDumpYields } from '../chain/yields.ts';
import { publishedMasses } from './published-contour.ts';
import { neededEfficiency, publishedEdgeYields } from './published-edge-yields.ts';

const edgesOf = (search: typeof dumpEe | typeof dumpMumu) =>
  publishedEdgeYields(simulateDumpYields(darkPhoton, [search], publishedMasses(search), { events: 10_000 }));
const RANGE = [0.0195, 0.5] as const;

describe('efficiency that the published lower edge needs, a diagnosis', () => {
  const ee = edgesOf(dumpEe);
  const mumu = edgesOf(dumpMumu);
  const spread = (edges: typeof ee, production: string) => neededEfficiency(edges, production, RANGE)!;

  test('with the conventions of ALPINIST, its slip included, is one number within 0.25 in ln N in either channel', () => {
    expect(spread(ee, 'alpinist').rms).toBeLessThan(0.25);
    expect(spread(mumu, 'alpinist').rms).toBeLessThan(0.15);
    expect(spread(ee, 'alpinist').mean).toBeCloseTo(0.13, 1);
    expect(spread(mumu, 'alpinist').mean).toBeCloseTo(0.2, 1);
  });

  test('without the slip decays of π⁰ would need half of what all else needs, whatever the mesons', () => {
    for (const production of ['measured', 'measured-light', 'pythia', 'measured-wide']) {
      const mean = (from: number, to: number) => neededEfficiency(ee, production, [from, to])!.mean;
      const ratio = mean(0.0195, 0.11) / mean(0.2, 0.41);
      expect(ratio, production).toBeGreaterThan(0.4);
      expect(ratio, production).toBeLessThan(0.6);
      expect(spread(ee, production).rms, production).toBeGreaterThan(0.28);
    }
  });

  /** Mean and spread for `factor` times the measured mesons, added to bremsstrahlung: events add, so their inverses do. */
  const mixed = (edges: typeof ee, bremsstrahlung: 'brem' | 'brem-vmd', factor: number) =>
    neededEfficiency(
      edges.map((edge) => {
        const { mesons, [bremsstrahlung]: emitted } = edge.neededEfficiency;
        return { ...edge, neededEfficiency: { mixed: 1 / (factor / (mesons ?? 0) + 1 / (emitted ?? 0)) } };
      }),
      'mixed',
      RANGE,
    )!;

  test('with vector dominance no number of mesons makes it one number', () => {
    for (let factor = 0.1; factor < 3; factor *= 1.2)
      expect(mixed(ee, 'brem-vmd', factor).rms, `${factor}`).toBeGreaterThan(0.28);
    expect(mixed(ee, 'brem-vmd', 1).rms).toBeCloseTo(spread(ee, 'measured').rms, 6);
  });

  test('with point-like protons a fifth of the mesons does, in both channels, at what is expected of a detector', () => {
    const [electrons, muons] = [mixed(ee, 'brem', 0.2), mixed(mumu, 'brem', 0.2)];
    expect(electrons.rms).toBeLessThan(0.22);
    expect(muons.rms).toBeLessThan(0.1);
    expect(Math.abs(electrons.mean / 0.7 - 1)).toBeLessThan(0.1);
    expect(Math.abs(muons.mean / 0.92 - 1)).toBeLessThan(0.1);
  });
});
