import { expect, it } from 'vitest';
import { histogramLines } from './histogram.ts';

const histogram = { name: 'signal', label: 'm', unit: 'MeV', from: 0, to: 4, counts: [0, 1, 2, 4], candidates: 1234 };

it('draws heights relative to the highest bin, to an eighth of a character', () => {
  expect(histogramLines(histogram, 80, 2)).toEqual(['signal: 1,234 selected, m', '   █', ' ▄██', '0 4 MeV']);
});

it('adds neighbouring bins where there are more than columns, and shows the smallest content', () => {
  const counts = Array.from({ length: 100 }, (_, i) => (i === 0 ? 1e-9 : i < 50 ? 1 : 3));
  const [, bars, axis] = histogramLines({ ...histogram, counts }, 22, 1);
  expect(bars).toHaveLength(20);
  expect(bars.at(-1)).toBe('█');
  expect(axis.length).toBeLessThanOrEqual(22);
  expect(histogramLines({ ...histogram, counts: [1e-9, 1] }, 22, 1)[1]).toBe('▁█');
});

it('is empty for nothing', () => {
  expect(histogramLines({ ...histogram, counts: [0, 0], candidates: 0 }, 40, 1)[1]).toBe('  ');
});
