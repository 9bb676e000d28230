import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countingLimit } from '../counting-limit.ts';
import type { BackgroundKind } from './background-model.ts';

interface Row {
  readonly backgroundModel: BackgroundKind;
  readonly observed: number;
  readonly background: number;
  readonly backgroundError: number;
  readonly limit: number;
}
const rows: readonly Row[] = JSON.parse(
  readFileSync(new URL('./wide-backgrounds.fixture.json', import.meta.url), 'utf8'),
);

describe('backgrounds of any width', () => {
  it.each(rows)('$observed events on $background ± $backgroundError ($backgroundModel)', ({ limit, ...input }) => {
    expect(countingLimit({ ...input, expected: false }).signalEvents.observed! / limit).toBeCloseTo(1, 6);
  });

  it('every positive background and error has limits and a band, in order', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(
        fc.constantFrom<BackgroundKind>('gauss', 'lognormal', 'gamma'),
        fc.double({ min: -12, max: 8, noNaN: true }),
        fc.double({ min: -8, max: 4, noNaN: true }),
        fc.nat(40),
        (backgroundModel, size, width, observed) => {
          const background = 10 ** size;
          const { signalEvents } = countingLimit({
            observed,
            background,
            backgroundError: background * 10 ** width,
            backgroundModel,
          });
          const band = signalEvents.expected!;
          for (const limit of [signalEvents.observed!, ...band]) expect(limit).toBeGreaterThan(Math.LN10 * (1 - 1e-6));
          for (let i = 1; i < 5; i++) expect(band[i]).toBeGreaterThanOrEqual(band[i - 1]);
        },
      ),
      { seed: 14, numRuns: 60 },
    );
  });

  it('a background beyond what can be counted is refused', () => {
    expect(() => countingLimit({ observed: 1, background: 1e21 })).toThrow(/found 1e\+21, at most 1000000000000000/);
  });

  it('a mean that only the far tail makes is left out with a note', () => {
    const limit = countingLimit({ observed: 2, background: 1, backgroundError: 1e8, backgroundModel: 'lognormal' });
    expect(limit.signalEvents.expectedMean).toBeNull();
    expect(limit.notes.join(' ')).toContain('No mean expected limit');
  });
});
