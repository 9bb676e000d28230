import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectorPlanes } from '../../experiments/dump-experiment.ts';
import { na62Detector } from '../../experiments/na62-detector.ts';
import { inCalorimeter } from './calorimeter-acceptance.ts';
import { DumpIntervals } from './dump-intervals.ts';
import { strawAcceptance } from './straw-acceptance.ts';
import { TrackPath } from './track-path.ts';

const planes = detectorPlanes(na62Detector).map(({ value }) => value);
const { straw, magnet, newChod, chod, calorimeter } = na62Detector;
const inStraw = strawAcceptance(straw);
const inLkr = inCalorimeter(calorimeter);
const path = new TrackPath(1);
/** Straw chambers, hodoscopes and calorimeter: the planes whose acceptance the kaon chain has functions for. */
const mask = 0b1111111;

/** The same question asked at one decay point, by the tracking of the kaon chain. */
function passes(x: number, y: number, z: number, px: number, py: number, pz: number, charge: number): boolean {
  path.start(x, y, z, px, py, pz);
  const [z1, z2, z3, z4] = straw.z.value;
  for (const [k, at] of [z1, z2].entries()) {
    path.advance(at);
    if (!inStraw(k, path.x, path.y)) return false;
  }
  path.advance(magnet.z.value);
  path.kick(-magnet.kick.value * charge);
  for (const [k, at] of [z3, z4].entries()) {
    path.advance(at);
    if (!inStraw(k + 2, path.x, path.y)) return false;
  }
  for (const plane of [newChod, chod]) {
    path.advance(plane.z.value);
    const r = Math.hypot(path.x - plane.centreX.value, path.y);
    if (!(r > plane.innerRadius.value && r < plane.outerRadius.value)) return false;
  }
  path.advance(calorimeter.z.value);
  return inLkr(path.x, path.y);
}

describe('intervals of accepted decay points', () => {
  test('agree with tracking at any decay point', () => {
    const intervals = new DumpIntervals(planes, magnet);
    let accepted = 0;
    fc.assert(
      fc.property(
        fc.double({ min: -6e-3, max: 6e-3, noNaN: true }),
        fc.double({ min: -6e-3, max: 6e-3, noNaN: true }),
        fc.double({ min: -8e-3, max: 8e-3, noNaN: true }),
        fc.double({ min: -8e-3, max: 8e-3, noNaN: true }),
        fc.double({ min: 10, max: 300, noNaN: true }),
        fc.constantFrom(1, -1),
        fc.double({ min: 105, max: 180, noNaN: true }),
        (sx, sy, dx, dy, pz, charge, z) => {
          const [px, py] = [(sx + dx) * pz, (sy + dy) * pz];
          intervals.open(105, 180);
          intervals.restrict(0, -0.022, 23.07, sx, sy, px, py, pz, charge, mask, 0, 0);
          let inside = false;
          let border = false;
          for (let k = 0; k < intervals.count; k++) {
            if (z > intervals.from[k] && z < intervals.to[k]) inside = true;
            if (Math.min(Math.abs(z - intervals.from[k]), Math.abs(z - intervals.to[k])) < 1e-6) border = true;
          }
          if (border) return;
          const flown = z - 23.07;
          const tracked = passes(sx * flown, -0.022 + sy * flown, z, px, py, pz, charge);
          if (tracked) accepted++;
          expect(inside).toBe(tracked);
        },
      ),
      { numRuns: 4000, seed: 5 },
    );
    expect(accepted).toBeGreaterThan(400);
  });

  test('intervals are in order and inside the volume', () => {
    const intervals = new DumpIntervals(planes, magnet);
    fc.assert(
      fc.property(
        fc.double({ min: -3e-3, max: 3e-3, noNaN: true }),
        fc.double({ min: -5e-3, max: 5e-3, noNaN: true }),
        fc.double({ min: 10, max: 300, noNaN: true }),
        (sx, dx, pz) => {
          intervals.open(105, 180);
          intervals.restrict(0, -0.022, 23.07, sx, 0, (sx + dx) * pz, 0, pz, 1, 0b11111111, 0.3, -0.5);
          for (let k = 0; k < intervals.count; k++) {
            expect(intervals.from[k]).toBeGreaterThanOrEqual(k === 0 ? 105 : intervals.to[k - 1]);
            expect(intervals.to[k]).toBeGreaterThan(intervals.from[k]);
            expect(intervals.to[k]).toBeLessThanOrEqual(180);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  test('a particle that flies backwards or an empty volume leaves nothing', () => {
    const intervals = new DumpIntervals(planes, magnet);
    intervals.open(105, 180);
    expect(intervals.restrict(0, 0, 23, 0, 0, 0.1, 0, -20, 1, mask, 0, 0)).toBe(false);
    intervals.open(180, 105);
    expect(intervals.count).toBe(0);
  });
});
