const halfPi = 1.5707963267948966;

/** sin y = y + yz·(this), z = y² ≤ (π/4)². */
function sinePolynomial(z: number): number {
  return (
    -0.16666666666666666 +
    z *
      (0.008333333333330948 +
        z *
          (-0.00019841269836756774 +
            z * (2.7557316101617874e-6 + z * (-2.505113165023518e-8 + z * 1.5918115263265974e-10))))
  );
}

/** cos y = 1 − z/2 + z²·(this), z = y² ≤ (π/4)². */
function cosinePolynomial(z: number): number {
  return (
    0.041666666666666664 +
    z *
      (-0.0013888888888887398 +
        z *
          (2.480158729876456e-5 +
            z * (-2.7557317271145144e-7 + z * (2.087614614655861e-9 + z * -1.1382623647474604e-11))))
  );
}

/** sin(2πu), within 1.5 ulp, for |u| < 2^50; exact at quarter turns. One branch-free formula, made for hot loops. */
export function sinTurns(u: number): number {
  const x = u * 4;
  const q = Math.floor(x + 0.5);
  const y = (x - q) * halfPi;
  const z = y * y;
  const value = (q & 1) === 0 ? y + y * z * sinePolynomial(z) : 1 - 0.5 * z + z * z * cosinePolynomial(z);
  return (q & 2) === 0 ? value : -value;
}

/** cos(2πu), within 1.5 ulp, for |u| < 2^50; exact at quarter turns. */
export function cosTurns(u: number): number {
  const x = u * 4;
  const q = Math.floor(x + 0.5);
  const y = (x - q) * halfPi;
  const z = y * y;
  const value = (q & 1) === 0 ? 1 - 0.5 * z + z * z * cosinePolynomial(z) : y + y * z * sinePolynomial(z);
  return ((q + 1) & 2) === 0 ? value : -value;
}

/** out[0] = sin(2πu) and out[1] = cos(2πu), the bits of `sinTurns` and `cosTurns` at little more than the price of one. */
export function sinCosTurns(u: number, out: Float64Array): void {
  const x = u * 4;
  const q = Math.floor(x + 0.5);
  const y = (x - q) * halfPi;
  const z = y * y;
  const sn = y + y * z * sinePolynomial(z);
  const cs = 1 - 0.5 * z + z * z * cosinePolynomial(z);
  const swap = (q & 1) !== 0;
  const s = swap ? cs : sn;
  const c = swap ? sn : cs;
  out[0] = (q & 2) === 0 ? s : -s;
  out[1] = ((q + 1) & 2) === 0 ? c : -c;
}

/**
 * sine[i] = sin(2πu[i]), cosine[i] = cos(2πu[i]) for i < count, the same bits as `sinTurns` and `cosTurns` at less than
 * the price of both. The outputs may be the input column.
 */
export function fillSinCosTurns(turns: Float64Array, sine: Float64Array, cosine: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) {
    const x = turns[i] * 4;
    const q = Math.floor(x + 0.5);
    const y = (x - q) * halfPi;
    const z = y * y;
    const sn = y + y * z * sinePolynomial(z);
    const cs = 1 - 0.5 * z + z * z * cosinePolynomial(z);
    const swap = (q & 1) !== 0;
    const s = swap ? cs : sn;
    const c = swap ? sn : cs;
    sine[i] = (q & 2) === 0 ? s : -s;
    cosine[i] = ((q + 1) & 2) === 0 ? c : -c;
  }
}
