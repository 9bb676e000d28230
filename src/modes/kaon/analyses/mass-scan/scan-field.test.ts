import { describe, expect, test } from 'vitest';
import { fieldEdges, fieldRings, strongest } from '../../../../interpretation/coupling-plane.ts';
import { type KaonReading, kaonReading } from '../../../../interpretation/kaon-readings/index.ts';
import type { MassScanResult } from './result.ts';
import { hasObserved, scanField } from './scan-field.ts';

/** Made with 10⁻⁶g², and gone at once or after 10⁻³/g² m. */
const reading = (ctau: boolean): KaonReading => ({
  model: 'x',
  search: 'y',
  scan: 'z',
  prepare: (scan) => scan,
  predict: (mass, g) => (mass > 0.3 ? null : { product: 1e-6 * g * g, ctau: ctau ? 1e-3 / (g * g) : 0 }),
  decaysAsModel: true,
  assumptions: [],
  references: [],
});
const hypothesis = (mass: number, limit: number, published: number | null = null) =>
  ({
    masses: { a: mass },
    observed: null,
    atPublishedCount: published,
    expected: [0.5 * limit, 0.7 * limit, limit, 1.5 * limit, 2 * limit],
  }) as unknown as MassScanResult['hypotheses'][number];
const scan = (...hypotheses: MassScanResult['hypotheses'][number][]) =>
  ({
    masses: ['a'],
    hypotheses,
    lifetimes: {
      particle: 'a',
      masses: [0.1],
      lifetimes: [0, 1, 10],
      acceptance: [[1, 0.5, 0.1].map((value) => ({ value, error: 0 }))],
    },
  }) as unknown as MassScanResult;
const couplings = Float64Array.from({ length: 401 }, (_, j) => Math.log(1e-4) + (Math.log(1e4) * j) / 400);

describe('scanField', () => {
  test('of a prompt particle ends where the prediction is the limit, at every standard deviation', () => {
    const result = scan(hypothesis(0.1, 1e-9), hypothesis(0.11, 1e-10), hypothesis(0.12, 4e-9));
    for (const [which, factor] of [
      [0, 1],
      [-2, 0.5],
      [2, 2],
    ] as const) {
      const edges = fieldEdges(scanField(reading(false), result, couplings, which));
      expect(edges.map(({ lower }) => (lower ?? 0) ** 2 / factor)).toEqual(
        [1e-3, 1e-4, 4e-3].map((value) => expect.closeTo(value, 5)),
      );
    }
  });

  test('of a particle that flies loses the acceptance of its lifetime: 1/cτ in the end', () => {
    const result = scan(hypothesis(0.1, 1e-12), hypothesis(0.11, 1e-12));
    const [edge] = fieldEdges(scanField(reading(true), result, couplings, 0));
    // Beyond 10 m the acceptance is 1/cτ = 10³g²: 10⁻⁶g² · 10³g² = 10⁻¹² at g⁴ = 10⁻⁹.
    expect((edge.lower ?? 0) ** 4 / 1e-9).toBeCloseTo(1, 2);
  });

  test('has nothing where the model has no answer, and draws nothing across masses that were not searched', () => {
    const result = scan(...[0.1, 0.11, 0.12, 0.2, 0.21, 0.22, 0.31].map((mass) => hypothesis(mass, 1e-9)));
    const rings = fieldRings(scanField(reading(false), result, couplings, 0));
    expect(rings).toHaveLength(2);
    const masses = rings.flat().map(([mass]) => mass);
    expect(masses.filter((mass) => (mass > 0.1201 && mass < 0.1999) || mass > 0.2201)).toEqual([]);
  });

  test('is observed with a published count of none alone', () => {
    expect(hasObserved(scan(hypothesis(0.1, 1e-9)))).toBe(false);
    expect(hasObserved(scan(hypothesis(0.1, 1e-9, 2e-9)))).toBe(true);
    expect(hasObserved(scan())).toBe(false);
  });

  test('fields of other masses are united where each says something', () => {
    const one = scanField(reading(false), scan(hypothesis(0.1, 1e-9), hypothesis(0.12, 1e-9)), couplings, 0);
    const other = scanField(reading(false), scan(hypothesis(0.11, 1e-10), hypothesis(0.13, 1e-10)), couplings, 0);
    const masses = Float64Array.from([0.1, 0.11, 0.12, 0.13], Math.log);
    const lower = fieldEdges(strongest([one, other], masses)).map((edge) => (edge.lower ?? 0) ** 2);
    expect(lower).toEqual([1e-3, 1e-4, 1e-4, 1e-4].map((value) => expect.closeTo(value, 5)));
  });
});

describe('kaonReading', () => {
  test('of a gluon ALP is the leading order of the weak octet, and lives as the model says', () => {
    const { predict } = kaonReading('kaon-pia-gg', 'alp-gluon');
    const one = predict(0.25, 1e-4);
    expect((one?.product ?? 0) / 4.7594e-9).toBeCloseTo(1, 2);
    const two = predict(0.25, 2e-4);
    expect((two?.product ?? 0) / (one?.product ?? 1)).toBeCloseTo(4, 9);
    expect((one?.ctau ?? 0) / (two?.ctau ?? 1)).toBeCloseTo(4, 9);
  });

  test('of a dark scalar is K⁺ → π⁺S, and of a Majorana neutrino half of its e μ ν', () => {
    const scalar = kaonReading('kaon-pis', 'dark-scalar').predict(0.2, 1e-4);
    // 1.212e-11 at a top mass of 172.7 GeV.
    expect((scalar?.product ?? 0) / (1.212e-11 * (162.5 / 172.7) ** 4)).toBeCloseTo(1, 2);
    const neutrino = kaonReading('kaon-munuee-onshell', 'hnl-e').predict(0.3, 1e-3);
    expect((neutrino?.product ?? 0) / (1e-6 * 1.582e-5 * 1.371126e5 * 0.5 * 0.0184764)).toBeCloseTo(1, 3);
    expect((neutrino?.ctau ?? 0) / 8.045e4).toBeCloseTo(1, 3);
  });

  test('refuses what a search says nothing of, with what there is', () => {
    expect(() => kaonReading('kaon-pis', 'alp-fermion')).toThrow(
      /'kaon-pis' .* says nothing of 'alp-fermion'.*alp-gluon by kaon-pia-gg/,
    );
  });
});
