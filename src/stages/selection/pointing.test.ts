import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inPointingRegion, Pointing } from './pointing.ts';

const MUON = 0.1056583755;

describe('pointing', () => {
  test('a decay seen without errors gives back vertex, mass and origin', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.22, max: 0.8, noNaN: true }),
        fc.double({ min: 40, max: 300, noNaN: true }),
        fc.double({ min: -4e-3, max: 4e-3, noNaN: true }),
        fc.double({ min: 1e-3, max: 4e-3, noNaN: true }),
        fc.double({ min: 105, max: 180, noNaN: true }),
        fc.double({ min: -0.8, max: 0.8, noNaN: true }),
        fc.double({ min: 0.05, max: 3, noNaN: true }),
        (mass, pz, sx, sy, z, c, phi) => {
          const [px, py] = [pz * sx, pz * sy];
          const p2 = px * px + py * py + pz * pz;
          const energy = Math.sqrt(p2 + mass * mass);
          const q = Math.sqrt((mass * mass) / 4 - MUON * MUON);
          const s = q * Math.sqrt(1 - c * c);
          const [ax, ay, az] = [s * Math.cos(phi), s * Math.sin(phi), q * c];
          const shift = ((px * ax + py * ay + pz * az) / (energy + mass) + mass / 2) / mass;
          const one = [ax + px * shift, ay + py * shift, az + pz * shift];
          const two = [px - one[0], py - one[1], pz - one[2]];
          fc.pre(one[2] > 1 && two[2] > 1);
          const flown = z - 23.07;
          const at = 183.508;
          const track = ([x, y, w]: number[]) => ({
            x: sx * flown + (x / w) * (at - z),
            y: -0.022 + sy * flown + (y / w) * (at - z),
            slopeX: x / w,
            slopeY: y / w,
            p: Math.hypot(x, y, w),
          });
          const pointing = new Pointing(0, -0.022);
          pointing.set(at, track(one), track(two), MUON, MUON);
          expect(pointing.vertexZ).toBeCloseTo(z, 5);
          expect(pointing.distance).toBeLessThan(1e-9);
          expect(Math.abs(pointing.mass - mass)).toBeLessThan(1e-9);
          expect(pointing.originZ).toBeCloseTo(23.07, 4);
          expect(pointing.originDistance).toBeLessThan(1e-6);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('regions', () => {
    const box = { shape: 'box', z: [6, 40], distance: [0, 0.02] } as const;
    expect(inPointingRegion(box, 23, 0.01)).toBe(true);
    expect(inPointingRegion(box, 23, 0.02)).toBe(false);
    expect(inPointingRegion(box, 41, 0.01)).toBe(false);
    const ellipse = { shape: 'ellipse', z: 23, semiZ: 23, semiDistance: 0.04 } as const;
    expect(inPointingRegion(ellipse, 23, 0.039)).toBe(true);
    expect(inPointingRegion(ellipse, 40, 0.039)).toBe(false);
    expect(inPointingRegion(ellipse, Number.NaN, 0)).toBe(false);
  });
});
