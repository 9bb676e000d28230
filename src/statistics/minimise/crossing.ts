/** A profiled function along one coordinate: its minimum over everything else at `x`. */
export type Profile = (x: number) => { readonly f: number; readonly ok: boolean };

export interface Crossing {
  /** Where the profile has risen by `rise`; the bound when it never does before it. */
  readonly x: number;
  readonly ok: boolean;
  readonly atLimit: boolean;
  /** A point lower than the minimum was met: the minimum was not the minimum. */
  readonly lowerPoint: boolean;
  readonly reason: string | null;
}

/**
 * The point on the side of `step` (its sign and rough size, one parabolic error) of `x0` where `profile` has risen by
 * `rise` above `f0`, to 1e-7 of that distance. Works on √(Δf/rise), which is close to linear: secant until bracketed,
 * then regula falsi (Illinois). `limit` is the bound on that side, or ±Infinity. `tolerance` is the size of a drop
 * below `f0` that counts as a lower point.
 */
export function crossing(
  profile: Profile,
  x0: number,
  f0: number,
  step: number,
  rise: number,
  limit: number,
  tolerance: number,
): Crossing {
  const sign = step < 0 ? -1 : 1;
  const failed = (reason: string, lowerPoint = false): Crossing => ({
    x: x0,
    ok: false,
    atLimit: false,
    lowerPoint,
    reason,
  });
  const room = (limit - x0) * sign;
  if (!(room > 0)) return { x: limit, ok: true, atLimit: true, lowerPoint: false, reason: null };
  let inside = 0;
  let insideHeight = -1;
  let outside = Number.POSITIVE_INFINITY;
  let outsideHeight = 0;
  let d = Math.min(Math.abs(step), room);
  let side = 0;
  for (let iteration = 0; iteration < 60; iteration++) {
    const { f, ok } = profile(x0 + sign * d);
    if (!ok || Number.isNaN(f)) {
      if (iteration > 40) return failed('the minimisation over the other parameters failed.');
      outside = d;
      outsideHeight = Number.NaN;
      d = 0.5 * (inside + d);
      continue;
    }
    if (f < f0 - tolerance) return failed('a lower minimum was found on the way: fit again from there.', true);
    const height = Math.sqrt(Math.max(0, f - f0) / rise) - 1;
    if (Math.abs(height) < 1e-8) return { x: x0 + sign * d, ok: true, atLimit: false, lowerPoint: false, reason: null };
    if (height < 0) {
      if (d >= room) return { x: limit, ok: true, atLimit: true, lowerPoint: false, reason: null };
      if (side === -1 && Number.isFinite(outsideHeight)) outsideHeight *= 0.5;
      const before = inside;
      const beforeHeight = insideHeight;
      inside = d;
      insideHeight = height;
      side = -1;
      if (outside === Number.POSITIVE_INFINITY) {
        const slope = (height - beforeHeight) / (d - before);
        const predicted = slope > 0 ? d - height / slope : 4 * d;
        d = Math.min(room, Math.max(1.02 * d, Math.min(predicted * 1.0001, 5 * d)));
        if (d > 1e9 * Math.abs(step)) return failed('the function does not rise that far: no crossing.');
        continue;
      }
    } else {
      if (side === 1) insideHeight *= 0.5;
      outside = d;
      outsideHeight = height;
      side = 1;
    }
    if (outside - inside < 1e-9 * outside)
      return { x: x0 + sign * outside, ok: true, atLimit: false, lowerPoint: false, reason: null };
    d = Number.isFinite(outsideHeight)
      ? (inside * outsideHeight - outside * insideHeight) / (outsideHeight - insideHeight)
      : 0.5 * (inside + outside);
    if (!(d > inside && d < outside)) d = 0.5 * (inside + outside);
  }
  return failed('no crossing was found in 60 steps.');
}
