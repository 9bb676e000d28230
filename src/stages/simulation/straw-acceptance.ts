import type { StrawTracker } from '../../experiments/detector-types.ts';

/** Is a point of chamber `chamber` (0…3) covered by straws of all four views? */
export type StrawAcceptance = (chamber: number, x: number, y: number) => boolean;

/**
 * Acceptance of the straw chambers. With x′ = x − hole centre, u = (x′−y)/√2, v = (x′+y)/√2 and half width h:
 * (|x′| > h or |y| > h) and (|u| > h or |v| > h) and √(x′²+y²) > h and √(x²+y²) < outer radius.
 */
export function strawAcceptance(straw: StrawTracker): StrawAcceptance {
  const centre = Float64Array.from(straw.holeCentreX.value);
  const half = straw.holeHalfWidth.value as number;
  const diagonal = half * Math.SQRT2;
  const outer = straw.outerRadius.value * straw.outerRadius.value;
  const inner = half * half;
  return (chamber, x, y) => {
    const shifted = x - centre[chamber];
    if (x * x + y * y >= outer) return false;
    const ax = Math.abs(shifted);
    const ay = Math.abs(y);
    if (ax <= half && ay <= half) return false;
    if (Math.abs(shifted - y) <= diagonal && Math.abs(shifted + y) <= diagonal) return false;
    return shifted * shifted + y * y > inner;
  };
}
