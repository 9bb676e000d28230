/** Refractive index of the neon less one, near 300 nm. */
const REFRACTION = {
  value: 62.8e-6,
  tag: 'published',
  source: 'arXiv:1009.5317; threshold of pions 12.5 GeV: arXiv:1706.08496',
} as const;

/** Focal length of the mirrors (m). */
const FOCAL_LENGTH = { value: 17.02, tag: 'recalled', source: 'JINST 12 (2017) P05025, section 5' } as const;

/**
 * Radius (m) of the Cherenkov ring of a particle of mass and momentum (GeV) in the focal plane; undefined below the
 * threshold, where there is no light. cos θ = 1/(nβ), and the mirrors make the radius f·tan θ.
 */
export function ringRadius(mass: number, momentum: number): number | undefined {
  const beta = momentum / Math.hypot(mass, momentum);
  const cosine = 1 / ((1 + REFRACTION.value) * beta);
  return cosine < 1 ? FOCAL_LENGTH.value * (Math.sqrt(1 - cosine * cosine) / cosine) : undefined;
}
