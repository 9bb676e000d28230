import { chiSquareQuantile } from '../../../math/special/index.ts';

/**
 * Central Poisson interval of an observed whole count n at 68.27 % (Garwood, Biometrika 28 (1936) 437): lower end
 * χ²(0.1587; 2n)/2, zero for n = 0; upper end χ²(0.8413; 2n + 2)/2. Not meant for weighted counts.
 */
export function garwoodInterval(n: number): readonly [number, number] {
  const tail = 0.15865525393145707;
  const low = n > 0 ? chiSquareQuantile(tail, 2 * n) / 2 : 0;
  return [low, chiSquareQuantile(1 - tail, 2 * n + 2) / 2];
}
