import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawFigure, type FigureDescription } from '../../src/plots/index.ts';
import { InvalidInput } from '../../src/schema/index.ts';
import * as samples from './samples/index.ts';

const figures = Object.values(samples) as readonly FigureDescription[];

const refused: [string, object, object, RegExp][] = [
  ['an unknown kind', samples.exclusion, { kind: 'exclussion' }, /unknown kind of figure 'exclussion'.*Did you mean/],
  ['edges that fall', samples.momentumDistributions, { edges: [0, 2, 1] }, /edges\[2\]: edge 1 does not lie above/],
  ['one edge alone', samples.momentumDistributions, { edges: [0] }, /needs at least two bin edges/],
  ['too few counts', samples.maskedSpectrum, { stacks: [{ name: 'a', counts: [1, 2] }] }, /has 2 values, but 61 edges/],
  ['data in a masked range', samples.normalisationPeak, { masked: [{ from: 490, to: 495 }] }, /masked range.*absent/],
  [
    'half a count without errors',
    samples.vertexPosition,
    { data: { name: 'x', counts: new Array(34).fill(0.5) } },
    /not a whole count/,
  ],
  [
    'errors of another length',
    samples.decayWidthWithFit,
    { data: { ...samples.decayWidthWithFit.data, errors: { down: [1], up: [1] } } },
    /data.errors.down: has 1 values/,
  ],
  ['an expectation of another length', samples.decayWidthWithFit, { expected: [1] }, /expected: has 1 values/],
  [
    'a curve of another length',
    samples.decayWidthWithFit,
    { curves: [{ name: 'fit', x: [0, 1], y: [0] }] },
    /curves 'fit': has 1 values/,
  ],
  [
    'an axis turned to a point',
    samples.momentumDistributions,
    { x: { label: 'p', range: [3, 3] } },
    /two different finite ends/,
  ],
  [
    'a logarithmic axis from zero',
    samples.maskedSpectrum,
    { y: { label: 'n', scale: 'log', range: [0, 3] } },
    /needs 0 < from < to/,
  ],
  ['four bands', samples.brazilMass, { expected: samples.brazilMass.expected.slice(1) }, /needs five columns/],
  ['a band of another length', samples.brazilMass, { at: [1, 2] }, /expected\[0\]: has 287 values, but at needs 2/],
  [
    'a line of another length',
    samples.brazilMass,
    { others: [{ name: 'o', x: [1], y: [] }] },
    /others 'o': has 0 values/,
  ],
  [
    'only absent limits',
    samples.brazilMass,
    { at: [1], expected: new Array(5).fill([null]), observed: [null], others: [] },
    /no positive value to draw/,
  ],
  [
    'a curve with a short band',
    samples.lifetimeCurves,
    { curves: [{ name: 'c', x: [1, 2], y: [1, 2], low: [1] }] },
    /curves 'c': has 1 values/,
  ],
  ['no step', samples.cutFlow, { steps: [] }, /at least one step/],
  ['a negative yield', samples.cutFlow, { steps: [{ name: 'a', yield: -1 }] }, /-1 is not a yield/],
  [
    'an efficiency above one',
    samples.cutFlow,
    { steps: [{ name: 'a', yield: 1, efficiency: { value: 1.2, low: 1, high: 1.3 } }] },
    /steps\[0\].efficiency/,
  ],
  ['no contribution', samples.errorBudget, { contributions: [] }, /at least one/],
  ['a negative error', samples.errorBudget, { contributions: [{ name: 'a', relative: -0.1 }] }, /not a relative error/],
  ['nothing to exclude', samples.exclusion, { areas: [], bands: [], lines: [] }, /no area, band or line/],
  ['no row to compare', samples.forest, { rows: [] }, /at least one row/],
  ['values that do not fill a grid', samples.acceptanceMap, { values: [1, 2] }, /a grid of 28 × 40 bins/],
  ['a map of nothing', samples.limitMap, { values: samples.limitMap.values.map(() => null) }, /every value is absent/],
  [
    'a region inside out',
    samples.blindedPlane,
    { regions: [{ name: 'r', role: 'signal', shape: 'box', x: [2, 1], y: [0, 1] }] },
    /'r' is empty/,
  ],
  [
    'a blinded point in the box',
    samples.blindedPlane,
    { samples: [{ name: 'd', blinded: true, x: [20], y: [10] }] },
    /lies in the masked region/,
  ],
  [
    'points without partners',
    samples.blindedPlane,
    { samples: [{ name: 'd', x: [20], y: [] }] },
    /samples 'd': has 0 values/,
  ],
  ['no nuisance parameter', samples.pulls, { rows: [] }, /at least one nuisance/],
  ['a negative fitted error', samples.pulls, { rows: [{ name: 'a', pull: 0, error: -1 }] }, /-1 is negative/],
  ['no likelihood curve', samples.likelihoodScan, { curves: [] }, /at least one curve/],
  [
    'an interval inside out',
    samples.likelihoodScan,
    { intervals: [{ best: 1, low: 2, high: 3 }] },
    /low ≤ best ≤ high/,
  ],
  ['no solution', samples.likelihoodContours, { solutions: [] }, /at least one solution/],
  ['contours without a level', samples.likelihoodContours, { levels: ['68 %'] }, /has 2 contours, but 1 levels/],
  [
    'a p-value of zero',
    samples.pValueScan,
    { localP: samples.pValueScan.localP.map(() => 0) },
    /localP\[0\]: 0 is not a probability/,
  ],
  ['a p-value above one', samples.pValueScan, { global: { p: 1.1, significance: 0 } }, /1.1 is not a probability/],
  [
    'only absent p-values',
    samples.pValueScan,
    { localP: samples.pValueScan.localP.map(() => null) },
    /every p-value is absent/,
  ],
  ['a limit of zero', samples.limitSummary, { rows: [{ name: 'a', limit: 0 }] }, /not a limit above zero/],
  ['no limit at all', samples.limitSummary, { rows: [{ name: 'a', limit: null }] }, /no positive value to draw/],
];

describe('bad figures', () => {
  it.each(refused)('refuses %s', (_name, sample, change, message) => {
    const draw = (): string => drawFigure({ ...sample, ...change } as FigureDescription);
    expect(draw).toThrow(InvalidInput);
    expect(draw).toThrow(message);
  });

  it('escapes hostile words wherever they stand', () => {
    const hostile = `<script>alert("1")</script>&'`;
    for (const figure of figures) {
      const broken = JSON.parse(JSON.stringify(figure), (key, value) =>
        ['name', 'label', 'title', 'description', 'sublabel', 'quantity', 'search', 'counted', 'id'].includes(key) &&
        typeof value === 'string'
          ? hostile
          : value,
      ) as FigureDescription;
      const svg = drawFigure(broken);
      expect(svg).not.toContain('<script');
      expect(svg).toContain('&lt;script&gt;');
    }
  });

  it('draws any spectrum of whole counts without a number that is none', () => {
    const spectrum = fc.record({
      counts: fc.array(fc.nat(1e9), { minLength: 1, maxLength: 30 }),
      width: fc.double({ min: 1e-9, max: 1e9, noNaN: true }),
      log: fc.boolean(),
    });
    fc.assert(
      fc.property(spectrum, ({ counts, width, log }) => {
        const svg = drawFigure({
          kind: 'histogram',
          title: 't',
          description: 'd',
          x: { label: 'x' },
          y: log ? { label: 'y', scale: 'log', range: [0.1, 1e10] } : { label: 'y' },
          edges: Array.from({ length: counts.length + 1 }, (_, i) => i * width),
          stacks: [{ name: 's', counts }],
          data: { name: 'd', counts },
          panel: 'ratio',
        });
        expect(svg).not.toMatch(/NaN|Infinity|undefined/);
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});
