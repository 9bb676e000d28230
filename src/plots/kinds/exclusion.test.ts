import { describe, expect, test } from 'vitest';
import { drawExclusion, type ExclusionFigure } from './exclusion.ts';

const figure: ExclusionFigure = {
  kind: 'exclusion',
  title: 'A contour that runs along the end of a scan',
  description: 'a test',
  x: { label: 'm', unit: 'GeV', scale: 'log' },
  y: { label: 'g', unit: '', scale: 'log' },
  lines: [
    {
      name: 'observed',
      style: 'dotted',
      rings: [
        [
          [0.1, 1e-3],
          [1, 1e-3],
          [0.5, 1e-5],
        ],
      ],
    },
  ],
};
/** Pieces that the strokes of rings are drawn in. */
const pieces = (svg: string) =>
  [...svg.matchAll(/<path d="([^"]*)"/g)].map(([, d]) => ({ closed: d.endsWith('Z'), lines: d.split('L').length - 1 }));

describe('an exclusion', () => {
  test('has no line along the end of the scanned couplings, and says so', () => {
    const closed = drawExclusion(figure);
    const open = drawExclusion({ ...figure, yEnds: [{ y: 1e-3, label: 'end of the scanned couplings' }] });
    expect(pieces(closed).some((one) => one.closed)).toBe(true);
    expect(open).toContain('end of the scanned couplings');
    // Of three sides two are left.
    expect(pieces(open).filter((one) => !one.closed && one.lines === 2).length).toBeGreaterThan(0);
    expect(pieces(open).some((one) => one.closed && one.lines > 1)).toBe(false);
  });

  test('hatches masses without an answer', () => {
    const hatches = (svg: string) => svg.match(/<rect[^>]*fill="url\(/g)?.length ?? 0;
    expect(hatches(drawExclusion({ ...figure, gaps: [[0.2, 0.3]] }))).toBe(hatches(drawExclusion(figure)) + 1);
  });
});
