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

  test('measuring each pair many times moves no mean and makes rare pairs worth more', () => {
    const found = secondaryPairs(setup, 'test', [102, 180], { events: 120_000, seed: 5 });
    // The same pairs measured once each by plain counting (the code before splitting): 13 and 141 of 800 000.
    const share = found.inControl / found.thrown;
    expect(Math.abs(share - 141 / 800_000)).toBeLessThan(5 * Math.sqrt(141 / 800_000 / 120_000));
    expect(found.effective).toBeGreaterThan(found.inControl);
    expect(found.ratio?.error).toBeLessThan(found.ratio?.value ?? 0);
  });

  test('preferred depths and transverse momenta change no mean, and make upstream pairs worth more', () => {
    // The same pairs but for a hair of the range, once made as upstream ones and once plainly.
    const [preferred, plain] = [105, 105.0001].map((to) =>
      secondaryPairs(setup, 'test', [95, to], { events: 250_000, seed: 3 }),
    );
    // Five standard deviations of effective pairs: false alarm below 1e-6.
    const error = Math.sqrt(preferred.inControl ** 2 / preferred.effective + plain.inControl ** 2 / plain.effective);
    expect(Math.abs(preferred.inControl - plain.inControl)).toBeLessThan(5 * error);
    expect(preferred.effective).toBeGreaterThan(plain.effective);
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
