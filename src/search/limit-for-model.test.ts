import { describe, expect, it } from 'vitest';
import { fact } from '../units/index.ts';
import { limitForModel, limitsForModel } from './limit-for-model.ts';
import type { LimitKind, LimitPoint, PublishedLimit } from './published-limit.ts';

const limitOf = (kind: LimitKind, points: readonly LimitPoint[]): PublishedLimit => ({
  id: 'test',
  title: 'test',
  year: 2000,
  experiment: 'test',
  mode: 'dump',
  model: 'hnl-mu-dirac',
  alsoFor: [{ model: 'hnl-mu', lower: fact(0.7, 'computed', 'because'), upper: fact(0.5, 'computed', 'because') }],
  process: 'test',
  x: { quantity: 'mass', symbol: 'm', power: 1, unit: 'GeV' },
  y: { quantity: 'coupling', symbol: '|U|', power: 2, unit: '' },
  confidence: fact(0.9, 'computed', 'test'),
  curves: [{ kind, points: fact(points, 'computed', 'test') }],
  counts: [],
  read: '',
  digitiser: '',
  licence: '',
  assumptions: [],
  references: [],
});

const LINE: readonly LimitPoint[] = [
  [1, 4],
  [2, 8],
];

describe('a limit read for another model', () => {
  it('is itself for its own, and nothing for one that it does not name', () => {
    const limit = limitOf('upper limit', LINE);
    expect(limitForModel(limit, 'hnl-mu-dirac')).toBe(limit);
    expect(limitForModel(limit, 'hnl-tau')).toBeNull();
    expect(limitsForModel([limit, limit], 'hnl-tau')).toEqual([]);
  });

  it.each([
    ['upper limit', 0.7],
    ['lower edge', 0.7],
    ['upper edge', 0.5],
  ] as const)('%s: numbers times %d, and a sentence says so', (kind, factor) => {
    const read = limitForModel(limitOf(kind, LINE), 'hnl-mu');
    expect(read?.model).toBe('hnl-mu');
    expect(read?.curves[0].points.value).toEqual(LINE.map(([x, y]) => [x, y * factor]));
    expect(read?.assumptions.join()).toContain("read for 'hnl-mu'");
  });

  it('a ring moves its two sides by their own factors, whichever way round it goes', () => {
    const ring: readonly LimitPoint[] = [
      [1, 1],
      [2, 0.1],
      [3, 0.1],
      [4, 1],
      [3, 10],
      [2, 10],
    ];
    for (const points of [ring, [...ring].reverse()]) {
      const moved = limitForModel(limitOf('ring', points), 'hnl-mu')?.curves[0].points.value ?? [];
      points.forEach(([x, y], i) => {
        const factor = y === 1 ? Math.sqrt(0.35) : y < 1 ? 0.7 : 0.5;
        expect(moved[i][0]).toBe(x);
        expect(moved[i][1]).toBeCloseTo(y * factor, 12);
      });
    }
  });
});
