/** A point across the beam. */
export type Point = readonly [x: number, y: number];

/** Where a straight track with one kick in the magnet crosses the planes that matter. */
export interface Crossings {
  readonly straws: readonly Point[];
  readonly hodoscope: Point;
}

const STRAWS = [183.508, 194.066, 204.459, 218.885];
const HOLES = [0.1012, 0.1144, 0.0924, 0.0528];
const HALF = 0.0638;
const MAGNET = 196.995;
const KICK = 0.27;
const HODOSCOPE = 238.1315;

/**
 * NA62 as a beginner would write it, with numbers of its own (metres, GeV; framework of 2019): for tests to compare with.
 */
export function cross(start: readonly number[], momentum: readonly number[], charge: number): Crossings {
  let [x, y, z] = start;
  let [px, , pz] = momentum;
  const py = momentum[1];
  const at = (plane: number): Point => {
    x += (px / pz) * (plane - z);
    y += (py / pz) * (plane - z);
    z = plane;
    return [x, y];
  };
  const first = [at(STRAWS[0]), at(STRAWS[1])];
  at(MAGNET);
  const transverse = px * px + pz * pz;
  px -= KICK * charge;
  pz = Math.sqrt(transverse - px * px);
  return { straws: [...first, at(STRAWS[2]), at(STRAWS[3])], hodoscope: at(HODOSCOPE) };
}

/** Seen by the straws of all four views of all four chambers. */
export function inStraws({ straws }: Crossings, holes: readonly number[] = HOLES): boolean {
  return straws.every(([x, y], chamber) => {
    const s = x - holes[chamber];
    const u = (s - y) / Math.SQRT2;
    const v = (s + y) / Math.SQRT2;
    const seen = (Math.abs(s) > HALF || Math.abs(y) > HALF) && (Math.abs(u) > HALF || Math.abs(v) > HALF);
    return seen && Math.hypot(s, y) > HALF && Math.hypot(x, y) < 1;
  });
}

/** Seen by the charged hodoscope. */
export function inHodoscope({ hodoscope: [x, y] }: Crossings): boolean {
  const r = Math.hypot(x, y);
  return r > 0.14 && r < 1.07;
}

/** Probability that a charged pion of momentum p that starts at z lives to the last chamber. */
export const lives = (z: number, p: number): number => Math.exp(-(STRAWS[3] - z) / (55.92 * p));
