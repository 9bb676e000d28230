import type { Calorimeter } from '../../experiments/detector-types.ts';

/** Is a point of the front plane inside the octagon and outside the hole? |x|, |y| < apothem, |x|+|y| < √2·apothem. */
export function inCalorimeter(calorimeter: Calorimeter): (x: number, y: number) => boolean {
  const apothem = calorimeter.apothem.value as number;
  const inner = calorimeter.innerRadius.value * calorimeter.innerRadius.value;
  return (x, y) => {
    const ax = Math.abs(x);
    const ay = Math.abs(y);
    return ax < apothem && ay < apothem && ax + ay < Math.SQRT2 * apothem && x * x + y * y > inner;
  };
}
