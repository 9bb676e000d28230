/** Throws RangeError naming the function and the argument unless `holds`. Numerics refuse; they never return NaN. */
export function requireDomain(holds: boolean, name: string, allowed: string, found: number | string): void {
  if (!holds) throw new RangeError(`${name}: needs ${allowed}, found ${found}`);
}
