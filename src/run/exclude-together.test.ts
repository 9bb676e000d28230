import { describe, expect, test } from 'vitest';
import dumpGg from '../../searches/dump-gg.ts';
import piaGg from '../../searches/kaon-pia-gg.ts';
import { excludePointTogether } from './exclude-point-together.ts';
import { excludeTogether } from './exclude-together.ts';
import { togetherFigure } from './together-figure.ts';

const searches = [piaGg, dumpGg];
const options = {
  events: 300,
  mass: { from: 0.24, to: 0.3, points: 4 },
  coupling: { from: 1e-6, to: 1e-2, points: 161 },
};

describe('a gluon ALP by kaons and behind the dump', async () => {
  const found = await excludeTogether('alp-gluon', searches, options);

  test('has a region of each and their union, with bands', () => {
    expect(found.regions.map((region) => region.searches)).toEqual([['kaon-pia-gg'], ['dump-gg']]);
    const kinds = found.contours.map(({ kind, sigma }) => `${kind} ${sigma ?? ''}`.trim());
    expect(kinds).toEqual(['observed', 'expected', ...[-2, -1, 1, 2].map((sigma) => `expected-band ${sigma}`)]);
    // Counts per mass are not public.
    expect(found.regions[0].contours.map(({ kind }) => kind)).not.toContain('observed');
    expect(found.regions[0].reason).toMatch(/not public/);
    const [kaon] = found.regions;
    const widest = (sigma: number) =>
      Math.min(
        ...(kaon.contours
          .find((one) => one.sigma === sigma)
          ?.rings.flat()
          .map(([, g]) => g) ?? []),
      );
    expect(widest(-2)).toBeLessThan(widest(2));
    expect(togetherFigure(found).lines?.map(({ name }) => name)).toEqual([
      'kaon-pia-gg, expected',
      'dump-gg, observed',
      'dump-gg, expected',
    ]);
  });

  test('one point is judged by each and by all counts together', async () => {
    const { point } = await excludePointTogether(
      'alp-gluon',
      searches,
      { mass: 0.27, coupling: 4e-3 },
      { events: 300 },
    );
    expect(point.scans[0]).toMatchObject({
      search: 'kaon-pia-gg',
      counted: 'median of the background',
      excluded: true,
    });
    expect(point.combined?.searches).toContain('kaon-pia-gg');
    expect(point.combined?.cls).toBeLessThanOrEqual(Math.min(point.scans[0].cls, point.dump?.cls ?? 1) * 1.0001);
    expect(point.excluded).toBe(true);
    const weak = await excludePointTogether('alp-gluon', searches, { mass: 0.27, coupling: 2e-6 }, { events: 300 });
    expect(weak.point.excluded).toBe(false);
  });

  test('refuses a model that a kaon search says nothing of, before anything is simulated', async () => {
    await expect(excludeTogether('dark-photon', searches)).rejects.toThrow(/says nothing of 'dark-photon'/);
    await expect(excludePointTogether('alp-gluon', searches, { mass: 0.9, coupling: 1e-4 }, options)).rejects.toThrow(
      /has masses from/,
    );
  });
});
