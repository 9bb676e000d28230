/** A four-vector as a typed array: energy, px, py, pz in GeV; metric (+, −, −, −). */
export type FourVector = Float64Array;

/** a·b with the metric (+, −, −, −). */
export function dot(a: FourVector, b: FourVector): number {
  return a[0] * b[0] - a[1] * b[1] - a[2] * b[2] - a[3] * b[3];
}

/** p·p; may be slightly negative for a light particle, by rounding. */
export function massSquared(p: FourVector): number {
  return dot(p, p);
}

/** out = a + b. */
export function add(a: FourVector, b: FourVector, out: FourVector): void {
  for (let k = 0; k < 4; k++) out[k] = a[k] + b[k];
}

/** out = a − b. */
export function subtract(a: FourVector, b: FourVector, out: FourVector): void {
  for (let k = 0; k < 4; k++) out[k] = a[k] - b[k];
}

/**
 * Writes into `out` the vector `p`, given in the rest frame of `parent`, as seen in the frame where `parent` is given.
 * `mass` > 0 is the parent's. `out` may be `p`. No γ − 1 and no division by β²: exact for slow parents, too.
 */
export function boost(p: FourVector, parent: FourVector, mass: number, out: FourVector): void {
  const energy = p[0];
  const along = parent[1] * p[1] + parent[2] * p[2] + parent[3] * p[3];
  const shift = (along / (parent[0] + mass) + energy) / mass;
  out[1] = p[1] + parent[1] * shift;
  out[2] = p[2] + parent[2] * shift;
  out[3] = p[3] + parent[3] * shift;
  out[0] = (parent[0] * energy + along) / mass;
}

/** The inverse of `boost`: `p` as seen in the rest frame of `parent`. */
export function boostToRest(p: FourVector, parent: FourVector, mass: number, out: FourVector): void {
  const energy = p[0];
  const along = parent[1] * p[1] + parent[2] * p[2] + parent[3] * p[3];
  const shift = (along / (parent[0] + mass) - energy) / mass;
  out[1] = p[1] + parent[1] * shift;
  out[2] = p[2] + parent[2] * shift;
  out[3] = p[3] + parent[3] * shift;
  out[0] = (parent[0] * energy - along) / mass;
}
