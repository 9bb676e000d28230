/** Refractive index of the neon less one, and the focal length of the mirrors (m): JINST 12 (2017) P05025, section 5. */
const REFRACTION = 62.8e-6;
const FOCAL_LENGTH = 17.02;

/**
 * Radius (m) of the Cherenkov ring of a particle of mass and momentum (GeV) in the focal plane; undefined below the
 * threshold, where there is no light. cos θ = 1/(nβ), and the mirrors make the radius f·tan θ.
 */
export function ringRadius(mass: number, momentum: number): number | undefined {
  const beta = momentum / Math.hypot(mass, momentum);
  const cosine = 1 / ((1 + REFRACTION) * beta);
  return cosine < 1 ? FOCAL_LENGTH * (Math.sqrt(1 - cosine * cosine) / cosine) : undefined;
}
