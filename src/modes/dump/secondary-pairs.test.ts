import { describe, expect, test } from 'vitest';
import mumu from '../../../searches/dump-mumu.ts';
import { dumpSetup } from './chain/setup.ts';
import { secondariesOf, secondaryPairs, secondaryRows } from './secondary-pairs.ts';

const setup = dumpSetup(mumu);

describe('pairs of secondaries', () => {
  test('the same seed gives the same pairs, another one others', () => {
    const [one, two, other] = [1, 1, 2].map((seed) =>
      secondaryPairs(setup, 'test', [102, 180], { events: 20_000, seed }),
    );
    expect(one).toEqual(two);
    expect([other.inSignal, other.inControl]).not.toEqual([one.inSignal, one.inControl]);
  });

  test('made far before the decay volume hardly any has a vertex in it; made inside most of those that are seen do', () => {
    const [far, inside] = (
      [
        [30, 40],
        [120, 160],
      ] as const
    ).map((from) => secondaryPairs(setup, 'test', from, { events: 60_000 }));
    expect(inside.inSignal + inside.inControl).toBeGreaterThan(10 * (far.inSignal + far.inControl));
  });

  test('a row for each described source; null with a reason when no pair is left', () => {
    const found = secondariesOf(setup, { events: 2000 });
    expect(found.map(({ source }) => source)).toEqual(['prompt', 'upstreamPrompt']);
    for (const row of secondaryRows(mumu, found)) expect(row.why).toMatch(/ratio/);
    const none = secondaryRows(mumu, [{ ...found[0], inControl: 0, ratio: null }]);
    expect(none[0].computed).toBeNull();
    expect(none[0].detail).toContain('too few pairs');
  });

  test('an experiment without a halo is refused', () => {
    const { halo: _, ...bare } = setup.experiment;
    expect(() => secondaryPairs({ ...setup, experiment: bare }, 'test', [102, 180])).toThrow(/no halo/);
  });
});
