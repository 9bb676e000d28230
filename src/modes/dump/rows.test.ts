import { describe, expect, test } from 'vitest';
import { publishedLimits } from '../../../limits/index.ts';
import alpMumu from '../../../searches/dump-alp-mumu.ts';
import ee from '../../../searches/dump-ee.ts';
import mumu from '../../../searches/dump-mumu.ts';
import darkPhoton from '../../physics/hidden/dark-photon.ts';
import { drawExclusion, drawMap, drawPlane } from '../../plots/index.ts';
import { mixHaloTracks } from './chain/combinatorial.ts';
import { dumpSetup } from './chain/setup.ts';
import { simulateDumpYields } from './chain/yields.ts';
import { earlierLimits } from './earlier-limits.ts';
import { excludeFromYields } from './exclusion/exclude.ts';
import {
  acceptanceFigure,
  eventsFigure,
  exclusionFigure,
  lifetimeFigure,
  pointingFigure,
} from './exclusion/figures.ts';
import { lifetimeMap, lifetimeSteps, simulateBeautyProbe } from './exclusion/model-independent.ts';
import { compareWithPublished, publishedMasses } from './exclusion/published-contour.ts';
import { dumpRows, massRangeRows } from './rows.ts';

const yields = simulateDumpYields(darkPhoton, [mumu], publishedMasses(mumu), { events: 15_000 });

describe('published beside computed', () => {
  const rows = dumpRows(yields);
  const find = (quantity: string, detail: RegExp) =>
    rows.find((row) => row.quantity === quantity && detail.test(row.detail ?? ''));

  test('2.4 standard deviations for the event, two-sided', () => {
    expect(find('significance', /two-sided/)?.computed).toBeCloseTo(2.412, 2);
    expect(find('significance', /two-sided/)?.agrees).toBe(true);
  });

  test('inputs are shown as inputs', () => {
    const inputs = rows.filter(({ role }) => role === 'input');
    expect(inputs.length).toBeGreaterThan(6);
    expect(inputs.every(({ computed, agrees }) => computed === null && agrees === null)).toBe(true);
  });

  test('every production set has its edges, with finite ratios or none', () => {
    for (const production of Object.keys(darkPhoton.productions)) {
      const own = rows.filter(({ detail }) => detail?.endsWith(`, ${production}`));
      expect(own).toHaveLength(18);
      for (const { ratio } of own) if (ratio !== null) expect(Number.isFinite(ratio)).toBe(true);
    }
  });

  test('the resolution in z and across is of the published order', () => {
    const across = find('resolution', /assumed/)?.computed ?? 0;
    const along = find('resolution', /origin/)?.computed ?? 0;
    expect(find('resolution', /assumed/)?.role).toBe('closure');
    const tracking = find('resolution', /tracking alone/)?.computed ?? 0;
    expect(tracking).toBeGreaterThan(0.0015);
    expect(tracking).toBeLessThan(0.004);
    expect(across).toBeGreaterThan(0.006);
    expect(across).toBeLessThan(0.009);
    expect(along).toBeGreaterThan(2);
    expect(along).toBeLessThan(9);
  });

  test('ends of the excluded masses', () => {
    const earlier = earlierLimits(Object.values(publishedLimits), 'dark-photon', [mumu]);
    const experiments = earlier.map(({ experiment }) => experiment);
    expect(experiments).toEqual(expect.arrayContaining(['CHARM', 'E137', 'FASER', 'LHCb', 'Orsay', 'ν-Cal I']));
    expect(experiments).not.toContain('NA62');
    const exclusion = excludeFromYields(yields, {}, false, earlier);
    const found = massRangeRows(mumu, exclusion);
    expect(found.map(({ published }) => published)).toEqual([0.215, 0.55]);
    expect(found.map(({ computed }) => computed)).toEqual([...(exclusion.new?.massRange ?? [])]);
    expect(found[0].detail).toMatch(/lower end of what is new/);
    expect(found[0].computed).toBeCloseTo(0.2152, 4);
    // Where the scanned masses end, agreement is no agreement.
    expect(found[1].detail).toMatch(/the scanned masses end/);
    expect(found[1].verdict).not.toBe('agree');
    expect(exclusion.new?.area).toBeGreaterThan(0);
    expect(exclusion.new?.area).toBeLessThan(exclusion.new?.excludedArea ?? 0);
    // Without earlier limits nothing is known to be new, and the row says so.
    const blank = massRangeRows(mumu, excludeFromYields(yields, {}, false));
    expect(blank.map(({ computed, why }) => [computed, why])).toEqual([
      [null, 'not computed: no earlier limits were given'],
      [null, 'not computed: no earlier limits were given'],
    ]);
  });

  test('the signal region keeps 98 % of a signal with the published widths', () => {
    const published = simulateDumpYields(darkPhoton, [mumu], [0.3], {
      events: 20_000,
      setups: [dumpSetup(mumu, undefined, 'published')],
    });
    // Box of 3.1 σ in z and 2.9 σ in distance: 0.994; with the depth of the production point the same to 1 %.
    expect(Math.abs(published.points[0].searches[0][0].resolution.inRegion - 0.994)).toBeLessThan(0.01);
    const tracked = yields.points[2].searches[0][0].resolution.inRegion;
    expect(tracked).toBeGreaterThan(0.9);
    expect(tracked).toBeLessThan(1);
  });

  test('the efficiency that would fit is beside the predicted one and changes nothing', () => {
    const before = excludeFromYields(yields, { production: 'brem' }, false).edges;
    const comparison = compareWithPublished(yields, { production: 'brem' });
    expect(comparison.predictedEfficiency).toBeGreaterThan(0.5);
    expect(comparison.predictedEfficiency).toBeLessThan(1);
    expect(comparison.fittingRms).toBeLessThanOrEqual(comparison.rms + 1e-12);
    expect(excludeFromYields(yields, { production: 'brem' }, false).edges).toEqual(before);
  });
});

describe('figures', () => {
  test('draw', () => {
    const exclusion = excludeFromYields(yields);
    expect(drawExclusion(exclusionFigure(yields, exclusion))).toContain('<svg');
    expect(drawMap(eventsFigure(yields, 0, { from: 1e-7, to: 1e-5, count: 20 }))).toContain('<svg');
    expect(drawMap(acceptanceFigure(yields, 0, lifetimeSteps(1e-3, 1e3, 7)))).toContain('<svg');
    const [probe] = simulateBeautyProbe(alpMumu, [0.25, 0.3], { events: 1000 });
    expect(drawMap(lifetimeFigure(lifetimeMap(probe, lifetimeSteps(1e-2, 1e2, 7))))).toContain('<svg');
    for (const search of [mumu, ee]) {
      const setup = dumpSetup(search);
      expect(drawPlane(pointingFigure(setup, mixHaloTracks(setup, { tracks: 1000 })))).toContain('<svg');
    }
  });
});
